import type { FunctionConfig } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import { timerMilliseconds } from '../../timer'
import type { DeployOptions } from '../platform'
import { without } from '../without'
import { deploy } from './deploy'
import { asksForImport, defaultProject, enrichedMetadata, enrichedSpec, projectLabel } from './enrichment'
import { functionEntry, isProvisioning, saveEntry, setStatus, type FunctionEntry } from './function-entry'
import { entryKey, type FunctionsContext } from './functions-context'
import { closeListener } from './listening'
import { stopProcesses } from './processes'
import { furtherSpecRefusal, identityRefusal, specRefusal, type Refusal } from './validation'

const defaultStateTimeout = 60_000

/** Stores a new function and begins its deploy. Throws 400, 409 when the name is taken, 412. */
export async function createFunction(
  context: FunctionsContext,
  config: FunctionConfig,
  options: DeployOptions = {},
): Promise<void> {
  refuse(identityRefusal(config))
  refuseTaken(context, config)
  await validated(context, config)
  // Somebody may have been faster while the project was looked up.
  refuseTaken(context, config)
  await storeNew(context, config, options)
}

/** Replaces a function's configuration and deploys it; creates it when it is missing. Throws 400, 409, 412. */
export async function updateFunction(
  context: FunctionsContext,
  config: FunctionConfig,
  options: DeployOptions = {},
): Promise<void> {
  refuse(identityRefusal(config))
  const known = existing(context, config)
  if (known) refuseChange(known, config.metadata.resourceVersion, 'update')
  await validated(context, config)
  const entry = existing(context, config)
  if (!entry) return storeNew(context, config, options)
  refuseChange(entry, config.metadata.resourceVersion, 'update')
  const { record } = entry
  if (record.status.state === 'imported' && config.spec.disable) {
    throw new PlatformError(412, 'Failed to disable function: non-deployed functions cannot be disabled')
  }
  const spec = enrichedSpec(config.spec)
  const { mode, ...build } = spec.build ?? {}
  record.metadata = enrichedMetadata(config.metadata, record.namespace)
  record.spec = { ...spec, build }
  record.generation += 1
  delete record.withoutProcesses
  if (asksForImport(config)) return storeImported(context, entry)
  const needsBuild = mode !== 'neverBuild' || (!record.builtIn && !spec.disable)
  await begin(context, entry, needsBuild, options)
}

/** Refuses what may not be changed now: 409 for a version that is not the latest, 412 while something is under way. */
export function refuseChange(
  { record }: FunctionEntry,
  resourceVersion: string | undefined,
  change: 'update' | 'delete' | 'forcedDelete',
): void {
  if (resourceVersion && resourceVersion !== String(record.generation)) {
    throw new PlatformError(409, 'Function resource version is stale')
  }
  if (change === 'forcedDelete' || !isProvisioning(record)) return
  throw new PlatformError(
    412,
    change === 'delete'
      ? 'Function is being provisioned and cannot be deleted'
      : 'Function cannot be updated when existing function is being provisioned',
  )
}

/** The record for a configuration that is new here. */
export function newRecord(config: FunctionConfig): FunctionEntry['record'] {
  const { name, namespace } = config.metadata
  const spec = enrichedSpec(config.spec)
  return {
    namespace: namespace ?? '',
    name,
    metadata: enrichedMetadata(config.metadata, namespace ?? ''),
    spec: { ...spec, build: without(spec.build ?? {}, 'mode') },
    status: { state: 'building' },
    logs: [],
    generation: 1,
  }
}

async function storeNew(
  context: FunctionsContext,
  config: FunctionConfig,
  options: DeployOptions,
): Promise<void> {
  if (config.spec.build?.mode === 'neverBuild') {
    throw new PlatformError(400, 'Non existing function cannot be created with neverBuild mode')
  }
  // One that is just being deleted is still there, but may not be changed any more.
  refuseTaken(context, config)
  const entry = functionEntry(newRecord(config))
  context.entries.set(entryKey(entry.record), entry)
  try {
    if (asksForImport(config)) await storeImported(context, entry)
    else await begin(context, entry, true, options)
  } catch (error) {
    // What could not be stored must not be listed either; one that is only late is.
    if (!(error instanceof PlatformError)) context.entries.delete(entryKey(entry.record))
    throw error
  }
}

async function storeImported(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  entry.record.logs = []
  delete entry.record.builtIn
  setStatus(entry, { state: 'imported' })
  await saveEntry(context.store, entry)
  const { grace } = context.timings
  await Promise.all([closeListener(entry, grace), stopProcesses(entry, grace)])
}

async function begin(
  context: FunctionsContext,
  entry: FunctionEntry,
  build: boolean,
  { waitForEnd, stateTimeout = defaultStateTimeout }: DeployOptions,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new PlatformError(500, 'Timed out waiting for creation state to be set')),
      timerMilliseconds(stateTimeout),
    )
  })
  try {
    const begun = deploy(context, entry, { build })
    begun.catch(() => undefined)
    const { done } = await Promise.race([begun, late])
    if (waitForEnd) await done
  } finally {
    clearTimeout(timer)
  }
}

async function validated(context: FunctionsContext, config: FunctionConfig): Promise<void> {
  const spec = enrichedSpec(config.spec)
  refuse(specRefusal(spec))
  const project = config.metadata.labels?.[projectLabel] || defaultProject
  if (!(await context.projectExists(config.metadata.namespace ?? '', project))) {
    throw new PlatformError(412, 'Project does not exist')
  }
  refuse(furtherSpecRefusal(spec))
}

function existing(context: FunctionsContext, { metadata }: FunctionConfig): FunctionEntry | undefined {
  const entry = context.entries.get(entryKey({ namespace: metadata.namespace ?? '', name: metadata.name }))
  return entry?.deleted ? undefined : entry
}

function refuseTaken(context: FunctionsContext, { metadata }: FunctionConfig): void {
  if (context.entries.has(entryKey({ namespace: metadata.namespace ?? '', name: metadata.name }))) {
    throw new PlatformError(409, 'Cannot create two functions with the same name')
  }
}

function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw new PlatformError(refusal.status, refusal.message)
}
