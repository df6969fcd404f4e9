import { useCallback, useSyncExternalStore } from 'react'

interface Clock {
  now: number
  timer: ReturnType<typeof setInterval> | undefined
  listeners: Set<() => void>
}

const clocks = new Map<number, Clock>()

function clockOf(every: number): Clock {
  let clock = clocks.get(every)
  if (!clock) clocks.set(every, (clock = { now: Date.now(), timer: undefined, listeners: new Set() }))
  return clock
}

/** The time in milliseconds, renewed every so many milliseconds; all users of one rhythm share one timer. */
export function useNow(every = 10_000): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const clock = clockOf(every)
      clock.listeners.add(listener)
      if (clock.listeners.size === 1) {
        clock.now = Date.now()
        clock.timer = setInterval(() => {
          clock.now = Date.now()
          for (const tell of clock.listeners) tell()
        }, every)
      }
      return () => {
        clock.listeners.delete(listener)
        if (clock.listeners.size === 0) clearInterval(clock.timer)
      }
    },
    [every],
  )
  return useSyncExternalStore(subscribe, () => {
    const clock = clockOf(every)
    if (clock.listeners.size === 0) clock.now = Math.max(clock.now, Math.floor(Date.now() / every) * every)
    return clock.now
  })
}
