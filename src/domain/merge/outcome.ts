import type { Change, Path } from '@/lib/tree'

/** One place that both changed, each in another way. */
export interface Clash {
  /** Names the clash among those of one merge. */
  id: string
  /** Keys of maps, and the names of items where a list has named ones. */
  path: Path
  /** What each has there; a missing side is `undefined`. Of a part, its items or lines. */
  base: unknown
  mine: unknown
  theirs: unknown
  /** Only a stretch of the list or of the text at the path: where it stands in the settled base and in the merged state. */
  part?: { of: 'lines' | 'items'; base: Span; merged: Span }
}

export type Span = readonly [start: number, end: number]

/** What a merge of one place came to. */
export interface Outcome {
  /** What both changed; where they clash, mine. */
  merged: unknown
  /** What mine is compared with from now on: theirs, and the old state where they clash. */
  base: unknown
  clashes: Clash[]
  /** What only they changed, or what they put beside mine, from the old base. */
  theirs: Change[]
  /** What only I changed, or put beside theirs. */
  mine: Change[]
}

/** One of the three states of a place: as it is, and as the server would write it. */
export interface State {
  raw: unknown
  normal: unknown
}

export interface Trio {
  base: State
  mine: State
  theirs: State
}

export const clashId = (path: Path, start?: number): string =>
  JSON.stringify(start === undefined ? path : [...path, start])

/** Nothing was decided, so both stay: mine in the merged state, the old one in the base. */
export function clashAt(path: Path, { base, mine, theirs }: Trio): Outcome {
  const clash: Clash = { id: clashId(path), path, base: base.raw, mine: mine.raw, theirs: theirs.raw }
  return { merged: mine.raw, base: base.raw, clashes: [clash], theirs: [], mine: [] }
}

export const isMissing = (value: unknown): boolean => value === undefined || value === null

/** What a map or a list is of which nothing is left: gone when one of those that it comes from had removed it. */
export function emptied<Empty>(
  { mine, theirs }: Trio,
  side: 'merged' | 'base',
  empty: Empty,
): Empty | undefined {
  return isMissing(theirs.raw) || (side === 'merged' && isMissing(mine.raw)) ? undefined : empty
}
