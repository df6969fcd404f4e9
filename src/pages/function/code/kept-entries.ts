import { isBranch } from '@/lib/tree'
import type { KeptEntries } from './entry-types'

const inMemory = new Map<string, KeptEntries>()

/**
 * What was typed for the kinds of code that a draft does not use now. It lives as long as the browser's tab: across reloads where
 * the browser lets it, and else as long as the page.
 */
export const keptEntries = {
  read(key: string): KeptEntries {
    const held = inMemory.get(key)
    if (held) return held
    try {
      const parsed: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
      return isBranch(parsed) ? (parsed as KeptEntries) : {}
    } catch {
      return {}
    }
  },
  write(key: string, entries: KeptEntries): void {
    inMemory.set(key, entries)
    try {
      sessionStorage.setItem(key, JSON.stringify(entries))
    } catch {
      // Full or blocked: the page itself still has it.
    }
  },
}
