import { LineCounter, parseAllDocuments, type Document } from 'yaml'
import type { FunctionEventConfig } from '@/api/generated/schema'
import { projectLabel } from '@/domain/function-config'
import { placeOf, type DocumentFault } from '@/domain/function-document'
import { writeYaml } from '@/domain/yaml-writing'
import { isBranch, type Path } from '@/lib/tree'
import { without } from '@/lib/without'
import { eventFault } from './event-fault'

/** An event that a file holds, and the line (from 1) that it begins in. */
export interface EventInFile {
  config: FunctionEventConfig
  line: number
}

export type ReadEvents =
  { events: EventInFile[]; faults?: never } | { events?: never; faults: DocumentFault[] }

/** Where a value stands that should be an event. */
interface Candidate {
  value: unknown
  path: Path
  /** Key of a map by name. */
  name?: string
}

/** Keys at the top of a file that hold events: an exported project, and a list as Kubernetes writes it. */
const holders = ['functionEvents', 'items'] as const

/**
 * Events as a file: a list, as YAML or JSON. What one server gave them is left out, the function that they belong to is not.
 */
export function writeEvents(events: readonly FunctionEventConfig[], format: 'yaml' | 'json'): string {
  const list = events.map(({ metadata, spec }) => ({ metadata: portableMetadata(metadata), spec }))
  return format === 'json' ? `${JSON.stringify(list, null, 2)}\n` : writeYaml(list)
}

function portableMetadata(metadata: FunctionEventConfig['metadata']): FunctionEventConfig['metadata'] {
  const { labels, ...own } = without(metadata, 'namespace', 'resourceVersion', 'creationTimestamp')
  const kept = labels && without(labels, projectLabel)
  return { ...own, ...(kept && Object.keys(kept).length > 0 && { labels: kept }) }
}

/**
 * Reads events from YAML or JSON: a list, a map by name as the API gives it, a single one, an exported project with its events, or
 * several documents of these. A name that stands only as the key of a map is taken over; namespace, project and versions are not.
 * If anything in it is no event, nothing is read, and each fault says why and where.
 */
export function readEvents(text: string): ReadEvents {
  const lines = new LineCounter()
  const fault = (message: string, from: number, to = from): DocumentFault => {
    const { line, col } = lines.linePos(from)
    return { message, from, to: Math.max(to, from), line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const parsed = parseAllDocuments(text, {
    merge: true,
    prettyErrors: false,
    compat: 'yaml-1.1',
    lineCounter: lines,
  })
  const documents: Document.Parsed[] = Array.isArray(parsed) ? parsed : []
  const broken = documents.flatMap(({ errors }) => errors)
  if (broken.length > 0)
    return { faults: broken.map(({ message, pos }) => fault(sentence(message), pos[0], pos[1])) }

  const events: EventInFile[] = []
  const faults: DocumentFault[] = []
  const names = new Map<string, number>()
  for (const document of documents) {
    const start = document.contents?.range?.[0] ?? 0
    let value: unknown
    try {
      value = document.toJS()
    } catch (error) {
      faults.push(fault(sentence(error instanceof Error ? error.message : String(error)), start))
      continue
    }
    if (value === null || value === undefined) continue
    const candidates = candidatesOf(value)
    if (!candidates) {
      faults.push(fault('These are no events: an event has “spec”, and mostly “metadata”.', start))
      continue
    }
    for (const candidate of candidates) {
      const problem = eventFault(candidate.value)
      const at = placeOf({ document }, [...candidate.path, ...(problem?.path ?? [])])
      const [from, to] = at[1] > 0 ? at : [start, start]
      if (problem) {
        faults.push(fault(problem.message, from, to))
        continue
      }
      const config = configOf(candidate)
      const { line } = fault('', from)
      const { name } = config.metadata
      const earlier = name === undefined ? undefined : names.get(name)
      if (earlier !== undefined)
        faults.push(fault(`There is an event “${name}” in line ${earlier} already.`, from, to))
      if (name !== undefined) names.set(name, line)
      events.push({ config, line })
    }
  }
  if (faults.length > 0) return { faults }
  return events.length > 0 ? { events } : { faults: [fault('There are no events in it.', 0)] }
}

/** The values of a document that should be events, or undefined when it is something else altogether. */
function candidatesOf(value: unknown): Candidate[] | undefined {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ value: item, path: [String(index)] }))
  if (!isBranch(value)) return undefined
  if ('spec' in value) return [{ value, path: [] }]
  for (const holder of holders) {
    const held = value[holder]
    if (!isBranch(held) && !Array.isArray(held)) continue
    return candidatesOf(held)?.map((one) => ({ ...one, path: [holder, ...one.path] }))
  }
  // Anything else with keys is a map by name, unless nothing in it looks like an event.
  const entries = Object.entries(value)
  if (entries.length > 0 && !entries.some(([, item]) => isBranch(item) && 'spec' in item)) return undefined
  return entries.map(([name, item]) => ({ value: item, path: [name], name }))
}

/** The event of a value that has been found to be one. Known keys with nothing behind them are left out, as in any other YAML. */
function configOf({ value, name: key }: Candidate): FunctionEventConfig {
  const { metadata, spec } = value as FunctionEventConfig
  const { name, ...rest } = portableMetadata(filled(metadata ?? {}))
  const { attributes, ...own } = filled(spec)
  const given = name || key
  return {
    metadata: { ...(given && { name: given }), ...rest },
    // Attributes of other kinds mean what they mean: null may be a value there.
    spec: { ...own, ...(attributes && { attributes: filled(attributes, ['method', 'path', 'headers']) }) },
  }
}

/** A copy without the keys, of those given or of all, that hold null. */
function filled<Type extends object>(object: Type, keys: readonly string[] = Object.keys(object)): Type {
  const isKept = ([key, value]: [string, unknown]): boolean => value !== null || !keys.includes(key)
  return Object.fromEntries(Object.entries(object).filter(isKept)) as Type
}

function sentence(message: string): string {
  const words = message.trim()
  return words.endsWith('.') ? words : `${words}.`
}
