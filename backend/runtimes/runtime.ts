import type { LogRecord, NuclioFunction } from '@/api/generated/schema'

/** What a handler is called with, before a runtime gives it the shape of its language. */
export interface WorkerEvent {
  id: string
  method: string
  /** Path without the query, at least `/`. */
  path: string
  /** Path with the query, as it was sent. */
  url: string
  /** Names in lower case; several values of one name are joined with `, `. */
  headers: Record<string, string>
  /** The query; the last value of a name wins. */
  fields: Record<string, string>
  contentType: string
  body: Uint8Array
  /** Milliseconds since the epoch. */
  timestamp: number
  trigger: { kind: string; name: string }
  shardId?: number
  numShards?: number
  offset?: string
  topic?: string
}

/** What a worker answered. A failed handler is an answer too (500 with the text that Nuclio would give). */
export interface WorkerAnswer {
  status: number
  /** In the order given by the function; a name may come several times. */
  headers: [name: string, value: string][]
  body: ReadableStream<Uint8Array> | Uint8Array
}

/** The worker's process ended while an event was in it, or before it could take one. */
export class WorkerExit extends Error {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null

  constructor(message: string, code: number | null, signal: NodeJS.Signals | null) {
    super(message)
    this.name = 'WorkerExit'
    this.code = code
    this.signal = signal
  }
}

/** One process that handles one event at a time and keeps its module state between events. */
export interface Worker {
  readonly id: number
  readonly pid: number
  /**
   * Runs one event. Rejects with {@link WorkerExit} when the process ends first. Aborting the signal does not stop the handler:
   * only {@link Worker.kill} does, because a handler cannot be interrupted from outside.
   * `onLog` gets the records that the handler logged during this event, as they come.
   */
  handle(event: WorkerEvent, onLog: (record: LogRecord) => void): Promise<WorkerAnswer>
  /** Ends the process and everything it started. Resolves when it is gone. */
  kill(): Promise<void>
  /** Settles when the process is gone, whatever the reason. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export interface WorkerOptions {
  id: number
  fn: NuclioFunction
  /** The function's own folder, with the source in it and everything the build put there. */
  directory: string
  trigger: { kind: string; name: string }
  /** Raw bytes of stdout and stderr, for the replica's log. */
  onOutput: (chunk: Uint8Array) => void
  /** Records logged outside of any event (start, init_context, background). */
  onLog: (record: LogRecord) => void
  /** What the handler tells the platform beside its answers, such as that it is done with a record of a stream. */
  onControl?: (message: unknown) => void
  /** Gives the start up: what was started is ended. Means nothing any more once the worker is ready. */
  signal?: AbortSignal
}

export interface BuildOptions {
  fn: NuclioFunction
  directory: string
  /** One record per step and per line of a tool's output; shown to the person while it runs. */
  onLog: (
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    fields?: Record<string, unknown>,
  ) => void
  signal: AbortSignal
}

/** Why a build or a start failed, in words that name the cause (and the compiler's or interpreter's own text). */
export class BuildError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BuildError'
  }
}

/** One language that this platform runs. */
export interface Runtime {
  /** Nuclio's runtime names that it takes, e.g. `python:3.11`. */
  accepts(runtime: string): boolean
  /** Why it cannot run on this machine (no interpreter), or undefined. */
  unavailable(): Promise<string | undefined>
  /** The handler when the spec leaves it empty, or undefined when it is required. */
  readonly defaultHandler?: string
  /** Path of the source below the function's folder, from the handler: `main:handler` → `main.py`. */
  sourceFile(handler: string): string
  /** Environment, dependencies, `build.commands`, syntax check. Throws {@link BuildError}. */
  build(options: BuildOptions): Promise<void>
  /** Starts a worker and resolves when it is ready for events (init_context done). Throws {@link BuildError} when it cannot start. */
  startWorker(options: WorkerOptions): Promise<Worker>
}

/**
 * The runtimes of this machine, in `backend/runtimes/index-of-runtimes.ts`: `createRuntimes(options): Runtimes`.
 * `assetsDirectory` holds the wrappers (python/, nodejs/, shell/), `instance` marks every process that is started (environment
 * `NUCLIO_DASHBOARD_INSTANCE`), so that leftovers of a killed server are found and ended at the next start.
 */
export interface Runtimes {
  find(runtime: string): Runtime | undefined
  /** Names to tell a person whose runtime is not among them. */
  supported(): string[]
  /** Ends processes that a killed server with the same instance left behind; resolves with their number. */
  reapLeftovers(): Promise<number>
}

export interface RuntimesOptions {
  assetsDirectory: string
  /** A prepared environment with the `nuclio-sdk` package; absent when python3 is missing. */
  pythonEnvironment?: string
  instance: string
}
