import { useSyncExternalStore } from 'react'
import { keptChoice } from '@/lib/kept-choice'

/** How often lags are asked for, seconds; 0 is only when a person says so. */
export const refreshPaces = [2, 5, 15, 60, 0] as const
export type RefreshPace = (typeof refreshPaces)[number]

const usual: RefreshPace = 2

const pace = keptChoice<RefreshPace>(
  'nuclio-dashboard:lag-refresh',
  (text) => refreshPaces.find((known) => String(known) === text) ?? usual,
)

/** Keeps the choice in this browser, for all streams. */
export const setRefreshPace = pace.set

/** How often a person wants lags to be asked for. */
export const useRefreshPace = (): RefreshPace => useSyncExternalStore(pace.subscribe, pace.read)
