/** Who waits for something to come; each is woken by a call. */
export type Waiting = Set<() => void>

/** Waits with the others until they are woken, or `signal` is aborted. */
export function waitAmong(waiting: Waiting, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      waiting.delete(wake)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    waiting.add(wake)
    signal.addEventListener('abort', wake, { once: true })
  })
}

/** Wakes all who wait. */
export function wakeAll(waiting: Waiting): void {
  for (const wake of [...waiting]) wake()
}
