import type { FunctionRef } from '@/api/functions'
import type { LogMark } from '@/domain/logs/log-view'
import type { Exchange } from '../console/exchange'
import { knownClock } from '../console/logs/known-clock'

/**
 * A request of this page, to stand where it was sent: nothing while it runs, since only its answer tells how the server's clock differs from
 * the page's.
 */
export function invocationMark(ref: FunctionRef, exchange: Exchange): LogMark | undefined {
  const { request, outcome, sentAt, endedAt } = exchange
  if (outcome.state === 'running') return undefined
  const clock = knownClock(ref, exchange)
  const ahead = clock ? Math.max(clock.least, Math.min(0, clock.most)) : 0
  // Without its query, which may hold secrets.
  const path = request.path.split('?')[0] || '/'
  const took = endedAt === undefined ? '' : `, ${Math.round(endedAt - sentAt).toLocaleString()} ms`
  const end =
    outcome.state === 'answered'
      ? `answered ${outcome.answer.status}`
      : outcome.state === 'cancelled'
        ? 'cancelled'
        : 'no answer'
  return {
    kind: 'invocation',
    time: sentAt + ahead,
    text: `${request.method} ${path} sent from here: ${end}${took}`,
  }
}
