import type { NuclioFunction } from '@/api/generated/schema'
import { Hint } from '@/components/Hint'
import { useNow } from '@/components/use-now'
import { describeState, type StateKey } from '@/domain/function-state'
import classes from './StateChip.module.css'

const marks: Partial<Record<StateKey, string>> = {
  ready: '●',
  error: '▲',
  unhealthy: '▲',
  disabled: '⏸',
  'scaled-to-zero': '◌',
  imported: '◌',
  'not-deployed': '◌',
}

/** A function's state by sign, word and colour, with the reason cut to its place and whole on hover and focus. */
export function StateChip({ fn }: { fn: NuclioFunction }) {
  const now = useNow()
  const { key, word, tone, reason } = describeState(fn, now)
  return (
    <span className={classes.chip} data-tone={tone}>
      <span className={classes.mark} aria-hidden="true">
        {marks[key] ?? '◐'}
      </span>
      <span className={classes.word}>{word}</span>
      {reason && (
        <Hint label={reason}>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard, too, can read the whole reason */}
          <span className={classes.reason} tabIndex={0} data-full-text>
            {reason}
          </span>
        </Hint>
      )}
    </span>
  )
}
