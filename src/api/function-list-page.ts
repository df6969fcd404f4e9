import { byName } from '@/domain/function-filter'
import type { FunctionRow } from '@/domain/function-rows'
import { headerName } from './client'
import { ApiError } from './errors'
import type { FunctionScope } from './function-keys'
import type { FunctionLists, ListChange, ListRequest } from './function-list'
import type { FromListWorker, ToListWorker } from './function-list-messages'

const versions = new WeakMap<FunctionRow[], number>()

/**
 * The functions of a namespace or of one project in it, by name. A function that has not changed has the same row as before, and a list in
 * which nothing has is the same array. Rejects with `ApiError`.
 * @param before what was read last
 */
export async function readFunctionRows(
  { namespace, project }: FunctionScope,
  before: FunctionRow[] | undefined,
  signal: AbortSignal,
): Promise<FunctionRow[]> {
  const headers: Record<string, string> = {
    'x-nuclio-function-namespace': headerName(namespace),
    ...(project && { 'x-nuclio-project-name': headerName(project) }),
    // What stands behind a gateway can be neither disabled nor deleted.
    'x-nuclio-function-enrich-apigateways': 'true',
  }
  const change = await readChange({ headers, known: before && versions.get(before) }, signal)
  const rows = applyChange(before ?? [], change)
  versions.set(rows, change.version)
  return rows
}

/** A list after a change. What has not changed stays the same object, the list too. */
export function applyChange(
  before: FunctionRow[],
  { whole, rows, removed }: Omit<ListChange, 'version'>,
): FunctionRow[] {
  const changed = rows === '' ? [] : (JSON.parse(rows) as FunctionRow[])
  if (whole) return changed
  if (changed.length === 0 && removed.length === 0) return before
  const gone = new Set(removed)
  const fresh = new Map(changed.map((row) => [row.name, row]))
  const after = before.filter(({ name }) => !gone.has(name)).map((row) => taken(fresh, row.name) ?? row)
  return fresh.size === 0 ? after : [...after, ...fresh.values()].sort(byName)
}

function taken<Key, Value>(map: Map<Key, Value>, key: Key): Value | undefined {
  const value = map.get(key)
  map.delete(key)
  return value
}

let inPage: Promise<FunctionLists> | undefined

async function readChange(request: ListRequest, signal: AbortSignal): Promise<ListChange> {
  const worker = listWorker()
  if (worker) {
    const change = await worker.read(request, signal)
    if (change) return change
  }
  // Where workers are not to be had, the page does it itself.
  inPage ??= import('./function-list').then((module) => new module.FunctionLists())
  return (await inPage).read(request, signal)
}

/** The thread beside the page that reads lists; started when it is first needed. */
class ListWorker {
  readonly #worker = new Worker(new URL('./function-list.worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, (answer: FromListWorker | undefined) => void>()
  #count = 0
  /** Whether it cannot be used: its script was not to be had, or the browser does not run it. */
  broken = false

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromListWorker>) =>
      this.#end(data.id, data),
    )
    this.#worker.addEventListener('error', () => {
      this.broken = true
      for (const id of this.#waiting.keys()) this.#end(id, undefined)
    })
  }

  /** Resolves to nothing when the worker turns out to be of no use. */
  read(request: ListRequest, signal: AbortSignal): Promise<ListChange | undefined> {
    const id = (this.#count += 1)
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const giveUp = () => {
        this.#waiting.delete(id)
        this.#send({ id })
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', giveUp)
      this.#waiting.set(id, (answer) => {
        signal.removeEventListener('abort', giveUp)
        if (answer?.failure) reject(errorOf(answer.failure))
        else resolve(answer?.change)
      })
      this.#send({ id, request })
    })
  }

  #send(message: ToListWorker): void {
    this.#worker.postMessage(message)
  }

  #end(id: number, answer: FromListWorker | undefined): void {
    const settle = this.#waiting.get(id)
    this.#waiting.delete(id)
    settle?.(answer)
  }
}

function errorOf({ status, message, detail }: NonNullable<FromListWorker['failure']>): Error {
  return status === undefined ? new Error(message) : new ApiError(status, message, { detail })
}

/** Starts what reads lists, which takes a moment: call it when a list will soon be asked for. */
export function prepareFunctionLists(): void {
  listWorker()
}

let worker: ListWorker | undefined

function listWorker(): ListWorker | undefined {
  if (typeof Worker === 'undefined') return undefined
  try {
    worker ??= new ListWorker()
  } catch {
    return undefined
  }
  return worker.broken ? undefined : worker
}
