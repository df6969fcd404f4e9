import { useState, type ReactNode } from 'react'
import classes from './Fold.module.css'

interface FoldProps {
  /** Of the element, when a link leads to it. */
  id?: string
  title: ReactNode
  /** In one line, what is inside. */
  summary?: ReactNode
  /** Open at first. */
  open?: boolean
  children: ReactNode
}

/** A part of a section that opens in place. */
export function Fold({ id, title, summary, open = false, children }: FoldProps) {
  // Only at first: it must not close, or open, under the hands of a person.
  const [isOpen] = useState(open)
  return (
    <details id={id} className={classes.fold} open={isOpen}>
      <summary className={classes.head}>
        <span className={classes.title}>{title}</span>
        {summary && <span className={classes.summary}>{summary}</span>}
      </summary>
      <div className={classes.inside}>{children}</div>
    </details>
  )
}
