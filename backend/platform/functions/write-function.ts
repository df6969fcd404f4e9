import type { FunctionConfig, FunctionSpec } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import { timerMilliseconds } from '../../timer'
import type { DeployOptions, Named } from '../platform'
import { without } from '@/lib/without'
import { deploy } from './deploy'
import { projectOf } from '@/domain/function-config'
import { asksForImport, enrichedMetadata, enrichedSpec } from '@/domain/spec-rules/enrichment'
import { ingressesOf } from '@/domain/spec-rules/ingresses'
import { firstRefusal } from '@/domain/spec-rules/spec-findings'
import type { UsedIngress } from '@/domain/spec-rules/surroundings'
import { functionEntry, isProvisioning, saveEntry, setStatus, type FunctionEntry } from './function-entry'
import { entryKey, type FunctionsContext } from './functions-context'
import { closeListener } from './listening'
import { stopProcesses } from './processes'

const defaultStateTimeout = 60_000

/** Stores a new function and begins its deploy. Throws 400, 409 when the name is taken, 412. */
export async function createFunction(
  context: FunctionsContext,
  config: FunctionConfig,
  options: DeployOptions = {},
): Promise<void> {
  await refuseWrong(context, config, 'create')
  await storeNew(context, config, options)
}

/** Replaces a function's configuration and deploys it; creates it when it is missing. Throws 400, 409, 412. */
export async function updateFunction(
  context: FunctionsContext,
  config: FunctionConfig,
  options: DeployOptions = {},
): Promise<void> {
  await refuseWrong(context, config, 'update')
  const entry = existing(context, config)
  if (!entry) return storeNew(context, config, options)
  const { record } = entry
  const spec = enrichedSpec(structuredClone(config.spec))
  const { mode, ...build } = spec.build ?? {}
  const needsBuild = mode !== 'neverBuild' || (!record.builtIn && !spec.disable)
  record.metadata = enrichedMetadata(config.metadata, record.namespace)
  record.spec = needsBuild ? { ...spec, build } : withWhatWasBuilt({ ...spec, build }, record.spec)
  record.generation += 1
  delete record.withoutProcesses
  if (asksForImport(config)) return storeImported(context, entry)
  await begin(context, entry, needsBuild, options)
}

/** A spec that runs from the last build: what that build wrote stays where the spec is silent. */
function withWhatWasBuilt(spec: FunctionSpec, built: FunctionSpec): FunctionSpec {
  const timestamp = built.build?.timestamp
  return {
    ...spec,
    image: spec.image || built.image,
    handler: spec.handler || built.handler,
    build: { ...spec.build, ...(timestamp && { timestamp }) },
  }
}

/** Refuses to delete what may not go now: 409 for a version that is not the latest, 412 while something is under way. */
export function refuseDeletion(
  { record }: FunctionEntry,
  resourceVersion: string | undefined,
  isForced: boolean,
): void {
  if (resourceVersion && resourceVersion !== String(record.generation)) {
    throw new PlatformError(409, 'Function resource version is stale')
  }
  if (isForced || !isProvisioning(record)) return
  throw new PlatformError(412, 'Function is being provisioned and cannot be deleted')
}

/**
 * Refuses to delete a function that API gateways lead to (412), or deletes those first. Throws 412 for a canary as well: its other
 * function would be left without a gateway.
 */
export async function releaseFromGateways(
  { gateways }: FunctionsContext,
  ref: Named,
  isWithGateways: boolean,
): Promise<void> {
  if (!gateways || gateways.namesOf(ref).length === 0) return
  if (!isWithGateways) throw new PlatformError(412, 'Function is used by api gateways')
  await gateways.deleteOf(ref)
}

/** The record for a configuration that is new here. */
export function newRecord(config: FunctionConfig): FunctionEntry['record'] {
  const { name, namespace } = config.metadata
  const spec = enrichedSpec(structuredClone(config.spec))
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

/**
 * Throws what the rules have against the configuration. What it says of the function that is there holds until the caller
 * waits for something.
 */
async function refuseWrong(
  context: FunctionsContext,
  config: FunctionConfig,
  act: 'create' | 'update',
): Promise<void> {
  const name = projectOf({ metadata: config.metadata })
  const isThere = await context.projectExists(config.metadata?.namespace ?? '', name)
  const record = existing(context, config)?.record
  const refusal = firstRefusal(config, {
    act,
    platformKind: 'local',
    projects: new Set(isThere ? [name] : []),
    existing: record
      ? {
          state: record.status.state,
          resourceVersion: String(record.generation),
          apiGateways: context.gateways?.namesOf(record),
        }
      : null,
    ingresses: ingressesOf(config.spec).length > 0 ? ingressesOfOthers(context, config) : [],
  })
  if (refusal) throw new PlatformError(refusal.status, refusal.message)
}

function ingressesOfOthers(
  { entries, gateways }: FunctionsContext,
  { metadata: { name, namespace = '' } }: FunctionConfig,
): UsedIngress[] {
  const ofFunctions = [...entries.values()]
    .filter(({ record, deleted }) => !deleted && record.namespace === namespace && record.name !== name)
    .flatMap(({ record }) => ingressesOf(record.spec))
  return [...ofFunctions, ...(gateways?.places(namespace) ?? [])]
}

function existing(context: FunctionsContext, { metadata }: FunctionConfig): FunctionEntry | undefined {
  const { namespace = '', name = '' } = metadata ?? {}
  const entry = context.entries.get(entryKey({ namespace, name }))
  return entry?.deleted ? undefined : entry
}

function refuseTaken(context: FunctionsContext, { metadata }: FunctionConfig): void {
  if (context.entries.has(entryKey({ namespace: metadata.namespace ?? '', name: metadata.name }))) {
    throw new PlatformError(409, 'Cannot create two functions with the same name')
  }
}
