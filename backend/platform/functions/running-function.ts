import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import { formatConsoleLine } from '../../runtimes/console-line'
import { BuildError, type Runtime, type WorkerAnswer, type WorkerEvent } from '../../runtimes/runtime'
import { cronSettings } from '../../triggers/cron/cron-settings'
import { startCronTrigger } from '../../triggers/cron/cron-trigger'
import { streamSettings } from '../../triggers/v3io-stream/stream-settings'
import type { Streams } from '../../streams/streams'
import { consumeStreams } from './consume-streams'
import { joinLines } from './line-joiner'
import type { ReplicaLog } from './replica-log'
import { runEvent, type EventOutcome, type RunEventOptions } from './run-event'
import type { RunSettings } from './run-settings'
import { workerGroups, workersOfReplica, type WorkerGroup } from './worker-groups'
import { createWorkerPool, type PoolTimings, type WorkerPlace, type WorkerPool } from './worker-pool'

/** More processes than this would bring a machine to its knees, whatever the spec asks for. */
const processLimit = 64

export interface RunningFunctionOptions {
  fn: NuclioFunction
  runtime: Runtime
  /** Where the build is. */
  directory: string
  settings: RunSettings
  streams: Streams
  timings: PoolTimings
  replicaLog(replica: number): ReplicaLog
  onHealth: (problem: string | undefined) => void
  /** An event that nobody sent from outside begins (1) or has ended (-1). */
  onOwnEvent: (change: 1 | -1) => void
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

/**
 * Starts every worker of every replica, then the triggers that fire by themselves. Throws `BuildError` when one cannot start; then
 * nothing is left running.
 */
export async function startFunction(options: RunningFunctionOptions): Promise<RunningFunction> {
  const { fn, runtime, directory, settings } = options
  const crons = cronSettings(fn.spec)
  const groups = workerGroups(settings, fn)
  // A function that was at zero wakes with one replica.
  const replicas = Math.max(1, settings.replicas)
  const workersPerReplica = workersOfReplica(groups)
  if (replicas * workersPerReplica > processLimit) {
    throw new BuildError(
      `The function asks for ${replicas} × ${workersPerReplica} workers; this platform starts at most ${processLimit} processes for a function`,
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

  const controls = new Set<(message: unknown) => void>()
  const problems = new Map<WorkerGroup, string>()
  const poolOf = (group: WorkerGroup) => {
    const [{ kind, name }] = group.triggers
    return createWorkerPool({
      replicas,
      workersPerReplica: group.workersPerReplica,
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
            trigger: { kind, name },
            onOutput: joiner.push,
            onLog: (record) => write(place, record),
            onControl: (message) => controls.forEach((take) => take(message)),
            signal,
          })
          note(place, 'info', 'Worker started', { pid: worker.pid, trigger: name })
          void worker.exited.then(joiner.flush)
          return worker
        } finally {
          joiner.flush()
        }
      },
      onHealth(problem) {
        if (problem === undefined) problems.delete(group)
        else problems.set(group, problem)
        const [first] = problems.values()
        options.onHealth(first)
      },
      onCrash: (place, what) => note(place, 'warn', `Worker ${what}`),
    })
  }
  const pools = groups.map((group) => ({ group, pool: poolOf(group) }))
  await startOrGiveUp(
    pools.map(({ pool }) => pool),
    options.signal,
  )

  async function runOnPool(
    event: WorkerEvent,
    more: Pick<RunEventOptions, 'signal' | 'only'>,
  ): Promise<EventOutcome> {
    for (const { group, pool } of pools) {
      const trigger = group.triggers.find(({ kind, name }) =>
        // The http trigger of a function may get another name while these processes still run under the one before.
        kind === 'http' ? event.trigger.kind === kind : event.trigger.name === name,
      )
      if (!trigger) continue
      return runEvent(pool, event, {
        workerTimeout: trigger.workerTimeout,
        eventTimeout: settings.eventTimeout,
        onLog: (place, record) => write(place, record, `processor.${trigger.kind}`),
        onNoWorker() {
          if (trigger.kind === 'http') return
          const message = 'No worker was free in time; a run is left out'
          note({ replica: 0, id: 0 }, 'warn', message, { trigger: trigger.name })
        },
        ...more,
      })
    }
    return { how: 'noWorker', answer: { status: 503, headers: [], body: new Uint8Array() } }
  }

  /** Runs an event that nobody waits for to its end. */
  async function runToEnd(
    event: WorkerEvent,
    more: Pick<RunEventOptions, 'signal' | 'only'>,
  ): Promise<EventOutcome> {
    options.onOwnEvent(1)
    try {
      const outcome = await runOnPool(event, more)
      const { body } = outcome.answer
      // A handler whose stream breaks off has written why into its log.
      if (!(body instanceof Uint8Array)) await body.pipeTo(new WritableStream()).catch(() => undefined)
      return outcome
    } finally {
      options.onOwnEvent(-1)
    }
  }

  const ended = new AbortController()
  const stopCrons = crons.map(({ name, schedule, event }) =>
    startCronTrigger({
      name,
      schedule,
      event,
      fire: (run) => void runToEnd(run, { signal: ended.signal }),
    }),
  )
  const consumed = consumeStreams({
    settings: streamSettings(fn),
    replicas,
    streams: options.streams,
    run: runToEnd,
    onProblem: (message, fields) => note({ replica: 0, id: 0 }, 'warn', message, fields),
  })
  controls.add(consumed.control)

  return {
    run: async (event, signal) => (await runOnPool(event, { signal })).answer,
    async stop(grace) {
      for (const stopCron of stopCrons) stopCron()
      const released = consumed.stop()
      await Promise.all(pools.map(({ pool }) => pool.stop(grace)))
      await released
      ended.abort()
    },
  }
}

/** Starts the pools one by one; when one cannot start, those before it end too. */
async function startOrGiveUp(pools: WorkerPool[], signal: AbortSignal): Promise<void> {
  const stopAll = () => Promise.all(pools.map((pool) => pool.stop(0)))
  const giveUp = () => void stopAll()
  signal.addEventListener('abort', giveUp)
  if (signal.aborted) giveUp()
  try {
    for (const pool of pools) await pool.start()
  } catch (error) {
    await stopAll()
    throw error
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  // A worker that was ready at that very moment makes no start.
  if (signal.aborted) throw new BuildError('The start was given up')
}
