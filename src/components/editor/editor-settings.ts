import { useSyncExternalStore } from 'react'
import { keptChoice, keptFields } from '@/lib/kept-choice'

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

const usual: EditorSettings = { fontSize: 13, wordWrap: false, minimap: false, tabSize: 0, theme: 'page' }

/** Reads what was kept; what is missing or of no use is as usual. */
export function parseSettings(text: string | null): EditorSettings {
  const kept = keptFields<EditorSettings>(text)
  const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : usual.theme
  return {
    fontSize: fontSizes.find((size) => size === kept.fontSize) ?? usual.fontSize,
    tabSize: tabSizes.find((size) => size === kept.tabSize) ?? usual.tabSize,
    wordWrap: kept.wordWrap === true,
    minimap: kept.minimap === true,
    theme,
  }
}

const settings = keptChoice('nuclio-dashboard:editor', parseSettings)

/** How editors are to look. */
export const useEditorSettings = (): EditorSettings => useSyncExternalStore(settings.subscribe, settings.read)

/** Changes some of it, for all tabs of this browser. */
export function changeEditorSettings(change: Partial<EditorSettings>): void {
  settings.set({ ...settings.read(), ...change })
}
