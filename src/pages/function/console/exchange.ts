import type { InvocationAnswer } from '@/api/invocations'
import type { HistoryEntry, KeptVerdict } from '@/domain/console/history'
import type { ConsoleRequest } from '@/domain/console/request'

/** One request and what became of it. Holds secrets and whole bodies, so it stays in the memory of the tab. */
export interface Exchange {
  id: string
  /** As it was filled in. */
  request: ConsoleRequest
  /** Milliseconds since 1970. */
  sentAt: number
  /** When it was over, milliseconds since 1970; absent while it runs. */
  endedAt?: number
  /** The function was scaled to zero when it was sent. */
  wasAsleep: boolean
  /** Another request to the function was under way meanwhile. */
  hadCompany: boolean
  /** Name of the function event that it was sent from as it is saved. */
  event?: string
  /** What the history has of it, when it was read from there: what is secret in its request is covered then. */
  entry?: HistoryEntry
  outcome: Outcome
}

export type Outcome =
  | { state: 'running' }
  /** Something came back, whoever said it: `verdictOn` tells the function from dashboard and proxy. */
  | { state: 'answered'; answer: InvocationAnswer }
  /** The dashboard refused (an `ApiError`), the network failed, or the history says so (a {@link KeptFailure}). */
  | { state: 'failed'; error: unknown }
  /** By the person; the function may run on. */
  | { state: 'cancelled' }

/** Why an earlier request got no answer, as it was said then. */
export class KeptFailure extends Error {
  override name = 'KeptFailure'
  readonly verdict: KeptVerdict

  constructor(verdict: KeptVerdict) {
    super(verdict.words ?? 'No answer came')
    this.verdict = verdict
  }
}

export type AnsweredExchange = Exchange & { outcome: { state: 'answered' } }

export const isAnswered = (exchange: Exchange): exchange is AnsweredExchange =>
  exchange.outcome.state === 'answered'
