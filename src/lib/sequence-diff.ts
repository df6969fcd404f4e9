import { diffArrays } from 'diff'

/** A stretch of one sequence that stands in the place of a stretch of another; ends are exclusive. */
export interface Hunk {
  from: readonly [start: number, end: number]
  to: readonly [start: number, end: number]
}

/** Beyond so many differences all between the common ends counts as replaced: an exact answer would take seconds. */
const differenceLimit = 2_000

/**
 * The fewest removals and insertions that make `to` of `from`, as stretches between what both have in common, in order. Sequences
 * with more than some thousand differences, or than `most`, are one stretch between their common ends; the time it takes grows with
 * the square of the differences.
 */
export function sequenceDiff(from: readonly string[], to: readonly string[], most = differenceLimit): Hunk[] {
  const least = Math.min(from.length, to.length)
  let start = 0
  while (start < least && from[start] === to[start]) start += 1
  let end = 0
  while (end < least - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1
  const a = from.slice(start, from.length - end)
  const b = to.slice(start, to.length - end)
  if (a.length === 0 && b.length === 0) return []
  const parts = diffArrays(a, b, { maxEditLength: most })
  if (!parts) return [{ from: [start, start + a.length], to: [start, start + b.length] }]
  const hunks: Hunk[] = []
  let hunk: Hunk | undefined
  let [x, y] = [start, start]
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      if (hunk) hunks.push(hunk)
      hunk = undefined
      ;[x, y] = [x + count, y + count]
      continue
    }
    const [left, right] = [x, y]
    if (removed) x += count
    else y += count
    hunk = { from: [hunk?.from[0] ?? left, x], to: [hunk?.to[0] ?? right, y] }
  }
  return hunk ? [...hunks, hunk] : hunks
}
