/** Time and timers, so that tests have them in their hands. */
export interface FeedClock {
  /** Milliseconds since 1970 by the page's clock. */
  now: () => number
  /** Calls once; the function returned calls it off. */
  after: (milliseconds: number, task: () => void) => () => void
}

export const browserClock: FeedClock = {
  now: Date.now,
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Calls again and again; the function returned ends it. */
export function every(clock: FeedClock, milliseconds: number, task: () => void): () => void {
  let end = clock.after(milliseconds, again)
  let isOver = false
  function again() {
    task()
    if (!isOver) end = clock.after(milliseconds, again)
  }
  return () => {
    isOver = true
    end()
  }
}
