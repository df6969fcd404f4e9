import { sequenceDiff, type Hunk } from '@/lib/sequence-diff'

type Span = readonly [start: number, end: number]

/** A stretch of three sequences, by the indexes in each, and whose change it is. */
export interface Stretch {
  /** `inserts`: both put something in at one place, and both stay, theirs first. */
  by: 'nobody' | 'mine' | 'theirs' | 'same' | 'inserts' | 'clash'
  base: Span
  mine: Span
  theirs: Span
}

type Side = 'mine' | 'theirs'
interface SidedHunk {
  side: Side
  hunk: Hunk
}

/**
 * Merges two sequences that were made of one. `lines` of a text belong together: where both put something in at one place, or one
 * rewrote what the other touched, it is a clash. `items` of a list stand alone: what both put in stays, and the replacement of
 * several items by as many is one replacement each.
 */
export function mergeSequences(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kind: 'lines' | 'items',
): Stretch[] {
  const hunks = [
    ...sequenceDiff(base, mine).map((hunk): SidedHunk => ({ side: 'mine', hunk })),
    ...sequenceDiff(base, theirs).map((hunk): SidedHunk => ({ side: 'theirs', hunk })),
  ]
  // Lines that both took out are no question, though the stretches that they stood in differ.
  const groups =
    kind === 'items'
      ? colliding(hunks.flatMap(single), kind)
      : colliding(hunks, kind).flatMap((group) =>
          group.every(({ hunk }) => isRemoval(hunk)) ? colliding(group.flatMap(single), kind) : [group],
        )

  const stretches: Stretch[] = []
  const at = { base: 0, mine: 0, theirs: 0 }
  const advance = (by: Stretch['by'], baseLength: number, grown: Record<Side, number>) => {
    const next = {
      base: at.base + baseLength,
      mine: at.mine + baseLength + grown.mine,
      theirs: at.theirs + baseLength + grown.theirs,
    }
    const stretch: Stretch = {
      by,
      base: [at.base, next.base],
      mine: [at.mine, next.mine],
      theirs: [at.theirs, next.theirs],
    }
    Object.assign(at, next)
    return stretch
  }
  const none = { mine: 0, theirs: 0 }

  for (const group of groups) {
    const start = Math.min(...group.map(({ hunk }) => hunk.from[0]))
    const end = Math.max(...group.map(({ hunk }) => hunk.from[1]))
    if (start > at.base) stretches.push(advance('nobody', start - at.base, none))
    const grown = { mine: growthOf(group, 'mine'), theirs: growthOf(group, 'theirs') }
    const sides = new Set(group.map(({ side }) => side))
    const stretch = advance([...sides][0] ?? 'nobody', end - start, grown)
    if (sides.size === 1) stretches.push(stretch)
    else stretches.push(...settled(stretch, mine, theirs, kind))
  }
  if (base.length > at.base) stretches.push(advance('nobody', base.length - at.base, none))
  return stretches
}

/** What two changes of one stretch come to; only what really differs is a clash. */
function settled(
  stretch: Stretch,
  mine: readonly string[],
  theirs: readonly string[],
  kind: 'lines' | 'items',
): Stretch[] {
  const [left, right] = [mine.slice(...stretch.mine), theirs.slice(...stretch.theirs)]
  if (left.length === right.length && left.every((item, i) => item === right[i]))
    return [{ ...stretch, by: 'same' }]
  if (kind === 'items') return [{ ...stretch, by: stretch.base[0] === stretch.base[1] ? 'inserts' : 'clash' }]
  const least = Math.min(left.length, right.length)
  let start = 0
  while (start < least && left[start] === right[start]) start += 1
  let end = 0
  while (end < least - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const { base, mine: own, theirs: other } = stretch
  const parts: Stretch[] = [
    {
      by: 'same',
      base: [base[0], base[0]],
      mine: [own[0], own[0] + start],
      theirs: [other[0], other[0] + start],
    },
    { by: 'clash', base, mine: [own[0] + start, own[1] - end], theirs: [other[0] + start, other[1] - end] },
    {
      by: 'same',
      base: [base[1], base[1]],
      mine: [own[1] - end, own[1]],
      theirs: [other[1] - end, other[1]],
    },
  ]
  return parts.filter((part) => part.by === 'clash' || part.mine[0] < part.mine[1])
}

const growthOf = (group: readonly SidedHunk[], side: Side): number =>
  group.reduce((sum, one) => (one.side === side ? sum + growth(one.hunk) : sum), 0)

const growth = ({ from, to }: Hunk): number => to[1] - to[0] - (from[1] - from[0])

const isRemoval = ({ to }: Hunk): boolean => to[0] === to[1]

/** A removal, or a replacement of several by as many, one by one. */
function single({ side, hunk }: SidedHunk): SidedHunk[] {
  const { from, to } = hunk
  if (!isRemoval(hunk) && growth(hunk) !== 0) return [{ side, hunk }]
  return Array.from({ length: from[1] - from[0] }, (_, i): SidedHunk => ({
    side,
    hunk: {
      from: [from[0] + i, from[0] + i + 1],
      to: isRemoval(hunk) ? to : [to[0] + i, to[0] + i + 1],
    },
  }))
}

/** Changes of both sides that lie in each other's way, together; every other one alone. In order. */
function colliding(hunks: readonly SidedHunk[], kind: 'lines' | 'items'): SidedHunk[][] {
  const groups: SidedHunk[][] = []
  const inOrder = hunks.toSorted((a, b) => a.hunk.from[0] - b.hunk.from[0] || a.hunk.from[1] - b.hunk.from[1])
  for (const next of inOrder) {
    const group = groups.at(-1)
    const isInTheWay = group?.some((one) => one.side !== next.side && collides(one.hunk, next.hunk, kind))
    if (group && isInTheWay) group.push(next)
    else groups.push([next])
  }
  return groups
}

function collides(a: Hunk, b: Hunk, kind: 'lines' | 'items'): boolean {
  const start = Math.max(a.from[0], b.from[0])
  const end = Math.min(a.from[1], b.from[1])
  if (start < end) return true
  if (start > end) return false
  const [isInsertA, isInsertB] = [a.from[0] === a.from[1], b.from[0] === b.from[1]]
  if (isInsertA && isInsertB) return true
  if (!isInsertA && !isInsertB) return false
  const [insert, other] = isInsertA ? [a, b] : [b, a]
  const isWithin = other.from[0] < insert.from[0] && insert.from[0] < other.from[1]
  // A rewritten stretch that grew may have been added to at that same place.
  return isWithin || (kind === 'lines' && growth(other) > 0)
}
