import type { Path } from '@/lib/tree'

/** The tab of the workbench that a setting stands on. */
export type SettingsTab = 'code' | 'configuration' | 'triggers'

/**
 * One setting of a function as the forms show it: the single source for its field, for “find a setting” and for the way from a
 * finding or a difference to the field.
 */
export interface Setting {
  tab: SettingsTab
  /** Heading of the section that it stands in. */
  section: string
  /** The place in `{ metadata, spec }` that it edits; the longest one that contains a place is the field of that place. */
  path: Path
  label: string
  /** Below the field: what it does, in a sentence. */
  help?: string
  /** Further words that a person may look for. */
  keywords?: string
  /** The only platform that heeds it; elsewhere it is kept, and the field says so. */
  only?: 'kube' | 'local'
  /** For a field that is not always drawn: in words when it is, and the place whose field decides it. */
  when?: { words: string; decidedBy: Path }
}
