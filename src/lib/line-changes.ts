import { sequenceDiff } from './sequence-diff'

/** A run of lines that differs. Lines count from 1; `removed` stands after the line `from` (0: before the first). */
export interface LineChange {
  kind: 'added' | 'changed' | 'removed'
  from: number
  to: number
}

/** Beyond so many lines that differ, the middle is one change: marks must not keep a person from typing. */
const comparedLines = 2000

/** Which lines of `after` are not in `before`, and where lines of `before` are missing. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const from = before.slice(head, before.length - tail)
  const to = after.slice(head, after.length - tail)
  if (from.length === 0 && to.length === 0) return []
  if (from.length > comparedLines || to.length > comparedLines) return [change(from.length, head, to.length)]
  return sequenceDiff(from, to).map((hunk) =>
    change(hunk.from[1] - hunk.from[0], head + hunk.to[0], hunk.to[1] - hunk.to[0]),
  )
}

function change(gone: number, at: number, come: number): LineChange {
  if (come === 0) return { kind: 'removed', from: at, to: at }
  return { kind: gone === 0 ? 'added' : 'changed', from: at + 1, to: at + come }
}
