import type { FunctionRef } from '@/api/functions'
import { clockOfAnswer, narrowClock, type ClockSpan } from '@/domain/console/server-clock'
import { headerOf } from '@/domain/console/verdict'
import type { Exchange } from '../exchange'
import { isOwnPlatform } from '../verdict/verdict-of'

/** By function, since each may run on a machine of its own. */
const clocks = new Map<string, ClockSpan>()
const seen = new WeakSet<Exchange>()

/** Of the processor of Nuclio, which renews its `Date` once a second, at any time of that. */
const processorLag = 1_000

/** What the answers so far tell of the clock that writes a function's log, this exchange's among them. */
export function knownClock({ namespace, name }: FunctionRef, exchange: Exchange): ClockSpan | undefined {
  const key = `${namespace}/${name}`
  const told = seen.has(exchange) ? undefined : clockOf(exchange)
  seen.add(exchange)
  if (told) clocks.set(key, narrowClock(clocks.get(key), told))
  return clocks.get(key)
}

function clockOf({ sentAt, endedAt, outcome }: Exchange): ClockSpan | undefined {
  if (outcome.state !== 'answered' || endedAt === undefined) return undefined
  const { answer } = outcome
  // A function of the embedded platform runs on the server's machine, and may write any date it likes.
  if (isOwnPlatform()) {
    const { serverTime: time } = answer
    return time === undefined ? undefined : { least: time - endedAt, most: time + 1 - sentAt }
  }
  const own = headerOf(answer, 'date')
  if (own !== undefined) return clockOfAnswer(own, sentAt, endedAt, processorLag)
  return clockOfAnswer(answer.date, sentAt, endedAt)
}
