import type { ShownRow } from '@/domain/logs/log-view'

/** Rows that did not change stay the same objects, so that nothing of them is drawn again. */
export function keepKnownRows(before: readonly ShownRow[], rows: readonly ShownRow[]): readonly ShownRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const kept = rows.map((row) => {
    const old = known.get(row.id)
    return old && isSame(old, row) ? old : row
  })
  const isUnchanged = kept.length === before.length && kept.every((row, i) => row === before[i])
  return isUnchanged ? before : kept
}

const isSame = (a: ShownRow, b: ShownRow): boolean =>
  a.version === b.version &&
  a.isMatch === b.isMatch &&
  a.isContext === b.isContext &&
  a.repeats === b.repeats &&
  a.raw === b.raw
