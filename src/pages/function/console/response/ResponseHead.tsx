import type { ReactNode } from 'react'
import { useNow } from '@/components/use-now'
import { formatBytes } from '@/lib/format-bytes'
import { formatDuration } from '@/lib/format-duration'
import type { Exchange } from '../exchange'
import { verdictOf } from '../verdict/verdict-of'
import classes from './Response.module.css'

/** Status, time and size on one line; while it runs, for how long. */
export function ResponseHead({ exchange, children }: { exchange: Exchange; children?: ReactNode }) {
  const { outcome } = exchange
  return (
    <div className={classes.head}>
      <p className={classes.status} data-tone={verdictOf(exchange)?.tone ?? 'busy'}>
        {outcome.state === 'answered' && (
          <>
            <strong>
              {outcome.answer.status || 'Redirect'} {outcome.answer.statusText}
            </strong>
            <span className={classes.number}>{formatDuration(outcome.answer.milliseconds)}</span>
            <span className={classes.number}>{formatBytes(outcome.answer.body.length)}</span>
          </>
        )}
        {outcome.state === 'running' && <Waiting sentAt={exchange.sentAt} />}
        {outcome.state === 'cancelled' && <strong>Cancelled</strong>}
        {outcome.state === 'failed' && <strong>Failed</strong>}
      </p>
      {children}
    </div>
  )
}

function Waiting({ sentAt }: { sentAt: number }) {
  const now = useNow(100)
  return (
    <>
      <strong>Waiting for the answer</strong>
      <span className={classes.number}>{formatDuration(Math.max(0, now - sentAt))}</span>
    </>
  )
}
