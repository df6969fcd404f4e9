import { networkError } from '../errors'
import type { FeedClock } from './feed-clock'
import type { FeedRequest, OpenReplica } from './feed-request'

/** An answer that stands still for so long is given up; milliseconds. */
const stallLimit = 15_000

export interface AnswerSource {
  replica: string
  open: OpenReplica
  clock: FeedClock
  /** Waits for a place among the requests that are under way; the function returned gives it back. */
  turn: (signal: AbortSignal) => Promise<() => void>
}

/** What becomes of an answer. */
export interface AnswerTaker {
  /** It begins; asked for at that time. */
  head: (sentAt: number) => void
  /** False when no more is wanted. */
  piece: (bytes: Uint8Array) => boolean
}

/**
 * Reads the log of a replica as far as it goes now. Rejects with `ApiError` when it is not answered, and with an `AbortError`; resolves with the
 * failure when it broke off later.
 */
export async function readAnswer(
  { replica, open, clock, turn }: AnswerSource,
  request: FeedRequest,
  signal: AbortSignal,
  taker: AnswerTaker,
): Promise<Error | undefined> {
  const giveBack = await turn(signal)
  const { controller, end } = linkedAbort(signal)
  const giveUp = () => controller.abort()
  let callOff = clock.after(stallLimit, giveUp)
  let hasHead = false
  try {
    const sentAt = clock.now()
    const stream = await open(replica, { follow: false, ...request, signal: controller.signal })
    hasHead = true
    taker.head(sentAt)
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      callOff()
      if (done || !taker.piece(value)) break
      callOff = clock.after(stallLimit, giveUp)
    }
    void reader.cancel().catch(() => undefined)
    return undefined
  } catch (error) {
    if (signal.aborted) throw error
    const failure = controller.signal.aborted ? networkError('it stood still for 15 seconds') : error
    if (hasHead) return failure instanceof Error ? failure : networkError(failure)
    throw failure
  } finally {
    callOff()
    end()
    giveBack()
  }
}

/** An abort controller that another signal aborts, too; `end` lets go of that. */
export function linkedAbort(signal: AbortSignal): { controller: AbortController; end: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  return { controller, end: () => signal.removeEventListener('abort', abort) }
}
