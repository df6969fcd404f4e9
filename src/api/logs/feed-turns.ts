/** So many requests that do not stay open are under way at once, whatever the number of replicas. */
const places = 2

/** Hands out places among the requests under way, in the order in which they are asked for. */
export function requestTurns(): (signal: AbortSignal) => Promise<() => void> {
  let free = places
  const waiting: (() => void)[] = []
  const next = () => {
    const first = waiting.shift()
    if (first) first()
    else free += 1
  }
  return (signal) =>
    new Promise((resolve, reject) => {
      const take = () => {
        // A place that nobody needs any more goes on.
        if (signal.aborted) {
          next()
          reject(new DOMException('The log was closed', 'AbortError'))
          return
        }
        let isHeld = true
        resolve(() => {
          if (isHeld) next()
          isHeld = false
        })
      }
      if (free === 0) waiting.push(take)
      else {
        free -= 1
        take()
      }
    })
}
