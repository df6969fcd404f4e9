import { isBranch } from '@/lib/tree'

/** One line of a form that edits a list. */
export interface ListRow<Item> {
  /** Stays the same while the line is edited and moved. */
  id: number
  item: Item
}

/** The lines that a list is shown as. Items that are no objects are left out of the form, see {@link isListOfObjects}. */
export function rowsOfList<Item>(list: unknown): ListRow<Item>[] {
  return Array.isArray(list) ? list.map((item: Item, id) => ({ id, item })) : []
}

/** Whether a form of lines can show it: nothing, or a list of objects. */
export function isListOfObjects(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.every(isBranch))
}

/** The list of some lines, without those that are still blank; nothing when none is left. */
export function listOfRows<Item>(
  rows: readonly ListRow<Item>[],
  isBlank: (item: Item) => boolean,
): Item[] | undefined {
  const items = rows.map(({ item }) => item).filter((item) => !isBlank(item))
  return items.length > 0 ? items : undefined
}

/** Where the item of a line stands in the list; blank lines stand nowhere. */
export function listIndex<Item>(
  rows: readonly ListRow<Item>[],
  row: ListRow<Item>,
  isBlank: (item: Item) => boolean,
): number | undefined {
  const index = rows.filter(({ item }) => !isBlank(item)).indexOf(row)
  return index < 0 ? undefined : index
}

/** A new line at the end, with an id that no other has. */
export function withRow<Item>(rows: readonly ListRow<Item>[], item: Item): ListRow<Item>[] {
  return [...rows, { id: rows.reduce((most, { id }) => Math.max(most, id + 1), 0), item }]
}

/** One line up (-1) or down (1); at the ends it stays. */
export function withRowMoved<Item>(rows: readonly ListRow<Item>[], id: number, by: -1 | 1): ListRow<Item>[] {
  const from = rows.findIndex((row) => row.id === id)
  const to = from + by
  const next = [...rows]
  const [moved, other] = [rows[from], rows[to]]
  if (moved && other) [next[from], next[to]] = [other, moved]
  return next
}

/** The lines for other items: as many stay the lines that they were by place, else those whose item is the same do. */
export function withItems<Item>(rows: readonly ListRow<Item>[], items: readonly Item[]): ListRow<Item>[] {
  if (items.length === rows.length) return rows.map((row, at) => ({ ...row, item: items[at] ?? row.item }))
  let fresh = rows.reduce((most, { id }) => Math.max(most, id + 1), 0)
  const left = [...rows]
  return items.map((item) => {
    const at = left.findIndex((row) => row.item === item)
    const [row] = at < 0 ? [] : left.splice(at, 1)
    return row ?? { id: fresh++, item }
  })
}
