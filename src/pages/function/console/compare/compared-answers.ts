import type { ComparedAnswer } from '@/domain/console/answer-difference'
import type { History } from '@/domain/console/history'
import { timeOfDay } from '@/lib/clock-time'
import { isAnswered, type AnsweredExchange, type Exchange } from '../exchange'

/** An answer that the shown one can be compared with. */
export interface Candidate {
  id: string
  at: number
  /** Method and path. */
  asked: string
  answer: ComparedAnswer
}

/** Every other answer of this page and of the history whose body is there, the newest first. */
export function candidates(
  shown: AnsweredExchange,
  exchanges: readonly Exchange[],
  history: History,
): Candidate[] {
  const live = exchanges.filter(isAnswered).map(({ id, sentAt, request, outcome }): Candidate => ({
    id,
    at: sentAt,
    asked: `${request.method} ${request.path}`,
    answer: outcome.answer,
  }))
  const known = new Set(live.map(({ id }) => id))
  const kept = history.flatMap(({ id, at, request, answer }): Candidate[] =>
    answer?.body && !known.has(id)
      ? [
          {
            id,
            at,
            asked: `${request.request.method} ${request.request.path}`,
            answer: { ...answer, body: answer.body },
          },
        ]
      : [],
  )
  return [...live, ...kept].filter(({ id }) => id !== shown.id).sort((a, b) => b.at - a.at)
}

/** The one to begin with: the latest before it to the same request, else the latest. */
export function likelyOne(shown: AnsweredExchange, among: readonly Candidate[]): Candidate | undefined {
  const asked = `${shown.request.method} ${shown.request.path}`
  const earlier = among.filter(({ at }) => at <= shown.sentAt)
  return earlier.find((one) => one.asked === asked) ?? earlier[0] ?? among[0]
}

export const candidateWords = ({ at, asked, answer }: Candidate): string =>
  `${timeOfDay(at)} · ${asked.slice(0, 60)} · ${answer.status}`
