import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { FunctionSpec, LogRecord, NuclioFunction } from '@/api/generated/schema'

import { preparePython } from '../../scripts/prepare-python.mjs'

import { createRuntimes } from './index-of-runtimes'
import type { Runtime, Worker, WorkerAnswer, WorkerEvent } from './runtime'

/** Where the wrappers are when the server runs from its sources. */
export const assetsDirectory = dirname(fileURLToPath(import.meta.url))

/** The environment for Python functions, or undefined where there is no python3. */
export const pythonEnvironment = await preparePython({ say: () => undefined })

/** Functions of one test file: their folders and workers go away with `dispose`. */
export function testFunctions(instance: string) {
  const root = mkdtempSync(join(tmpdir(), 'functions-'))
  const workers: Worker[] = []
  const runtimes = createRuntimes({ assetsDirectory, pythonEnvironment, instance })

  /** A function of the files given, in a folder of its own. */
  const create = (runtime: string, files: Record<string, string>, spec: FunctionSpec = {}) => {
    const directory = mkdtempSync(join(root, 'function-'))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true })
      writeFileSync(join(directory, name), text)
    }
    const metadata = { name: 'tested', namespace: 'nuclio' }
    const fn: NuclioFunction = { metadata, spec: { runtime, ...spec }, status: { state: 'building' } }
    const found = runtimes.find(runtime)
    if (!found) throw new Error(`No runtime ${runtime}`)
    return new TestFunction(found, fn, directory, workers)
  }

  return {
    root,
    runtimes,
    create,
    async dispose() {
      await Promise.all(workers.map((worker) => worker.kill()))
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export class TestFunction {
  readonly buildLog: string[] = []
  /** Everything that the workers printed. */
  output = ''
  /** What was logged outside of events. */
  readonly records: LogRecord[] = []
  readonly runtime: Runtime
  readonly fn: NuclioFunction
  readonly directory: string
  readonly #workers: Worker[]

  constructor(runtime: Runtime, fn: NuclioFunction, directory: string, workers: Worker[]) {
    this.runtime = runtime
    this.fn = fn
    this.directory = directory
    this.#workers = workers
  }

  async build(signal = new AbortController().signal) {
    await this.runtime.build({
      fn: this.fn,
      directory: this.directory,
      signal,
      onLog: (_level, message) => this.buildLog.push(message),
    })
  }

  async start(id = 0): Promise<Worker> {
    const worker = await this.runtime.startWorker({
      id,
      fn: this.fn,
      directory: this.directory,
      trigger: { kind: 'http', name: 'default-http' },
      onOutput: (chunk) => (this.output += Buffer.from(chunk).toString()),
      onLog: (record) => this.records.push(record),
    })
    this.#workers.push(worker)
    return worker
  }
}

/** An answer with its body read. */
export interface ReadAnswer {
  status: number
  headers: [string, string][]
  body: Buffer
  text: string
  records: LogRecord[]
}

/** Sends an event and reads the whole answer. */
export async function call(worker: Worker, event: Partial<WorkerEvent> = {}): Promise<ReadAnswer> {
  const records: LogRecord[] = []
  const answer = await worker.handle(eventOf(event), (record) => records.push(record))
  const body = await bodyOf(answer)
  return { status: answer.status, headers: answer.headers, body, text: body.toString(), records }
}

export function eventOf(event: Partial<WorkerEvent> = {}): WorkerEvent {
  return {
    id: 'event-1',
    method: 'POST',
    path: '/',
    url: '/',
    headers: {},
    fields: {},
    contentType: 'text/plain',
    body: new Uint8Array(0),
    timestamp: Date.UTC(2026, 0, 2, 3, 4, 5),
    trigger: { kind: 'http', name: 'default-http' },
    ...event,
  }
}

export async function bodyOf(answer: WorkerAnswer): Promise<Buffer> {
  if (answer.body instanceof Uint8Array) return Buffer.from(answer.body)
  return Buffer.from(await new Response(answer.body).arrayBuffer())
}

/** Why something was refused. */
export async function failure(work: Promise<unknown>): Promise<Error> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof Error) return outcome
  throw new Error('It was expected to fail')
}

/** Whether a process still runs. One that has ended but was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}
