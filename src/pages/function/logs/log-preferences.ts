import { useSyncExternalStore } from 'react'

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

const key = 'nuclio-dashboard:logs'
const usual: LogPreferences = { isWrapped: false, isRaw: false, time: 'local', limit: 256 }

let current: LogPreferences | undefined
const listeners = new Set<() => void>()

/** Reads what was kept; what is missing or of no use is as usual. */
export function parsePreferences(text: string | null): LogPreferences {
  let kept: Partial<Record<keyof LogPreferences, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) kept = parsed
  } catch {
    // Someone else's text.
  }
  return {
    isWrapped: kept.isWrapped === true,
    isRaw: kept.isRaw === true,
    time: timeStyles.find((style) => style === kept.time) ?? usual.time,
    limit: limits.find((limit) => limit === kept.limit) ?? usual.limit,
  }
}

function read(): LogPreferences {
  if (!current) {
    try {
      current = parsePreferences(localStorage.getItem(key))
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

export function useLogPreferences(): LogPreferences {
  return useSyncExternalStore(subscribe, read)
}

export function changeLogPreferences(change: Partial<LogPreferences>): void {
  current = { ...read(), ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // Full or blocked: they hold for as long as the page lives.
  }
  for (const listener of listeners) listener()
}
