import type { NuclioFunction } from '@/api/generated/schema'
import { configOf, draftChanges, openDraft, type Draft } from './draft'
import { applyChanges, sameValue, setAt, valueAt, type Change } from './tree'

const format = 1

/**
 * The edits of a draft as text to keep in the browser, or nothing when there are none. Of the base only the edited places
 * and the version are kept: enough to see later whether someone else changed the same.
 */
export function serializeEdits(draft: Draft): string | undefined {
  const changes = draftChanges(draft)
  if (changes.length === 0) return undefined
  return JSON.stringify({
    format,
    editedAt: draft.editedAt ?? 0,
    resourceVersion: draft.base.metadata.resourceVersion,
    // Two lists, because JSON has no undefined and null is a value.
    changes: changes.map(({ path, from, to }) => ({
      path,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })),
  })
}

interface KeptEdits {
  editedAt: number
  resourceVersion?: string
  changes: Change[]
}

/** Reads what {@link serializeEdits} wrote; nothing for text of another shape. */
export function parseEdits(text: string | null | undefined): KeptEdits | undefined {
  if (!text) return undefined
  try {
    const kept = JSON.parse(text) as Partial<KeptEdits> & { format?: number }
    const isWhole =
      kept.format === format &&
      Array.isArray(kept.changes) &&
      kept.changes.every((change) => Array.isArray(change.path))
    if (!isWhole || !kept.changes) return undefined
    return {
      editedAt: Number(kept.editedAt) || 0,
      resourceVersion: kept.resourceVersion,
      changes: kept.changes,
    }
  } catch {
    return undefined
  }
}

/**
 * The function as the server has it now, with the kept edits on it. An edit that the server has by now is none any more.
 * Where the server's value is neither what the edit was made on nor the edit itself, someone else changed it: the base
 * then keeps the old value and version, so that the deploy asks.
 */
export function restoreDraft(fn: NuclioFunction, kept: KeptEdits | undefined): Draft {
  const draft = openDraft(fn)
  const edits = (kept?.changes ?? []).filter((change) => !sameValue(valueAt(fn, change.path), change.to))
  if (!kept || edits.length === 0) return draft
  const clashes = edits.filter((change) => !sameValue(valueAt(fn, change.path), change.from))
  let base = clashes.reduce((at, change) => setAt(at, change.path, change.from), fn)
  if (clashes.length > 0 && kept.resourceVersion)
    base = setAt(base, ['metadata', 'resourceVersion'], kept.resourceVersion)
  return { base, server: fn, config: applyChanges(configOf(base), edits), editedAt: kept.editedAt }
}
