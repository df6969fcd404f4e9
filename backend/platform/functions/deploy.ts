import path from 'node:path'
import { firedByEmbedded } from '@/domain/triggers/kinds'
import { streamSettings } from '../../triggers/v3io-stream/stream-settings'
import type { StreamLog } from '../../streams/stream-log'
import { streamName } from '../../streams/stream-ref'
import { BuildError } from '../../runtimes/runtime'
import { deployLog, type DeployLog, type DeployStage } from './deploy-log'
import { messageOf } from './failure'
import { functionOfRecord, saveEntry, setStatus, type FunctionEntry } from './function-entry'
import { buildFolderName, functionFolder, removeFolder, writeSource } from './function-folder'
import type { FunctionsContext } from './functions-context'
import { closeListener, openListener } from './listening'
import { beginWork, dropReplicaLogs, reachableAt, startProcesses, stopProcesses } from './processes'
import { runSettings } from './run-settings'
import { workerGroups, workersOfReplica } from './worker-groups'
import { noRuntime, unsupportedSource } from './unsupported'

/**
 * Deploys what the entry's record says: builds it (unless told not to), starts it, and leaves its state and the records of
 * how it went in the record. Resolves when state `building` is stored; `done` when the deploy has ended, well or not.
 */
export async function deploy(
  context: FunctionsContext,
  entry: FunctionEntry,
  { build }: { build: boolean },
): Promise<{ done: Promise<void> }> {
  const { record } = entry
  record.logs = []
  setStatus(entry, { state: 'building' })
  // From here on what was built belongs to another spec: a restart of the server must not start it.
  const previous = record.builtIn
  if (build) delete record.builtIn
  const stored = saveEntry(context.store, entry)
  const madeStreams = ensureStreams(context, entry)
  madeStreams.catch(() => undefined)
  const done = beginWork(context, entry, async (signal) => {
    await stored
    await runDeploy(context, entry, build, signal, madeStreams)
    if (signal.aborted) return
    await dropReplicaLogs(entry, runSettings(record.spec).replicas)
    if (previous && previous !== record.builtIn) forgetBuild(context, entry, previous)
  })
  try {
    await stored
    // Whoever asks for the stream next finds it. Why there is none the deploy tells.
    await madeStreams.catch(() => undefined)
  } catch (error) {
    // What is not on disk is not under way either.
    setStatus(entry, { state: 'error', message: messageOf(error) })
    throw error
  }
  return { done }
}

async function runDeploy(
  context: FunctionsContext,
  entry: FunctionEntry,
  build: boolean,
  signal: AbortSignal,
  madeStreams: Promise<StreamLog[]>,
): Promise<void> {
  const { record } = entry
  const log = deployLog(record.logs)
  let stage: DeployStage = 'source'
  const enter = (next: DeployStage) => {
    stage = next
  }
  try {
    log.write('source', 'info', 'Deploying function', { functionName: record.name })
    for (const { ref, shards } of await madeStreams)
      log.write('source', 'info', 'Stream created', { stream: streamName(ref), shards: shards.length })
    if (build) await buildFunction(context, entry, log, signal, enter)
    else log.write('source', 'info', 'Skipping build')
    signal.throwIfAborted()
    enter('start')
    if (record.spec.disable) await leaveDisabled(context, entry, log)
    else await bringUp(context, entry, log, signal, enter)
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof BuildError)) {
      context.log.error({ err: error, function: record.name }, 'A deploy failed for a reason of the platform')
    }
    const message = messageOf(error)
    log.write(stage, 'error', 'Function deploy failed; setting the function status', { err: message })
    await closeListener(entry)
    await stopProcesses(entry, 0)
    if (build && !record.builtIn)
      await removeFolder(buildFolder(context, entry, buildFolderName(record.generation)))
    setStatus(entry, { state: 'error', message })
  }
  if (!signal.aborted) await saveEntry(context.store, entry)
}

/** Removes an earlier build once the processes that run from it have ended. */
function forgetBuild(context: FunctionsContext, entry: FunctionEntry, name: string): void {
  Promise.all(entry.ending.values())
    .then(() => removeFolder(buildFolder(context, entry, name)))
    .catch((error: unknown) => {
      context.log.warn({ err: error, function: entry.record.name }, 'An earlier build could not be removed')
    })
}

function buildFolder(context: FunctionsContext, entry: FunctionEntry, name: string): string {
  return path.join(functionFolder(context.dataDirectory, entry.record), name)
}

async function buildFunction(
  context: FunctionsContext,
  entry: FunctionEntry,
  log: DeployLog,
  signal: AbortSignal,
  enter: (stage: DeployStage) => void,
): Promise<void> {
  const { record } = entry
  const { spec } = record
  const runtime = context.runtimes.find(spec.runtime ?? '')
  if (!runtime) throw new BuildError(noRuntime(spec.runtime, context.runtimes.supported()))
  const unsupported = unsupportedSource(spec)
  if (unsupported) throw new BuildError(unsupported)
  const unavailable = await runtime.unavailable()
  if (unavailable) throw new BuildError(unavailable)
  const handler = spec.handler || runtime.defaultHandler
  if (!handler) throw new BuildError('The function has no handler; set spec.handler, such as main:handler')
  record.spec = { ...spec, handler }

  const name = buildFolderName(record.generation)
  const directory = buildFolder(context, entry, name)
  const sourceFile = runtime.sourceFile(handler)
  await writeSource(directory, sourceFile, spec.build?.functionSourceCode ?? '')
  log.write('source', 'info', 'Source written', { file: sourceFile })

  enter('build')
  log.write('build', 'info', 'Building', { runtime: spec.runtime })
  await runtime.build({
    fn: functionOfRecord(record),
    directory,
    onLog: (level, message, fields) => log.write('build', level, message, fields),
    signal,
  })
  signal.throwIfAborted()
  record.builtIn = name
  record.spec = {
    ...record.spec,
    image: `nuclio/processor-${record.name}:latest`,
    build: { ...spec.build, timestamp: Math.floor(Date.now() / 1000) },
  }
  log.write('build', 'info', 'Build complete')
}

/** Makes the streams that the function is to consume, also for one that does not run now. Resolves with those that were missing. */
async function ensureStreams({ streams }: FunctionsContext, { record }: FunctionEntry): Promise<StreamLog[]> {
  const made: StreamLog[] = []
  for (const { ref } of streamSettings(record)) {
    const { stream, isNew } = await streams.ensure(ref)
    if (isNew) made.push(stream)
  }
  return made
}

async function leaveDisabled(context: FunctionsContext, entry: FunctionEntry, log: DeployLog): Promise<void> {
  log.write('start', 'info', 'Disabling function')
  const { grace } = context.timings
  await Promise.all([closeListener(entry, grace), stopProcesses(entry, grace)])
  setStatus(entry, { state: 'ready' })
}

async function bringUp(
  context: FunctionsContext,
  entry: FunctionEntry,
  log: DeployLog,
  signal: AbortSignal,
  enter: (stage: DeployStage) => void,
): Promise<void> {
  const { record } = entry
  setStatus(entry, { state: 'waitingForResourceConfiguration' })
  await saveEntry(context.store, entry)
  const settings = runSettings(record.spec)
  const { replicas } = settings
  if (replicas > 0) {
    const workersPerReplica = workersOfReplica(workerGroups(settings, record))
    log.write('start', 'info', 'Starting workers', { replicas, workersPerReplica })
    await startProcesses(context, entry, signal)
  } else {
    log.write('start', 'info', 'Starting no worker: the function is to have no replica')
    await stopProcesses(entry, context.timings.grace)
  }
  signal.throwIfAborted()
  enter('readiness')
  await openListener(context, entry)
  const reachable = reachableAt(context, entry)
  setStatus(entry, { state: replicas > 0 ? 'ready' : 'scaledToZero', ...reachable })
  for (const [key, trigger] of Object.entries(record.spec.triggers ?? {})) {
    if (firedByEmbedded.has(trigger.kind) || trigger.disabled) continue
    log.write('readiness', 'warn', `This platform does not fire trigger "${key}" of kind ${trigger.kind}`)
  }
  log.write('readiness', 'info', 'Function deploy complete', {
    functionName: record.name,
    httpPort: reachable.httpPort,
    internalInvocationURLs: reachable.internalInvocationUrls,
    externalInvocationURLs: reachable.externalInvocationUrls,
  })
}
