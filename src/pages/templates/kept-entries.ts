import type { AskedValue } from '@/domain/templates/template-choice'
import { isSecretName } from '@/domain/function-secrets'
import { isBranch } from '@/lib/tree'

/** What was typed for one template. */
export interface KeptEntries {
  /** In the fields of its values. */
  texts: Readonly<Record<string, string>>
  /** What the function is to be called, and where it is to be. */
  name?: string
  project?: string
}

const nothing: KeptEntries = { texts: {} }
const inMemory = new Map<string, KeptEntries>()
const place = (key: string) => `template:${key}`

/** Whether a value is to be kept quiet, by its name or by what it is called on the page. */
export const isSecretValue = ({ name, displayName = '' }: AskedValue): boolean =>
  isSecretName(name) || isSecretName(displayName)

/**
 * What was typed for a template, by its key with the server's. It outlives looking at another template and leaving the page; across a
 * reload it lives as long as the browser's tab, without its secrets.
 */
export const keptEntries = {
  read(key: string): KeptEntries {
    const held = inMemory.get(key)
    if (held) return held
    try {
      const parsed: unknown = JSON.parse(sessionStorage.getItem(place(key)) ?? 'null')
      return isBranch(parsed) && isBranch(parsed.texts) ? (parsed as unknown as KeptEntries) : nothing
    } catch {
      return nothing
    }
  },
  write(key: string, entries: KeptEntries, secrets: readonly string[]): void {
    inMemory.set(key, entries)
    const texts = Object.fromEntries(
      Object.entries(entries.texts).filter(([name]) => !secrets.includes(name)),
    )
    try {
      sessionStorage.setItem(place(key), JSON.stringify({ ...entries, texts }))
    } catch {
      // Full or blocked: the page itself still has it.
    }
  },
  /** What it was typed for is done. */
  drop(key: string): void {
    inMemory.delete(key)
    try {
      sessionStorage.removeItem(place(key))
    } catch {
      // Then there was nothing.
    }
  },
}
