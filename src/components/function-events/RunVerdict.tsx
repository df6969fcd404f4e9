import type { EventRun } from './run-event'
import classes from './FunctionEvents.module.css'

const words: Record<EventRun['outcome'], string> = {
  passed: 'passed',
  failed: 'failed',
  none: 'answered',
  unanswered: 'no answer',
}

const tones: Record<EventRun['outcome'], string> = {
  passed: 'ok',
  failed: 'bad',
  none: 'off',
  unanswered: 'bad',
}

/** `2 of 3` expectations that were met; nothing when none are there. */
export function metCount({ verdicts }: EventRun): string | undefined {
  if (verdicts.length === 0) return undefined
  return `${verdicts.filter(({ outcome }) => outcome === 'met').length} of ${verdicts.length}`
}

/** How a run of an event ended, in a word. */
export function RunWord({ run }: { run: EventRun }) {
  const count = metCount(run)
  return (
    <span className={classes.word} data-tone={tones[run.outcome]}>
      {words[run.outcome]}
      {run.outcome === 'failed' && count && ` ${count}`}
      {run.outcome === 'none' && run.status !== undefined && ` ${run.status}`}
    </span>
  )
}

/** What was expected, and what came instead. */
export function RunDetail({ run }: { run: EventRun }) {
  if (run.outcome === 'unanswered') return <p className={classes.quiet}>{run.words}</p>
  if (run.verdicts.length === 0) return <p className={classes.quiet}>Nothing is expected of its answer.</p>
  return (
    <ul className={classes.verdicts} aria-label="Expectations">
      {run.verdicts.map(({ outcome, subject, words: said, expected, got }, index) => (
        <li key={index} data-outcome={outcome}>
          <span className={classes.outcome}>{outcomeWords[outcome]}</span>
          <span className={classes.subject}>{subject}</span>
          <span className={classes.said}>
            {said}
            {expected !== undefined && (
              <>
                {' '}
                <span className={classes.label}>expected</span> <code>{expected}</code>
              </>
            )}
            {got !== undefined && (
              <>
                {' '}
                <span className={classes.label}>got</span> <code>{got}</code>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const outcomeWords = { met: 'met', unmet: 'not met', uncheckable: 'cannot be checked' }
