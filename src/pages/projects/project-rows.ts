import type { Project } from '@/api/generated/schema'
import type { Sort } from '@/components/DataTable'
import type { FunctionRow } from '@/domain/function-rows'
import type { StateGroup, StateTone } from '@/domain/function-state'

/** How many functions of a project are in one group of states, the groups that the functions list filters by. */
export interface StateCount {
  group: StateGroup
  word: string
  tone: StateTone
  count: number
}

export interface ProjectRow {
  name: string
  description: string
  /** When it was last written, or else made; milliseconds. */
  changedAt: number | undefined
  /** Undefined until the functions are known. */
  counts: StateCount[] | undefined
  project: Project
}

const toneOrder: StateTone[] = ['bad', 'busy', 'ok', 'off']

/** The states of the functions of each project, trouble first. */
export function countStates(
  functions: readonly Pick<FunctionRow, 'project' | 'group' | 'state'>[],
): Map<string, StateCount[]> {
  const byProject = new Map<string, Map<StateGroup, StateCount>>()
  for (const { project, group, state } of functions) {
    const groups = byProject.get(project) ?? new Map<StateGroup, StateCount>()
    byProject.set(project, groups)
    const entry = groups.get(group) ?? { group, word: group.replaceAll('-', ' '), tone: state.tone, count: 0 }
    entry.count += 1
    groups.set(group, entry)
  }
  const sorted = [...byProject].map(([project, groups]): [string, StateCount[]] => [
    project,
    [...groups.values()].sort(
      (a, b) => toneOrder.indexOf(a.tone) - toneOrder.indexOf(b.tone) || b.count - a.count,
    ),
  ])
  return new Map(sorted)
}

function timeOf(project: Project): number | undefined {
  const text = project.status?.updatedAt ?? project.metadata.creationTimestamp
  const time = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

/** The rows of the list. Without counts (functions not known yet) the cells stay open. */
export function projectRows(projects: readonly Project[], counts?: Map<string, StateCount[]>): ProjectRow[] {
  return projects.map((project) => {
    const name = project.metadata.name
    return {
      name,
      description: project.spec.description ?? '',
      changedAt: timeOf(project),
      counts: counts && (counts.get(name) ?? []),
      project,
    }
  })
}

/** How many functions a project has; undefined while that is not known. */
export function totalOf({ counts }: Pick<ProjectRow, 'counts'>): number | undefined {
  return counts?.reduce((sum, { count }) => sum + count, 0)
}

const collator = new Intl.Collator(undefined, { numeric: true })

function compare(a: ProjectRow, b: ProjectRow, column: string): number {
  if (column === 'description') return collator.compare(a.description, b.description)
  if (column === 'functions') return (totalOf(a) ?? 0) - (totalOf(b) ?? 0)
  if (column === 'changed') return (a.changedAt ?? 0) - (b.changedAt ?? 0)
  return 0
}

/** Keeps what has the words in its name, description or labels, in the wanted order; equal ones by name. */
export function findProjects(rows: readonly ProjectRow[], words: string, sort: Sort): ProjectRow[] {
  const wanted = words.trim().toLowerCase()
  const direction = sort.descending ? -1 : 1
  return rows
    .filter(({ name, description, project }) => {
      const labels = Object.entries(project.metadata.labels ?? {}).flat()
      return [name, description, ...labels].some((text) => text.toLowerCase().includes(wanted))
    })
    .sort((a, b) => {
      const order = compare(a, b, sort.column) * direction
      return order || collator.compare(a.name, b.name) * (sort.column === 'name' ? direction : 1)
    })
}

const sortable = new Set(['name', 'description', 'functions', 'changed'])

/** The order as it stands in the address: `functions`, or `-functions` for descending; anything else is by name. */
export function parseSort(text: string): Sort {
  const column = text.replace(/^-/, '')
  return sortable.has(column)
    ? { column, descending: text.startsWith('-') }
    : { column: 'name', descending: false }
}

/** The text of an order for the address. */
export function formatSort({ column, descending }: Sort): string {
  return (descending ? '-' : '') + column
}
