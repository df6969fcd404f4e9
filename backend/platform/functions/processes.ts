import path from 'node:path'
import { BuildError } from '../../runtimes/runtime'
import { without } from '@/lib/without'
import type { FunctionEntry } from './function-entry'
import { messageOf } from './failure'
import { functionOfRecord, isProvisioning, saveEntry, setStatus } from './function-entry'
import { functionFolder } from './function-folder'
import type { FunctionsContext } from './functions-context'
import { openReplicaLog, type ReplicaLog } from './replica-log'
import { runSettings } from './run-settings'
import { startFunction, type RunningFunction } from './running-function'
import { watchIdle } from './idle-watch'
import { noRuntime } from './unsupported'

/** Name of a replica, counted from 0. */
export function replicaName(entry: FunctionEntry, replica: number): string {
  const { namespace, name } = entry.record
  return `nuclio-${namespace}-${name}${replica === 0 ? '' : `-${replica + 1}`}`
}

/** The log of a replica, opened on first use and kept until the function is deleted. */
export function replicaLogOf(context: FunctionsContext, entry: FunctionEntry, replica: number): ReplicaLog {
  const known = entry.replicaLogs.get(replica)
  if (known) return known
  const folder = path.join(functionFolder(context.dataDirectory, entry.record), 'logs')
  const log = openReplicaLog(folder, replicaName(entry, replica))
  entry.replicaLogs.set(replica, log)
  return log
}

/** Forgets the logs of replicas that the function does not have any more. */
export async function dropReplicaLogs(entry: FunctionEntry, replicas: number): Promise<void> {
  const gone = [...entry.replicaLogs].filter(([replica]) => replica >= Math.max(1, replicas))
  for (const [replica, log] of gone) {
    entry.replicaLogs.delete(replica)
    await log.remove()
  }
}

/**
 * Starts the processes of the last good build and puts them in the place of those that run, which end once their events
 * have. Throws `BuildError`; then what ran before still runs.
 */
export async function startProcesses(
  context: FunctionsContext,
  entry: FunctionEntry,
  signal: AbortSignal,
): Promise<void> {
  const { record } = entry
  const runtime = context.runtimes.find(record.spec.runtime ?? '')
  if (!runtime) throw new BuildError(noRuntime(record.spec.runtime, context.runtimes.supported()))
  const unavailable = await runtime.unavailable()
  if (unavailable) throw new BuildError(unavailable)
  if (!record.builtIn) throw new BuildError('The function has not been built; deploy it')
  const running = await startFunction({
    fn: functionOfRecord(record),
    runtime,
    directory: path.join(functionFolder(context.dataDirectory, record), record.builtIn),
    settings: runSettings(record.spec),
    streams: context.streams,
    timings: context.timings.pool,
    replicaLog: (replica) => replicaLogOf(context, entry, replica),
    onHealth(problem) {
      if (entry.running !== running || entry.work) return
      const state = problem ? ('unhealthy' as const) : ('ready' as const)
      setStatus(entry, { ...without(record.status, 'message'), state, ...(problem && { message: problem }) })
      saveEntry(context.store, entry).catch((error: unknown) => {
        context.log.error({ err: error, function: record.name }, 'A state could not be stored')
      })
    },
    onOwnEvent(change) {
      entry.activeEvents += change
      entry.lastEventAt = Date.now()
    },
    signal,
  })
  const before = entry.running
  entry.running = running
  entry.lastEventAt = Date.now()
  watchIdle(context, entry)
  if (before) void endProcesses(entry, before, context.timings.grace)
}

/** Ends the processes, those that were replaced too; requests still find the listener, and wake them. */
export async function stopProcesses(entry: FunctionEntry, grace: number): Promise<void> {
  clearInterval(entry.idleWatch)
  const { running } = entry
  delete entry.running
  const all = [...(running ? [running] : []), ...entry.ending.keys()]
  await Promise.all(all.map((one) => endProcesses(entry, one, grace)))
}

async function endProcesses(entry: FunctionEntry, ended: RunningFunction, grace: number): Promise<void> {
  const done = ended.stop(grace).finally(() => entry.ending.delete(ended))
  entry.ending.set(ended, done)
  await done
}

/** The part of the status that says where the function is reached. */
export function reachableAt(context: FunctionsContext, entry: FunctionEntry) {
  if (!entry.listener) return {}
  const host = context.functionHost.includes(':') ? `[${context.functionHost}]` : context.functionHost
  const urls = [`${host}:${entry.listener.port}`]
  return { httpPort: entry.listener.port, internalInvocationUrls: urls, externalInvocationUrls: [...urls] }
}

/**
 * Runs what changes the function's processes as its one work, after the end of the one before (whose last state may be seen
 * a moment earlier). Deletes and the end of the server abort it. Never rejects: a task that fails, because the store does for
 * example, leaves the function in no state of transition.
 */
export function beginWork(
  context: FunctionsContext,
  entry: FunctionEntry,
  task: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const abort = new AbortController()
  const done = (entry.work?.done ?? Promise.resolve())
    .then(() => (abort.signal.aborted ? undefined : task(abort.signal)))
    .catch((error: unknown) => {
      if (abort.signal.aborted) return
      context.log.error(
        { err: error, function: entry.record.name },
        'A function could not be brought to its state',
      )
      if (!isProvisioning(entry.record)) return
      const state = entry.running ? ('ready' as const) : ('unhealthy' as const)
      setStatus(entry, { state, message: messageOf(error), ...reachableAt(context, entry) })
    })
    .finally(() => {
      if (entry.work?.abort === abort) delete entry.work
    })
  entry.work = { abort, done }
  return done
}
