import { useSyncExternalStore } from 'react'
import { keptChoice, keptFields } from '@/lib/kept-choice'

export const timeStyles = ['local', 'utc', 'relative'] as const
export type TimeStyle = (typeof timeStyles)[number]

/** Megabytes of lines that a page may hold. */
export const limits = [16, 64, 128, 256, 512] as const

/** How a person reads logs; kept in this browser for all functions. */
export interface LogPreferences {
  isWrapped: boolean
  /** Lines as they were sent, escapes too. */
  isRaw: boolean
  time: TimeStyle
  limit: (typeof limits)[number]
}

const usual: LogPreferences = { isWrapped: false, isRaw: false, time: 'local', limit: 256 }

/** Reads what was kept; what is missing or of no use is as usual. */
export function parsePreferences(text: string | null): LogPreferences {
  const kept = keptFields<LogPreferences>(text)
  return {
    isWrapped: kept.isWrapped === true,
    isRaw: kept.isRaw === true,
    time: timeStyles.find((style) => style === kept.time) ?? usual.time,
    limit: limits.find((limit) => limit === kept.limit) ?? usual.limit,
  }
}

const preferences = keptChoice('nuclio-dashboard:logs', parsePreferences)

/** How logs are to be shown. */
export const useLogPreferences = (): LogPreferences =>
  useSyncExternalStore(preferences.subscribe, preferences.read)

/** Changes some of it, for all tabs of this browser. */
export function changeLogPreferences(change: Partial<LogPreferences>): void {
  preferences.set({ ...preferences.read(), ...change })
}
