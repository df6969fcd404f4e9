import type { FunctionConfig, NuclioFunction } from '@/api/generated/schema'
import { configOf, isEdited, openDraft, restoreDraft as mergedDraft, type Draft } from './draft'
import { applyChanges, isBranch, setAt, type Change } from '@/lib/tree'
import { readUnread, type UnreadTexts } from './unread-texts'

const format = 2

/** The edits of a draft as they are kept in the browser: both sides whole, so that they can be merged with what the server has later. */
export interface KeptDraft {
  format: typeof format
  /** What the edits were made on, with its `resourceVersion`. */
  base: FunctionConfig
  config: FunctionConfig
  unread?: UnreadTexts
  /** When the last edit was made, milliseconds. */
  editedAt: number
  /** Bytes of it all, about. */
  size: number
}

/** What builds before this one kept: the edited places alone, with what stood there before. */
interface KeptChanges {
  format: 1
  editedAt: number
  resourceVersion?: string
  changes: Change[]
}

export type Kept = KeptDraft | KeptChanges

/** What to keep of a draft, or nothing when there are no edits in it. */
export function keptOf(draft: Draft): KeptDraft | undefined {
  if (!isEdited(draft)) return undefined
  const base = configOf(draft.base)
  const { config, unread, editedAt = 0 } = draft
  return { format, base, config, unread, editedAt, size: sizeOf([base, config, unread]) }
}

/** Characters of a value, about: a source of a megabyte need not be written out to be measured. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 8
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + 4 + sizeOf(inner), 2)
}

function isConfig(value: unknown): value is FunctionConfig {
  return isBranch(value) && isBranch(value.metadata) && isBranch(value.spec)
}

/** Checks what was found in the browser; nothing for a value of another shape, or of a build to come. */
export function readKept(found: unknown): Kept | undefined {
  if (!isBranch(found)) return undefined
  const editedAt = Number(found.editedAt) || 0
  if (found.format === format && isConfig(found.base) && isConfig(found.config)) {
    const { base, config } = found
    return { format, base, config, unread: readUnread(found.unread), editedAt, size: Number(found.size) || 0 }
  }
  const { changes, resourceVersion } = found
  const isOld = found.format === 1 && Array.isArray(changes)
  if (!isOld || !changes.every((change) => isBranch(change) && Array.isArray(change.path))) return undefined
  return {
    format: 1,
    editedAt,
    ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
    changes: changes as Change[],
  }
}

/** The same for a text. */
export function parseKept(text: string | null): Kept | undefined {
  try {
    return text ? readKept(JSON.parse(text)) : undefined
  } catch {
    return undefined
  }
}

/** What an earlier build kept, completed from the function as the server has it now. */
function completed(fn: NuclioFunction, kept: Kept): Pick<KeptDraft, 'base' | 'config' | 'unread'> {
  if (kept.format === format) return kept
  const before = kept.changes.map(({ path, from, to }) => ({ path, from: to, to: from }))
  const base = applyChanges(configOf(fn), before)
  const { resourceVersion } = kept
  const versioned = resourceVersion ? setAt(base, ['metadata', 'resourceVersion'], resourceVersion) : base
  return { base: versioned, config: applyChanges(versioned, kept.changes) }
}

/** The function as the server has it now, merged with the kept edits. An edit that the server has by now is none any more. */
export function restoreDraft(fn: NuclioFunction, kept: Kept | undefined): Draft {
  if (!kept) return openDraft(fn)
  return mergedDraft(fn, { ...completed(fn, kept), editedAt: kept.editedAt })
}

/** The function that edits were made on, for when the server has it no more; an earlier build did not keep it. */
export function lostFunction(kept: Kept | undefined): NuclioFunction | undefined {
  return kept?.format === format ? { ...kept.base, status: { state: 'imported' } } : undefined
}
