import type { FunctionEvent } from '@/api/generated/schema'
import { triggerKind } from '@/domain/triggers/kinds'
import { functionOf } from './event-import'
import { expectationsOf } from './expectation'

/** One event of a project, as a list shows it. */
export interface EventRow {
  event: FunctionEvent
  /** Its own, on the server. */
  name: string
  /** What people call it. */
  shown: string
  functionName: string
  /** The kind of its trigger, in words. */
  kind: string
  method: string
  path: string
  expected: number
}

export type EventColumn = 'shown' | 'functionName' | 'kind' | 'path' | 'expected'

/** The events of these functions; those of functions elsewhere in the namespace are left out, and those of none. */
export function eventsOfProject(
  events: readonly FunctionEvent[],
  functions: ReadonlySet<string>,
): EventRow[] {
  return events.flatMap((event): EventRow[] => {
    const functionName = functionOf(event)
    if (functionName === undefined || !functions.has(functionName)) return []
    const { metadata, spec } = event
    return [
      {
        event,
        name: metadata.name,
        shown: spec.displayName || metadata.name,
        functionName,
        kind: triggerKind(spec.triggerKind || 'http').label,
        method: spec.attributes?.method || 'POST',
        path: spec.attributes?.path || '/',
        expected: expectationsOf(spec).length,
      },
    ]
  })
}

interface Arrangement {
  search: string
  /** Of this function only; all when empty. */
  functionName: string
  column: EventColumn
  descending: boolean
}

/** The rows in which every word of a search stands, in order; what is equal stays by function and name. */
export function arrangeEvents(
  rows: readonly EventRow[],
  { search, functionName, column, descending }: Arrangement,
): EventRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter((row) => {
    if (functionName !== '' && row.functionName !== functionName) return false
    const text =
      `${row.shown} ${row.name} ${row.functionName} ${row.kind} ${row.method} ${row.path}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const sign = descending ? -1 : 1
  return found.sort(
    (a, b) =>
      sign * compare(a[column], b[column]) ||
      compare(a.functionName, b.functionName) ||
      compare(a.shown, b.shown),
  )
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en', { numeric: true, sensitivity: 'base' })
}
