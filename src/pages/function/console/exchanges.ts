import { isAnswered, type Exchange } from './exchange'

/** How many are held, and how many bytes of their answers (the one that just ended stays in any case). */
const limits = { count: 50, bytes: 200_000_000 }

/** With one more at the front. */
export function begun(exchanges: readonly Exchange[], exchange: Exchange): Exchange[] {
  return bounded([exchange, ...exchanges])
}

/** With the end of one, unless it has gone already. */
export function ended(exchanges: readonly Exchange[], exchange: Exchange): Exchange[] {
  return bounded(exchanges.map((other) => (other.id === exchange.id ? exchange : other)))
}

/** What is still under way is never let go of. */
function bounded(exchanges: Exchange[]): Exchange[] {
  let bytes = 0
  let count = 0
  return exchanges.filter((exchange, index) => {
    if (exchange.endedAt === undefined) return true
    count += 1
    bytes += isAnswered(exchange) ? exchange.outcome.answer.body.length : 0
    return index === 0 || (count <= limits.count && bytes <= limits.bytes)
  })
}
