import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { StateTone } from '@/domain/function-state'
import { Hint } from './Hint'
import classes from './ToneChip.module.css'

interface ToneChipProps {
  tone: StateTone
  /** Drawn in a box of 12 by 12. */
  icon: ReactNode
  word: string
  title?: string
  /** What stands behind the word on the same line. */
  children?: ReactNode
}

/** How something is, said three ways: a drawing, a word and its colour. */
export function ToneChip({ tone, icon, word, title, children }: ToneChipProps) {
  return (
    <span className={classes.chip} data-tone={tone} title={title}>
      <svg
        className={classes.icon}
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden="true"
        focusable="false"
      >
        {icon}
      </svg>
      <span className={classes.word}>{word}</span>
      {children}
    </span>
  )
}

/** Why it is so, cut to what fits and whole on hover; `to` leads to what tells more. */
export function ToneReason({ text, to }: { text: string; to?: string }) {
  if (!to)
    return (
      <span className={classes.reason} title={text}>
        {text}
      </span>
    )
  return (
    <Hint label={text}>
      <Link to={to} className={classes.reason} data-full-text>
        {text}
      </Link>
    </Hint>
  )
}
