/** Node fires a timer that is set for longer than this (milliseconds, some 25 days) at once. */
const longestTimer = 2 ** 31 - 1

/** A time limit as a timer can hold it: one that is longer than any timer becomes the longest. */
export function timerMilliseconds(milliseconds: number): number {
  return Math.min(milliseconds, longestTimer)
}

/** Resolves after so many milliseconds, or as soon as `signal` is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end, { once: true })
  })
}
