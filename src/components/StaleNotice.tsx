import { shortSpan } from '@/lib/relative-time'
import { errorLine } from './error-words'
import { useNow } from './use-now'
import classes from './StaleNotice.module.css'

/**
 * Says that what is shown is older than it should be, because the latest refresh failed. Takes the query's `error` and
 * `dataUpdatedAt` (milliseconds); nothing while there is no error. Its line is kept free, so that nothing moves.
 */
export function StaleNotice({ error, updatedAt }: { error: unknown; updatedAt: number }) {
  if (!error) return null
  return <Stale error={error} updatedAt={updatedAt} />
}

function Stale({ error, updatedAt }: { error: unknown; updatedAt: number }) {
  const now = useNow(5_000)
  return (
    <span className={classes.stale} title={errorLine(error)}>
      last updated {shortSpan(now - updatedAt)} ago, retrying
    </span>
  )
}
