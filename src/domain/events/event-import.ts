import type { FunctionEventConfig } from '@/api/generated/schema'
import type { Change } from '@/lib/tree'
import { without } from '@/lib/without'
import { eventChanges } from './event-changes'
import type { EventInFile } from './event-files'

/** Label that binds an event to its function. */
export const functionLabel = 'nuclio.io/function-name'

/** Which function an event of a file goes to. */
export type Binding =
  | { to: string }
  /** To the one that its label names if that is among these functions, else to `others`, or nowhere. */
  | { asFile: ReadonlySet<string>; others?: string }

/** What becomes of one event of a file; `functionName` is the function that it goes to. */
export type ImportStep = EventInFile & { displayName: string; functionName: string } & (
    | { act: 'create' }
    /** The event on the server that goes, and what differs: places of `labels`, `annotations` and `spec`. */
    | { act: 'replace'; replaced: FunctionEventConfig; changes: Change[] }
    /** It is on the server as it is. */
    | { act: 'none' }
    /** Its name is that of an event of another function, which servers would overwrite or refuse. */
    | { act: 'taken'; owner: string }
    /** The function that it names is not there, or it names none (empty), and it was given no other. */
    | { act: 'homeless' }
  )

/**
 * What an import would do, event by event, in the order of the file. `existing` are all events of the namespace,
 * since names are unique in it. Without the names of the file each event is created under one that the server chooses.
 */
export function importPlan(
  events: readonly EventInFile[],
  existing: readonly FunctionEventConfig[],
  { binding, keepsNames }: { binding: Binding; keepsNames: boolean },
): ImportStep[] {
  const byName = new Map(existing.map((event) => [event.metadata.name, event]))
  return events.map(({ config, line }): ImportStep => {
    const name = keepsNames ? config.metadata.name : undefined
    const { metadata, spec } = config
    const functionName = boundTo(binding, config)
    const displayName = spec.displayName || config.metadata.name || 'Unnamed'
    if (functionName === undefined)
      return { config, line, displayName, functionName: functionOf(config) ?? '', act: 'homeless' }
    const own: FunctionEventConfig = {
      metadata: {
        ...(keepsNames ? metadata : without(metadata, 'name')),
        labels: { ...metadata.labels, [functionLabel]: functionName },
      },
      // Else servers show the name that they make up.
      spec: name === undefined && !spec.displayName ? { ...spec, displayName } : spec,
    }
    const step = { config: own, line, displayName, functionName }
    const replaced = name === undefined ? undefined : byName.get(name)
    if (!replaced) return { ...step, act: 'create' }
    const owner = replaced.metadata.labels?.[functionLabel] ?? ''
    if (owner !== functionName) return { ...step, act: 'taken', owner }
    const changes = eventChanges(replaced, own)
    return changes.length === 0 ? { ...step, act: 'none' } : { ...step, act: 'replace', replaced, changes }
  })
}

function boundTo(binding: Binding, config: FunctionEventConfig): string | undefined {
  if ('to' in binding) return binding.to
  const named = functionOf(config)
  return named !== undefined && binding.asFile.has(named) ? named : binding.others
}

/** The function that an event of a file was saved for, where it says so. */
export const functionOf = ({ metadata }: FunctionEventConfig): string | undefined =>
  metadata.labels?.[functionLabel] || undefined
