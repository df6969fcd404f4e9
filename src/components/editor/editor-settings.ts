import { useSyncExternalStore } from 'react'

/** How a person wants editors to look; kept in this browser for all of them. */
export interface EditorSettings {
  /** Pixels. */
  fontSize: number
  wordWrap: boolean
  minimap: boolean
  /** Columns of a tab; 0 goes by the file. */
  tabSize: number
  theme: 'page' | 'light' | 'dark'
}

export const fontSizes = [11, 12, 13, 14, 16, 20] as const
export const tabSizes = [0, 2, 4, 8] as const

const key = 'nuclio-dashboard:editor'
const usual: EditorSettings = { fontSize: 13, wordWrap: false, minimap: false, tabSize: 0, theme: 'page' }

let current: EditorSettings | undefined
const listeners = new Set<() => void>()

/** Reads what was kept; what is missing or of no use is as usual. */
export function parseSettings(text: string | null): EditorSettings {
  let kept: Partial<Record<keyof EditorSettings, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) kept = parsed
  } catch {
    // Someone else's text.
  }
  const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : usual.theme
  return {
    fontSize: fontSizes.find((size) => size === kept.fontSize) ?? usual.fontSize,
    tabSize: tabSizes.find((size) => size === kept.tabSize) ?? usual.tabSize,
    wordWrap: kept.wordWrap === true,
    minimap: kept.minimap === true,
    theme,
  }
}

function read(): EditorSettings {
  if (!current) {
    try {
      current = parseSettings(localStorage.getItem(key))
    } catch {
      current = usual
    }
  }
  return current
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key) return
    current = parseSettings(event.newValue)
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

export function useEditorSettings(): EditorSettings {
  return useSyncExternalStore(subscribe, read)
}

export function changeEditorSettings(change: Partial<EditorSettings>): void {
  current = { ...read(), ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // Full or blocked: they hold for as long as the page lives.
  }
  for (const listener of listeners) listener()
}
