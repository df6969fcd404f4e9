import { isAlias, isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'
import type { FunctionConfig } from '@/api/generated/schema'
import { isBranch, samePath, setAt, valueAt, type Path } from '@/lib/tree'
import { withoutNulls } from '@/lib/without-nulls'
import { writeYaml } from './yaml-writing'

/** The head of a function.yaml, as Nuclio's command line writes it. */
export const documentHead = { apiVersion: 'nuclio.io/v1', kind: 'NuclioFunction' }

/** What a function.yaml says, without what belongs to one server: the fields of `{ metadata, spec }` that a person writes. */
export interface Written {
  metadata: Record<string, unknown>
  spec: Record<string, unknown>
}

/** Why a text is no function, and where: offsets into the text, and the place as people count (from 1). */
export interface DocumentFault {
  message: string
  from: number
  to: number
  line: number
  column: number
}

/** A text that could be read as a function. */
export interface FunctionDocument {
  text: string
  document: Document.Parsed
  lines: LineCounter
  written: Written
  /** Namespace in the text; it is not taken over. */
  namespace?: string
  /** Keys at the top that are no part of a function's configuration. */
  leftOut: string[]
}

export type ReadDocument = { ok: FunctionDocument; faults?: never } | { ok?: never; faults: DocumentFault[] }

/**
 * What the server writes by itself, and nobody by hand. It is left out of a document, and a document cannot change it.
 */
const ownedByServer: Path[] = [
  ['metadata', 'namespace'],
  ['metadata', 'resourceVersion'],
  ['metadata', 'creationTimestamp'],
  ['spec', 'imageHash'],
  ['spec', 'build', 'timestamp'],
]

/** Whether a place of `{ metadata, spec }` is left out of documents, since the server writes it by itself. */
export function isOwnedByServer(path: Path): boolean {
  return ownedByServer.some((own) => samePath(own, path))
}

const reading = { merge: true, prettyErrors: false, compat: 'yaml-1.1' } as const

/** What a document of this configuration says. */
export function writtenPart(config: FunctionConfig): Written {
  const { metadata, spec } = ownedByServer.reduce<{ metadata: object; spec: object }>(
    (at, path) => (valueAt(at, path) === undefined ? at : setAt(at, path, undefined)),
    config,
  )
  return withoutNulls({ metadata, spec }) as Written
}

/** The whole function.yaml of a configuration. */
export function functionYaml(config: FunctionConfig): string {
  return writeYaml({ ...documentHead, ...writtenPart(config) })
}

/**
 * Reads a function.yaml, or the same as JSON. A text that is not YAML, holds several documents, or describes something else is
 * answered with the places and the reasons. Empty values (`env:` with nothing behind it) count as left out, as servers read them.
 */
export function readFunctionDocument(text: string): ReadDocument {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { ...reading, lineCounter: lines })
  const fault = (message: string, from: number, to = from): DocumentFault => {
    const { line, col } = lines.linePos(from)
    return { message, from, to: Math.max(to, from), line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (!Array.isArray(documents) || documents.length === 0)
    return { faults: [fault('There is nothing in it yet. A function has “metadata” and “spec”.', 0)] }
  const [document, second] = documents
  const errors = documents.flatMap(({ errors: found }) => found)
  if (errors.length > 0) {
    // The last of several may be the parser's own trouble with what the others tell of.
    const told = errors.filter(({ code }) => code !== 'RESOURCE_EXHAUSTION')
    if (told.length === 0)
      return { faults: [fault('It is nested too deeply to be read.', errors[0]?.pos[0] ?? 0)] }
    return { faults: told.map(({ message, pos }) => fault(sentence(message), pos[0], pos[1])) }
  }
  if (second)
    return {
      faults: [
        fault(
          `There are ${documents.length} documents in it, split by “---”. A function is one document.`,
          second.range[0],
        ),
      ],
    }
  if (!document) return { faults: [] }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    return { faults: [fault(sentence(error instanceof Error ? error.message : String(error)), 0)] }
  }
  const start = document.contents?.range?.[0] ?? 0
  if (!isBranch(value))
    return { faults: [fault('A function is written as keys and values, with “metadata” and “spec”.', start)] }
  const kindAt = keyPlace(document, 'kind')
  if (typeof value['kind'] === 'string' && !/^(nuclio)?function$/i.test(value['kind']))
    return {
      faults: [
        fault(
          `This describes something else: its kind is “${value['kind']}”, not “${documentHead.kind}”.`,
          kindAt?.[0] ?? start,
          kindAt?.[1],
        ),
      ],
    }
  if (!('metadata' in value) && !('spec' in value))
    return { faults: [fault('This is not a function: a function has “metadata” and “spec”.', start)] }
  for (const part of ['metadata', 'spec'] as const) {
    if (isBranch(value[part])) continue
    const at = keyPlace(document, part)
    const words = at ? `“${part}” must hold keys and values.` : `“${part}” is missing.`
    return { faults: [fault(words, at?.[0] ?? start, at?.[1])] }
  }
  const { metadata, spec } = value as { metadata: Record<string, unknown>; spec: object }
  const { namespace } = metadata
  return {
    ok: {
      text,
      document,
      lines,
      written: writtenPart({ metadata, spec } as unknown as FunctionConfig),
      namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
      leftOut: Object.keys(value).filter((key) => !['apiVersion', 'kind', 'metadata', 'spec'].includes(key)),
    },
  }
}

function keyPlace(document: Document.Parsed, key: string): [number, number] | undefined {
  const { contents } = document
  const pair = isMap(contents) ? contents.items.find((item) => String(item.key) === key) : undefined
  const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
  return range && [range[0], range[1]]
}

function sentence(message: string): string {
  const words = message.trim()
  return words.endsWith('.') ? words : `${words}.`
}

/**
 * Where a place of `{ metadata, spec }` stands in the text: its value, or its key where the value is long or empty; where it is
 * missing, the key of what should hold it. Offsets into the text.
 */
export function placeOf({ document }: Pick<FunctionDocument, 'document'>, path: Path): [number, number] {
  let node: unknown = document.contents
  let place: [number, number] = [0, 0]
  const rangeOf = (at: unknown): [number, number] | undefined => {
    const range = (at as { range?: [number, number, number] } | null | undefined)?.range
    return range ? [range[0], range[1]] : undefined
  }
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    const pairs = isMap(node) ? node.items : undefined
    const pair = pairs?.find((item) => String(item.key) === key)
    const item = (node as { items?: unknown[] } | undefined)?.items?.[Number(key)]
    const next = pairs ? pair?.value : item
    const isLast = depth === path.length - 1
    const value = rangeOf(next)
    const isShort = value && value[1] > value[0] && !(next as { items?: unknown } | null)?.items
    if (pairs && !pair) return place
    place = (isLast && isShort ? value : (rangeOf(pair?.key) ?? value)) ?? place
    if (next === undefined || next === null) return place
    node = next
  }
  return place
}
