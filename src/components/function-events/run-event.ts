import type { FunctionRef } from '@/api/functions'
import type { FunctionEvent } from '@/api/generated/schema'
import type { InvocationAnswer } from '@/api/invocations'
import { sendRequest } from '@/api/send-request'
import { areMet, type ExpectationVerdict } from '@/domain/events/check-expectations'
import { requestOfEvent } from '@/domain/events/event-request'
import { expectationsOf } from '@/domain/events/expectation'
import { checkAside } from './check-aside'

/** How an event went when it was sent. */
export interface EventRun {
  /** `none`: nothing is expected of its answer. `unanswered`: no answer of the function came. */
  outcome: 'passed' | 'failed' | 'none' | 'unanswered'
  /** Absent when no answer came. */
  status?: number
  milliseconds: number
  verdicts: readonly ExpectationVerdict[]
  /** Why no answer came. */
  words?: string
}

/** Compares an answer with what an event expects of it. */
export async function runOfAnswer({ spec }: FunctionEvent, answer: InvocationAnswer): Promise<EventRun> {
  const expectations = expectationsOf(spec)
  const verdicts = await checkAside({ expectations, answer })
  const { status, milliseconds } = answer
  const outcome = expectations.length === 0 ? 'none' : areMet(verdicts) ? 'passed' : 'failed'
  return { outcome, status, milliseconds, verdicts }
}

/** How an event went that got no answer. */
export function runWithoutAnswer(error: unknown, milliseconds: number): EventRun {
  const words = error instanceof Error ? error.message : String(error)
  return { outcome: 'unanswered', milliseconds, verdicts: [], words }
}

/** Sends an event as it is saved and judges the answer. Rejects only when the signal is aborted. */
export async function runEvent(
  ref: FunctionRef,
  event: FunctionEvent,
  signal: AbortSignal,
): Promise<EventRun> {
  const began = performance.now()
  try {
    return await runOfAnswer(event, await sendRequest(ref, requestOfEvent(event), signal))
  } catch (error) {
    signal.throwIfAborted()
    return runWithoutAnswer(error, performance.now() - began)
  }
}

/** An event with the function that it is for. */
export interface RunnableEvent {
  ref: FunctionRef
  event: FunctionEvent
}

/** So many are under way at once. */
const atOnce = 2

/** Sends events, two at a time, and tells of each when it is over. Ends early, without a word, when the signal is aborted. */
export async function runEvents(
  events: readonly RunnableEvent[],
  signal: AbortSignal,
  onRun: (event: FunctionEvent, run: EventRun) => void,
): Promise<void> {
  const waiting = [...events]
  const work = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const run = await runEvent(next.ref, next.event, signal).catch(() => undefined)
      if (run) onRun(next.event, run)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
