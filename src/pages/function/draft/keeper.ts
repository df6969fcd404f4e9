/** Writes the latest of a stream of values. */
export interface Keeper<Value> {
  /** This is the latest now; it is written when it has stood for a moment. */
  schedule: (value: Value) => void
  /** Writes at once what waits. */
  flush: () => void
}

const keepAfter = 250
const keepWithin = 1_000

/** Hands on to `write` what is typed: a moment after the last key, and now and then while the keys do not rest. */
export function createKeeper<Value>(write: (value: Value) => void): Keeper<Value> {
  let waiting: { value: Value; since: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    const due = waiting
    waiting = undefined
    if (due) write(due.value)
  }
  return {
    flush,
    schedule(value) {
      const now = Date.now()
      waiting = { value, since: waiting?.since ?? now }
      clearTimeout(timer)
      timer = setTimeout(flush, Math.min(keepAfter, waiting.since + keepWithin - now))
    },
  }
}
