import type { FunctionConfig } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import type { Functions, Named } from '../platform'
import { without } from '@/lib/without'
import { bringUpAgain, takeUp } from './boot'
import { deploy } from './deploy'
import { defaultProject, projectLabel } from '@/domain/function-config'
import { exportedFunction } from './exported-function'
import {
  functionEntry,
  functionOfRecord,
  isProvisioning,
  saveEntry,
  listedFunction,
  setStatus,
  type FunctionEntry,
} from './function-entry'
import { functionFolder, removeFolder } from './function-folder'
import { entryKey, type FunctionsContext, type FunctionsOptions } from './functions-context'
import { invoke } from './invocation'
import { closeListener } from './listening'
import { beginWork, replicaLogOf, replicaName, stopProcesses } from './processes'
import { runSettings } from './run-settings'
import { scaleToZero } from './scaling'
import { defaultPoolTimings } from './worker-pool'
import { upstreamOf, type FunctionUpstream } from './upstream'
import {
  createFunction,
  newRecord,
  refuseDeletion,
  releaseFromGateways,
  updateFunction,
} from './write-function'

/** The functions of the embedded platform, with their begin and end. */
export interface FunctionsPlatform extends Functions {
  /** Takes up what is stored. Every function is there and its port open when it resolves; processes come up after that. */
  start(): Promise<void>
  /** Ends every process and port; nothing of what is stored changes. */
  close(): Promise<void>
  /** The function as what is in front of it reaches it; undefined when there is none of that name. */
  upstream(ref: Named): FunctionUpstream | undefined
  /** Stores configurations as ready functions that have no process; for test controls. */
  seed(configs: FunctionConfig[]): Promise<void>
}

/** Makes the functions part of the platform; call `start` before anything else. */
export function createFunctions({ timings, ...options }: FunctionsOptions): FunctionsPlatform {
  const context: FunctionsContext = {
    ...options,
    timings: { pool: defaultPoolTimings, grace: 10_000, ...timings },
    entries: new Map(),
    onIdle(entry) {
      scaleToZero(context, entry).catch((error: unknown) => {
        context.log.error(
          { err: error, function: entry.record.name },
          'An idle function could not be scaled to zero',
        )
      })
    },
  }

  function found(ref: Named): FunctionEntry {
    const entry = context.entries.get(entryKey(ref))
    if (!entry || entry.deleted) throw new PlatformError(404, 'Function not found')
    return entry
  }

  return {
    start: () => takeUp(context),

    async close() {
      const entries = [...context.entries.values()]
      for (const entry of entries) entry.work?.abort.abort()
      await Promise.all(
        entries.map(async (entry) => {
          await closeListener(entry)
          await entry.work?.done
          await stopProcesses(entry, 0)
          await closeLogs(entry)
          await entry.saving
        }),
      )
    },

    async seed(configs) {
      const records = configs.map((config) => ({
        ...newRecord(config),
        status: config.status ?? { state: 'ready' as const },
        withoutProcesses: true,
      }))
      await context.store.put(records)
      for (const record of records) context.entries.set(entryKey(record), functionEntry(record))
    },

    async list({ namespace, project, name }) {
      return [...context.entries.values()]
        .filter(({ record, deleted }) => !deleted && record.namespace === namespace)
        .filter(({ record }) => name === undefined || record.name === name)
        .filter(({ record }) => project === undefined || projectOf(record.metadata.labels) === project)
        .map(listedFunction)
        .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
    },

    async get(ref) {
      return functionOfRecord(found(ref).record)
    },

    create: (config, deployOptions) => createFunction(context, config, deployOptions),

    update: (config, deployOptions) => updateFunction(context, config, deployOptions),

    async setDesiredState(ref, desiredState) {
      const entry = found(ref)
      if (desiredState === 'scaledToZero') return wantZero(context, entry)
      return wantReady(context, entry)
    },

    async delete(ref, { resourceVersion, ignoreState, withApiGateways, ignoreApiGateways } = {}) {
      const entry = context.entries.get(entryKey(ref))
      if (!entry || entry.deleted) return
      refuseDeletion(entry, resourceVersion, ignoreState === true)
      if (!ignoreApiGateways) await releaseFromGateways(context, ref, withApiGateways === true)
      if (!entry.deleted) await remove(context, entry)
    },

    async replicas(ref) {
      const entry = found(ref)
      return replicaNames(entry)
    },

    async logs(ref, replica, logOptions) {
      const entry = found(ref)
      const index = replicaNames(entry).indexOf(replica)
      if (index < 0)
        throw new PlatformError(400, `${replica} replica does not belong to function ${ref.name}`)
      return replicaLogOf(context, entry, index).read(logOptions)
    },

    invoke: (ref, request) => invoke(context, ref, request),

    upstream: (ref) => upstreamOf(context, ref),

    async export(ref) {
      return exportedFunction(found(ref).record)
    },
  }
}

function projectOf(labels: Record<string, string> | undefined): string {
  return labels?.[projectLabel] || defaultProject
}

/** A function always has a first replica to ask for logs, also while nothing of it runs. */
function replicaNames(entry: FunctionEntry): string[] {
  const count = Math.max(1, runSettings(entry.record.spec).replicas)
  return Array.from({ length: count }, (_, replica) => replicaName(entry, replica))
}

async function wantZero(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  const { spec, status } = entry.record
  if (spec.minReplicas !== 0) {
    throw new PlatformError(412, 'Cannot scale to zero a function with non-zero min replicas')
  }
  if (status.state === 'scaledToZero' || status.state === 'waitingForScaleResourceToZero') return
  if (status.state !== 'ready' || spec.disable) {
    throw new PlatformError(412, 'Only a running function can be scaled to zero')
  }
  await scaleToZero(context, entry)
}

async function wantReady(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  const { record } = entry
  // Under way already, or disabled: accepted, and nothing to do.
  if (isProvisioning(record) || record.spec.disable) return
  if (record.status.state === 'imported') {
    await deploy(context, entry, { build: true })
    return
  }
  if (!record.builtIn) {
    throw new PlatformError(412, 'No image field in function config spec, unable to redeploy')
  }
  setStatus(entry, { ...without(record.status, 'message'), state: 'waitingForResourceConfiguration' })
  const stored = saveEntry(context.store, entry)
  void beginWork(context, entry, async (signal) => {
    await stored
    await bringUpAgain(context, entry, signal)
  })
  await stored
}

async function closeLogs({ replicaLogs }: FunctionEntry): Promise<void> {
  await Promise.all([...replicaLogs.values()].map((log) => log.close()))
}

/** Removes all there is of a function: what is under way, processes, port, record, folder. */
async function remove(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  const { record } = entry
  entry.deleted = true
  entry.work?.abort.abort()
  try {
    await closeListener(entry)
    await entry.work?.done
    await Promise.all([closeListener(entry), stopProcesses(entry, 0)])
    await closeLogs(entry)
    await entry.saving
    await context.store.delete(record)
    await removeFolder(functionFolder(context.dataDirectory, record))
    await context.functionDeleted?.(record)
  } finally {
    if (context.entries.get(entryKey(record)) === entry) context.entries.delete(entryKey(record))
  }
}
