import { byName } from '@/domain/function-filter'
import { functionRow, type FunctionRow } from '@/domain/function-rows'
import { ApiError, errorOfResponse, isAbort, networkError, unreadableAnswer } from './errors'
import type { FunctionConfig, NuclioFunction } from './generated/schema'
import { fullFunction } from './full-function'
import { ListSplitter } from './list-splitter'

/** What to read: headers say of which namespace and project. */
export interface ListRequest {
  headers: Record<string, string>
  /** The version of the list that the asker has. */
  known?: number
}

/** What has become of a list since the version that the asker has. */
export interface ListChange {
  version: number
  /** Whether the rows are all there are; otherwise they are those that are new or have changed. */
  whole: boolean
  /** The rows as a JSON array, by name: plain text is the fastest way from one thread to another. Empty when there are none. */
  rows: string
  /** Names that are gone. */
  removed: string[]
}

interface KnownFunction {
  name: string
  /** As the server wrote it; not known of what was read in one piece. */
  wire?: string
  /** Its row, as JSON. */
  row: string
}

interface KnownList {
  version: number
  functions: Map<string, KnownFunction>
}

/** So many lists are remembered. */
const limit = 4

/**
 * Reads lists of functions and tells only what is new in them. Runs beside the page, in a worker: fetching and parsing ten thousand
 * functions takes a good part of a second.
 */
export class FunctionLists {
  readonly #known = new Map<string, KnownList>()
  #version = 0

  /** Rejects with `ApiError`, and with an `AbortError` once the signal is given. */
  async read({ headers, known }: ListRequest, signal: AbortSignal): Promise<ListChange> {
    const key = JSON.stringify(headers)
    const before = this.#known.get(key)
    const functions = await readFunctions(headers, before?.functions, signal)
    const changed: KnownFunction[] = []
    for (const [id, known] of functions) if (before?.functions.get(id)?.row !== known.row) changed.push(known)
    const removed: string[] = []
    for (const [id, { name }] of before?.functions ?? []) if (!functions.has(id)) removed.push(name)
    const isNew = !before || changed.length > 0 || removed.length > 0
    const version = isNew ? (this.#version += 1) : before.version
    this.#remember(key, { version, functions })
    const whole = known === undefined || known !== before?.version
    return {
      version,
      whole,
      rows: rowsAsText(whole ? [...functions.values()] : changed),
      removed: whole ? [] : removed,
    }
  }

  #remember(key: string, list: KnownList): void {
    this.#known.delete(key)
    this.#known.set(key, list)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= limit) break
      this.#known.delete(oldest)
    }
  }
}

function rowsAsText(functions: readonly KnownFunction[]): string {
  if (functions.length === 0) return ''
  const rows = functions.toSorted(byName).map(({ row }) => row)
  return `[${rows.join(',')}]`
}

async function readFunctions(
  headers: Record<string, string>,
  before: ReadonlyMap<string, KnownFunction> | undefined,
  signal: AbortSignal,
): Promise<Map<string, KnownFunction>> {
  try {
    const response = await fetch('/api/functions', { headers, signal })
    if (!response.ok || /html/i.test(response.headers.get('content-type') ?? ''))
      throw await errorOfResponse(response)
    return before ? await readPieces(response, before) : await readWhole(response)
  } catch (error) {
    if (error instanceof ApiError || isAbort(error)) throw error
    if (error instanceof SyntaxError) throw unreadableAnswer(200, 'a broken text', error)
    throw networkError(error)
  }
}

type WireFunction = NuclioFunction | FunctionConfig

/** The first time, when somebody waits for it: parsed in one go, which is the fastest when all of it is new. */
async function readWhole(response: Response): Promise<Map<string, KnownFunction>> {
  const text = await response.text()
  const list = (text.trim() === '' ? null : JSON.parse(text)) as Record<string, WireFunction | null> | null
  if (typeof list !== 'object' || Array.isArray(list)) throw new SyntaxError('This is no list')
  const functions = new Map<string, KnownFunction>()
  for (const [key, wire] of Object.entries(list ?? {})) {
    if (typeof wire === 'object' && wire !== null) functions.set(key, knownFunction(wire, key))
  }
  return functions
}

/** Later, when hardly anything is new: only what the server writes otherwise than before is parsed. */
async function readPieces(
  response: Response,
  before: ReadonlyMap<string, KnownFunction>,
): Promise<Map<string, KnownFunction>> {
  const functions = new Map<string, KnownFunction>()
  const splitter = new ListSplitter()
  for await (const piece of textOf(response)) {
    for (const { key, text } of splitter.push(piece)) {
      const known = before.get(key)
      // The text of before is let go also when it is the same: it would keep the whole answer of before.
      const now = known?.wire === text ? known : knownFunction(JSON.parse(text) as WireFunction, key)
      functions.set(key, { ...now, wire: text })
    }
  }
  splitter.end()
  return functions
}

function knownFunction(wire: WireFunction, key: string): KnownFunction {
  const row: FunctionRow = functionRow(fullFunction(wire, key))
  return { name: row.name, row: JSON.stringify(row) }
}

async function* textOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    yield decoder.decode(value, { stream: true })
  }
  yield decoder.decode()
}
