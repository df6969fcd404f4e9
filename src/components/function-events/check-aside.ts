import {
  checkExpectations,
  type ExpectationVerdict,
  type ExpectedAnswer,
} from '@/domain/events/check-expectations'
import type { Expectation } from '@/domain/events/expectation'

export interface CheckRequest {
  expectations: readonly Expectation[]
  answer: ExpectedAnswer
}

/** A pattern that has not come to an end by then (milliseconds) may never do. */
const patience = 2_000

/** Bytes that are looked through within a few milliseconds. */
const atOnce = 200_000

const isPattern = (expectation: Expectation): boolean =>
  'test' in expectation && expectation.test === 'matches'

/**
 * Compares an answer with what is expected of it. Patterns and large bodies are looked at in a thread of its own, which is ended when
 * it takes too long: then each expectation is uncheckable and says so.
 */
export function checkAside({ expectations, answer }: CheckRequest): Promise<ExpectationVerdict[]> {
  if (!expectations.some(isPattern) && answer.body.length <= atOnce)
    return Promise.resolve(checkExpectations(expectations, answer))
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
    const end = (verdicts: ExpectationVerdict[]) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(verdicts)
    }
    const giveUp = (words: string) =>
      end(
        expectations.map((expectation) => ({
          expectation,
          outcome: 'uncheckable',
          subject: 'Expectation',
          words,
        })),
      )
    const timer = setTimeout(
      () => giveUp('A pattern took longer than two seconds; write it so that it can only match in one way'),
      patience,
    )
    worker.addEventListener('message', ({ data }: MessageEvent<ExpectationVerdict[]>) => end(data))
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      giveUp('The check broke')
    })
    const { status, headers, body, milliseconds } = answer
    worker.postMessage({
      expectations,
      answer: { status, headers, body, milliseconds },
    } satisfies CheckRequest)
  })
}
