import { useSyncExternalStore } from 'react'

/** How often lags are asked for, seconds; 0 is only when a person says so. */
export const refreshPaces = [2, 5, 15, 60, 0] as const
export type RefreshPace = (typeof refreshPaces)[number]

const key = 'nuclio-dashboard:lag-refresh'
const usual: RefreshPace = 2

let current: RefreshPace | undefined
const listeners = new Set<() => void>()

/** What is kept under the key; what is none of the paces is as usual. */
function parsePace(text: string | null): RefreshPace {
  return refreshPaces.find((pace) => String(pace) === text) ?? usual
}

function read(): RefreshPace {
  if (current === undefined) {
    try {
      current = parsePace(localStorage.getItem(key))
    } catch {
      current = usual
    }
  }
  return current
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps the choice in this browser, for all streams. */
export function setRefreshPace(pace: RefreshPace): void {
  current = pace
  try {
    localStorage.setItem(key, String(pace))
  } catch {
    // It lasts as long as the page then.
  }
  for (const tell of listeners) tell()
}

/** How often a person wants lags to be asked for. */
export const useRefreshPace = (): RefreshPace => useSyncExternalStore(subscribe, read)
