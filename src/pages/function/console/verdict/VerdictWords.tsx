import { ErrorDetail } from '@/components/ErrorDetail'
import { useNow } from '@/components/use-now'
import { secretsOf } from '@/domain/config-secrets'
import { errorTextOf, pageOfAnswer, type Verdict } from '@/domain/console/verdict'
import { explainFailure } from '@/domain/function-error'
import { formatDuration } from '@/lib/format-duration'
import { FailureCause } from '../../deploy/Failure'
import { useWorkbench } from '../../workbench'
import type { Exchange } from '../exchange'
import { saidOf, verdictOf } from './verdict-of'
import { WaysOut } from './WaysOut'
import classes from './Verdict.module.css'

/**
 * What the status of an exchange alone does not say: who spoke, what failed where and what to do about it, and what a sleeping function took to
 * wake up. Nothing where there is nothing to say.
 */
export function VerdictWords({ exchange }: { exchange: Exchange }) {
  const { outcome, wasAsleep } = exchange
  if (outcome.state === 'running') return wasAsleep ? <Waking exchange={exchange} /> : null
  const verdict = verdictOf(exchange)
  if (!verdict) return null
  const woke =
    wasAsleep && outcome.state === 'answered' && verdict.origin === 'function'
      ? `It was asleep: woke and answered in ${formatDuration(outcome.answer.milliseconds)}.`
      : undefined
  if (verdict.tone === 'ok' || (verdict.tone === 'busy' && !verdict.words))
    return woke ? <div className={classes.verdict}>{woke}</div> : null
  return (
    <div className={classes.verdict} data-tone={verdict.tone}>
      <p className={classes.words}>
        <strong>{headline(verdict, exchange)}</strong> {verdict.words} {woke}
      </p>
      <div className={classes.acts}>
        <WaysOut exchange={exchange} verdict={verdict} />
      </div>
      <Said exchange={exchange} verdict={verdict} />
    </div>
  )
}

function Waking({ exchange }: { exchange: Exchange }) {
  const now = useNow(100)
  return (
    <div className={classes.verdict}>
      <p className={classes.words}>
        It is scaled to zero and wakes up first{' '}
        <span className={classes.time}>{formatDuration(now - exchange.sentAt)}</span>
      </p>
    </div>
  )
}

function headline({ origin, reason }: Verdict, { sentAt, endedAt = sentAt }: Exchange): string {
  if (reason === 'cancelled') return `Cancelled after ${formatDuration(endedAt - sentAt)}.`
  if (reason === 'redirect') return 'A redirect.'
  switch (origin) {
    case 'function':
      return 'The function itself answered this.'
    case 'dashboard':
      return 'The dashboard answered, not the function.'
    case 'proxy':
      return 'Something in between answered, not the function.'
    case 'browser':
      return reason === 'page-failed' ? 'Nothing was sent.' : 'No answer came.'
  }
}

/** What the function, the dashboard or a page in between said, where the body does not stand below. */
function Said({ exchange, verdict }: { exchange: Exchange; verdict: Verdict }) {
  const { fn } = useWorkbench()
  const { outcome } = exchange
  if (outcome.state === 'answered' && verdict.reason === 'exception')
    return (
      <div className={classes.more}>
        <FailureCause failure={explainFailure(thrownIn(errorTextOf(outcome.answer)), secretsOf(fn))} />
      </div>
    )
  const page =
    outcome.state === 'answered' ? verdict.reason === 'page' && pageOfAnswer(outcome.answer) : undefined
  if (page) return <Quote words={page} />
  const { said, detail } = saidOf(exchange, verdict)
  return (
    <>
      {said && <Quote words={said} />}
      {detail && (
        <div className={classes.more}>
          <ErrorDetail text={detail} />
        </div>
      )}
    </>
  )
}

/** Without what the runtime puts before the error, which would keep its kind and its place from being read. */
const thrownIn = (text: string): string => text.replace(/^Error in handler: /, '')

function Quote({ words }: { words: string }) {
  return (
    <div className={classes.more}>
      <blockquote className={classes.said}>{words.slice(0, 2_000)}</blockquote>
    </div>
  )
}
