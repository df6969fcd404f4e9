import type { FunctionConfig } from '@/api/generated/schema'
import { reapplied } from '@/domain/merge/reapply'
import { isBranch, isWithin, setAt, valueAt, type Path } from '@/lib/tree'

/**
 * What a person typed and cannot be read. It is not in the configuration of the draft, and so in no deploy; but it belongs to the edits:
 * it is kept, shared between tabs and given up with them.
 */
export interface UnreadText {
  /** The place that it writes; the root for the YAML of the whole function. */
  path: Path
  text: string
  /**
   * What it wrote when it could last be read: the value of its place, for the whole function the YAML itself. Only where the mended
   * text differs from that does it change the draft, so that what came in from elsewhere meanwhile stays.
   */
  base: unknown
}

/** The texts of one function that cannot be read, by {@link textName}. */
export type UnreadTexts = Readonly<Record<string, UnreadText>>

export const textName = (path: Path): string => path.join('.')

/** The texts at some places, and within them. */
export function unreadWithin(texts: UnreadTexts | undefined, paths: readonly Path[]): UnreadText[] {
  return Object.values(texts ?? {}).filter((text) => paths.some((path) => isWithin(text.path, path)))
}

/** The texts with another one of its place, or without it; nothing where none is left. */
export function withText(
  texts: UnreadTexts | undefined,
  path: Path,
  text: Omit<UnreadText, 'path'> | undefined,
): UnreadTexts | undefined {
  const name = textName(path)
  const others = Object.entries(texts ?? {}).filter(([other]) => other !== name)
  return textsOf(text ? [...others, [name, { path, ...text }]] : others)
}

/**
 * The value of a place once its text can be read and says `next`: what the text changed is in it, and what came in from elsewhere
 * since, which `now` has. `config` is what the place is part of.
 */
export function mendedValue(
  { path, base }: Pick<UnreadText, 'path' | 'base'>,
  next: unknown,
  now: unknown,
  config: FunctionConfig,
): unknown {
  return valueAt(reapplied(setAt(config, path, now), [{ path, from: base, to: next }]), path)
}

/** Checks what was found in the browser; what has another shape is left out. */
export function readUnread(found: unknown): UnreadTexts | undefined {
  const entries = Object.entries(isBranch(found) ? found : {})
  return textsOf(entries.filter((entry): entry is [string, UnreadText] => isUnreadText(entry[1])))
}

function textsOf(entries: readonly (readonly [string, UnreadText])[]): UnreadTexts | undefined {
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function isUnreadText(value: unknown): value is UnreadText {
  if (!isBranch(value) || typeof value.text !== 'string' || !Array.isArray(value.path)) return false
  return value.path.every((key) => typeof key === 'string')
}
