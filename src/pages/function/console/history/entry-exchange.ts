import { coverVerdict, historyEntry, type HistoryEntry } from '@/domain/console/history'
import type { takeOutSecrets } from '@/domain/console/request-secrets'
import type { Verdict } from '@/domain/console/verdict'
import { isAnswered, KeptFailure, type Exchange, type Outcome } from '../exchange'
import { saidOf } from '../verdict/verdict-of'

/** A request that is over, for the history: with all that is said of it now, since no error can be kept. */
export function entryOfExchange(
  exchange: Exchange,
  verdict: Verdict,
  { masked, secrets }: ReturnType<typeof takeOutSecrets>,
): HistoryEntry {
  const { id, sentAt, endedAt = sentAt } = exchange
  return historyEntry({
    id,
    at: sentAt,
    request: masked,
    ...(isAnswered(exchange) && { answer: exchange.outcome.answer }),
    verdict: coverVerdict({ ...verdict, ...saidOf(exchange, verdict) }, secrets.values()),
    duration: isAnswered(exchange) ? exchange.outcome.answer.milliseconds : endedAt - sentAt,
  })
}

/** An entry as an exchange, to be shown like those of this page. */
export function exchangeOfEntry(entry: HistoryEntry): Exchange {
  const { id, at, request, duration } = entry
  return {
    id,
    request: request.request,
    sentAt: at,
    endedAt: at + duration,
    wasAsleep: false,
    hadCompany: false,
    entry,
    outcome: outcomeOf(entry),
  }
}

function outcomeOf({ answer, verdict, duration }: HistoryEntry): Outcome {
  if (answer) {
    const body = answer.body ?? new Uint8Array()
    return { state: 'answered', answer: { ...answer, body, milliseconds: duration, sealed: true } }
  }
  if (verdict.reason === 'cancelled') return { state: 'cancelled' }
  return { state: 'failed', error: new KeptFailure(verdict) }
}
