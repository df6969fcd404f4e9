import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import { formatConsoleLine } from '../../runtimes/console-line'
import { BuildError, type Runtime, type WorkerAnswer, type WorkerEvent } from '../../runtimes/runtime'
import { joinLines } from './line-joiner'
import type { ReplicaLog } from './replica-log'
import { runEvent } from './run-event'
import type { RunSettings } from './run-settings'
import { createWorkerPool, type PoolTimings, type WorkerPlace, type WorkerPool } from './worker-pool'

/** More processes than this would bring a machine to its knees, whatever the spec asks for. */
const processLimit = 64

export interface RunningFunctionOptions {
  fn: NuclioFunction
  runtime: Runtime
  /** Where the build is. */
  directory: string
  settings: RunSettings
  timings: PoolTimings
  replicaLog(replica: number): ReplicaLog
  onHealth: (problem: string | undefined) => void
  /** Gives the start up. */
  signal: AbortSignal
}

/** The processes of a function, from one start to one stop. */
export interface RunningFunction {
  /** Always answers; see `runEvent`. */
  run(event: WorkerEvent, signal: AbortSignal): Promise<WorkerAnswer>
  /** Lets events end for at most `grace` milliseconds. */
  stop(grace: number): Promise<void>
}

/** Starts every worker of every replica. Throws `BuildError` when one cannot start; then nothing is left running. */
export async function startFunction(options: RunningFunctionOptions): Promise<RunningFunction> {
  const { fn, runtime, directory, settings } = options
  const trigger = { kind: 'http', name: settings.httpTrigger ?? 'default-http' }
  // A function that was at zero wakes with one replica.
  const replicas = Math.max(1, settings.replicas)
  const processes = replicas * settings.workersPerReplica
  if (processes > processLimit) {
    throw new BuildError(
      `The function asks for ${replicas} × ${settings.workersPerReplica} workers; this platform starts at most ${processLimit} processes for a function`,
    )
  }

  function write({ replica }: WorkerPlace, record: LogRecord, name?: string) {
    const line = Buffer.from(`${formatConsoleLine(record, name)}\n`)
    options
      .replicaLog(replica)
      .append(line)
      .catch(() => undefined)
  }

  function note(place: WorkerPlace, level: 'info' | 'warn', message: string, fields = {}) {
    const time = Date.now()
    write(place, {
      level,
      time,
      name: 'processor',
      message,
      worker_id: String(place.id),
      ...fields,
    })
  }

  const pool = createWorkerPool({
    replicas,
    workersPerReplica: settings.workersPerReplica,
    timings: options.timings,
    async startWorker(place, signal) {
      const joiner = joinLines((bytes) => {
        options
          .replicaLog(place.replica)
          .append(bytes)
          .catch(() => undefined)
      })
      try {
        const worker = await runtime.startWorker({
          id: place.id,
          fn,
          directory,
          trigger,
          onOutput: joiner.push,
          onLog: (record) => write(place, record),
          signal,
        })
        note(place, 'info', 'Worker started', { pid: worker.pid })
        void worker.exited.then(joiner.flush)
        return worker
      } finally {
        joiner.flush()
      }
    },
    onHealth: options.onHealth,
    onCrash: (place, what) => note(place, 'warn', `Worker ${what}`),
  })
  await startOrGiveUp(pool, options.signal)

  return {
    run: (event, signal) =>
      runEvent(pool, event, {
        workerTimeout: settings.workerTimeout,
        eventTimeout: settings.eventTimeout,
        onLog: (place, record) => write(place, record, 'processor.http'),
        signal,
      }),
    stop: (grace) => pool.stop(grace),
  }
}

async function startOrGiveUp(pool: WorkerPool, signal: AbortSignal): Promise<void> {
  const giveUp = () => void pool.stop(0)
  signal.addEventListener('abort', giveUp)
  if (signal.aborted) giveUp()
  try {
    await pool.start()
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  // A worker that was ready at that very moment makes no start.
  if (signal.aborted) throw new BuildError('The start was given up')
}
