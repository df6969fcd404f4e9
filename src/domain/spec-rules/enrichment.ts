import type { FunctionConfig, FunctionSpec, Metadata, Trigger } from '@/api/generated/schema'
import { defaultProject, projectLabel, spentAnnotations } from '@/domain/function-config'
import { isBranch, setAt } from '@/lib/tree'
import { without } from '@/lib/without'
import { canonicalQuantity } from './quantities'
import { quantitiesOf } from './quantity-places'

/** What `python` without a version becomes. */
const defaultPython = 'python:3.11'

/** Kinds that read a stream by partitions: only for them workers are waited for and events may be acknowledged by code. */
const streamKinds = new Set(['kafka', 'kafka-cluster', 'v3ioStream'])

/** Whether the configuration asks to be stored only, as an export does for the import that follows it. */
export function asksForImport(config: FunctionConfig): boolean {
  return config.metadata.annotations?.['skip-deploy'] === 'true'
}

/** The metadata to store: project label filled in, spent annotations gone, no version (the record has its own). */
export function enrichedMetadata(metadata: Metadata, namespace: string): Metadata {
  const annotations = without(metadata.annotations ?? {}, ...spentAnnotations)
  return {
    ...without(metadata, 'resourceVersion', 'annotations'),
    namespace,
    labels: { ...metadata.labels, [projectLabel]: metadata.labels?.[projectLabel] || defaultProject },
    ...(Object.keys(annotations).length > 0 && { annotations }),
  }
}

/**
 * The spec as Nuclio writes it back: defaults filled in, quantities in their usual form, nothing empty that it would drop.
 * Never changes its argument; what is not changed is shared with it. Parts of a wrong type come back as they are.
 */
export function enrichedSpec(given: FunctionSpec): FunctionSpec {
  const spec = withCanonicalAmounts(withoutEmpty(given))
  return {
    ...spec,
    ...(spec.runtime === 'python' && { runtime: defaultPython }),
    ...enrichedReplicas(spec),
    resources: enrichedResources(spec.resources),
    triggers: enrichedTriggers(spec),
    build: enrichedBuild(spec.build),
    platform: spec.platform ?? {},
    securityContext: spec.securityContext ?? {},
    disableDefaultHTTPTrigger: spec.disableDefaultHTTPTrigger ?? false,
    eventTimeout: spec.eventTimeout ?? '',
  }
}

function enrichedBuild(build: FunctionSpec['build']): FunctionSpec['build'] {
  if (build !== undefined && !isBranch(build)) return build
  if (!build?.functionSourceCode || build.codeEntryType) return { ...build }
  return { ...build, codeEntryType: 'sourceCode' }
}

function enrichedReplicas({ replicas, minReplicas, maxReplicas }: FunctionSpec): Partial<FunctionSpec> {
  if (typeof replicas === 'number') return {}
  if (typeof minReplicas !== 'number' && typeof maxReplicas !== 'number') return {}
  return { minReplicas: minReplicas ?? maxReplicas, maxReplicas: maxReplicas ?? minReplicas }
}

function enrichedResources(resources: FunctionSpec['resources']): FunctionSpec['resources'] {
  if (resources !== undefined && !isBranch(resources)) return resources
  const { requests, limits } = resources ?? {}
  return {
    requests: isBranch(requests ?? {}) ? { cpu: '25m', memory: '1Mi', ...requests } : requests,
    ...(limits && { limits }),
  }
}

function withCanonicalAmounts(spec: FunctionSpec): FunctionSpec {
  return quantitiesOf(spec).reduce((at, [path, amount]) => {
    const canonical = canonicalQuantity(amount)
    return canonical === amount ? at : setAt(at, path, canonical)
  }, spec)
}

function enrichedTriggers(spec: FunctionSpec): Record<string, Trigger> | undefined {
  if (spec.triggers !== undefined && !isBranch(spec.triggers)) return spec.triggers
  const triggers: Record<string, Trigger> = {}
  for (const [key, trigger] of Object.entries(spec.triggers ?? {})) {
    triggers[key] = isBranch(trigger) ? enrichedTrigger(key, trigger) : trigger
  }
  const hasHttp = Object.values(triggers).some((trigger) => isBranch(trigger) && trigger.kind === 'http')
  if (!hasHttp && !spec.disableDefaultHTTPTrigger) {
    triggers['default-http'] = { class: '', kind: 'http', name: 'default-http', numWorkers: 1 }
  }
  return triggers
}

function enrichedTrigger(key: string, trigger: Trigger): Trigger {
  const workers = trigger.numWorkers || trigger.maxWorkers || workersWrittenIn(trigger.kind)
  return {
    ...trigger,
    class: trigger.class ?? '',
    name: trigger.name || key,
    ...(workers ? { numWorkers: workers } : {}),
    ...(trigger.batch?.mode === 'enable' && { batch: { batchSize: 10, timeout: '1s', ...trigger.batch } }),
    ...(streamKinds.has(trigger.kind ?? '') && {
      workerTerminationTimeout: trigger.workerTerminationTimeout || '10s',
      explicitAckMode: trigger.explicitAckMode || 'disable',
    }),
  }
}

function workersWrittenIn(kind: string | undefined): number | undefined {
  return kind === 'http' || kind === 'v3ioStream' ? 1 : undefined
}

/** Nulls and empty strings directly in the spec and in its build say nothing: Nuclio does not store them. */
function withoutEmpty(spec: FunctionSpec): FunctionSpec {
  const kept = <T extends object>(part: T): T =>
    Object.fromEntries(
      Object.entries(part).filter(([, value]) => value !== null && value !== '' && value !== undefined),
    ) as T
  const full = kept(spec)
  if (isBranch(full.build)) full.build = kept(full.build)
  if (full.disable === false) delete full.disable
  return full
}
