import { isBranch } from '@/lib/tree'

/** One line of a form that edits a map. */
export interface MapRow {
  /** Stays the same while key and value are typed. */
  id: number
  key: string
  value: string
}

/** The lines that a map is shown as, in its order. Values that are no text are shown as JSON. */
export function rowsOf(map: unknown): MapRow[] {
  if (!isBranch(map)) return []
  return Object.entries(map).map(([key, value], id) => ({
    id,
    key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
}

/** The map of some lines; nothing when none has a key. Of two lines with one key the first counts. */
export function mapOf(rows: readonly MapRow[]): Record<string, string> | undefined {
  const map: Record<string, string> = {}
  for (const { key, value } of rows) if (key !== '' && !Object.hasOwn(map, key)) map[key] = value
  return Object.keys(map).length > 0 ? map : undefined
}

/** What is wrong with the key of one line among all of them. */
export function rowProblem(
  row: MapRow,
  rows: readonly MapRow[],
  keyProblem?: (key: string) => string | undefined,
): string | undefined {
  if (row.key === '') return row.value === '' ? undefined : 'Enter a key'
  const first = rows.find(({ key }) => key === row.key)
  if (first && first.id !== row.id) return `“${row.key}” stands here twice; only the first counts`
  return keyProblem?.(row.key)
}
