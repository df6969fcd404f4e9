import type { FunctionRow } from './function-rows'
import { stateGroups, type StateGroup } from './function-state'

export type FunctionSortColumn = 'state' | 'name' | 'runtime' | 'replicas' | 'changed'

export interface FunctionFilter {
  /** Words that must all occur in name, description, runtime, state or trigger kinds. */
  search: string
  /** Only states of this group; empty for all. */
  group: StateGroup | ''
  /** Only runtimes of this family; empty for all. */
  runtime: string
  sort: { column: FunctionSortColumn; descending: boolean }
}

const sortColumns: readonly string[] = [
  'state',
  'name',
  'runtime',
  'replicas',
  'changed',
] satisfies FunctionSortColumn[]

const rank: Record<StateGroup, number> = {
  failing: 0,
  deploying: 1,
  ready: 2,
  'scaled-to-zero': 3,
  disabled: 4,
  imported: 5,
  'not-deployed': 6,
}

const byText = new Intl.Collator('en', { numeric: true })

/** The order of rows that are equal otherwise: by name, the numbers in it as numbers. */
export const byName = (a: Pick<FunctionRow, 'name'>, b: Pick<FunctionRow, 'name'>): number =>
  byText.compare(a.name, b.name)

const comparisons: Record<FunctionSortColumn, (a: FunctionRow, b: FunctionRow) => number> = {
  name: byName,
  state: (a, b) => rank[a.group] - rank[b.group],
  runtime: (a, b) => byText.compare(a.runtime, b.runtime),
  replicas: (a, b) => byText.compare(a.replicas, b.replicas),
  changed: (a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0),
}

const named = new WeakMap<readonly FunctionRow[], readonly FunctionRow[]>()

// Sorting by text is the slow part; a keystroke in the search must not repeat it.
function namedOrder(rows: readonly FunctionRow[]): readonly FunctionRow[] {
  let sorted = named.get(rows)
  if (!sorted) named.set(rows, (sorted = rows.toSorted(byName)))
  return sorted
}

const haystacks = new WeakMap<FunctionRow, string>()

/** Everything that a search looks in, in lower case. */
function haystackOf(row: FunctionRow): string {
  let haystack = haystacks.get(row)
  if (haystack === undefined) {
    const kinds = row.triggers.map(({ kind }) => kind)
    haystack = [row.name, row.description, row.runtime, row.state.word, ...kinds].join('\n').toLowerCase()
    haystacks.set(row, haystack)
  }
  return haystack
}

/** The rows that pass the filter, in its order; equal ones by name. The rows given are left as they are. */
export function arrangeRows(rows: readonly FunctionRow[], filter: FunctionFilter): FunctionRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean)
  const kept = namedOrder(rows).filter(
    (row) =>
      (!filter.group || row.group === filter.group) &&
      (!filter.runtime || row.runtimeFamily === filter.runtime) &&
      (words.length === 0 || words.every((word) => haystackOf(row).includes(word))),
  )
  const { column, descending } = filter.sort
  if (column === 'name') return descending ? kept.reverse() : kept
  const compare = comparisons[column]
  return kept.sort(descending ? (a, b) => compare(b, a) : compare)
}

/** A sort as it stands in an address (`name`, `-changed`); failing first for anything else. */
export function readSort(text: string): FunctionFilter['sort'] {
  const column = text.replace(/^-/, '')
  return sortColumns.includes(column)
    ? { column: column as FunctionSortColumn, descending: text.startsWith('-') }
    : { column: 'state', descending: false }
}

/** The counterpart of `readSort`. */
export const writeSort = (sort: { column: string; descending: boolean }): string =>
  `${sort.descending ? '-' : ''}${sort.column}`

/** A state group as it stands in an address; empty for anything else. */
export const readGroup = (text: string): StateGroup | '' => stateGroups.find((group) => group === text) ?? ''

/** The state groups and runtime families that occur, each with its count, in the order in which they are offered. */
export function occurring(rows: readonly FunctionRow[]): {
  groups: { group: StateGroup; count: number }[]
  runtimes: { family: string; count: number }[]
} {
  const groups = new Map<StateGroup, number>()
  const families = new Map<string, number>()
  for (const row of rows) {
    groups.set(row.group, (groups.get(row.group) ?? 0) + 1)
    families.set(row.runtimeFamily, (families.get(row.runtimeFamily) ?? 0) + 1)
  }
  return {
    groups: stateGroups.flatMap((group) =>
      groups.has(group) ? { group, count: groups.get(group) ?? 0 } : [],
    ),
    runtimes: [...families]
      .map(([family, count]) => ({ family, count }))
      .sort((a, b) => byText.compare(a.family, b.family)),
  }
}
