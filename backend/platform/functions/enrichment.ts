import type { FunctionConfig, FunctionSpec, Metadata, Trigger } from '@/api/generated/schema'
import { without } from '../without'
import { canonicalQuantity } from './quantities'

/** The label that says which project a function belongs to. */
export const projectLabel = 'nuclio.io/project-name'

/** The project when no label names one. */
export const defaultProject = 'default'

/** What `python` without a version becomes. */
const defaultPython = 'python:3.11'

/** Annotations that ask for a record without a build or a deploy; spent once they were followed. */
const spentAnnotations = ['skip-build', 'skip-deploy']

/** Whether the configuration asks to be stored only, as an export does for the import that follows it. */
export function asksForImport(config: FunctionConfig): boolean {
  return config.metadata.annotations?.['skip-deploy'] === 'true'
}

/** The metadata to store: project label filled in, spent annotations gone, no version (the record has its own). */
export function enrichedMetadata(metadata: Metadata, namespace: string): Metadata {
  const kept = Object.entries(metadata.annotations ?? {}).filter(([key]) => !spentAnnotations.includes(key))
  return {
    ...without(metadata, 'resourceVersion', 'annotations'),
    namespace,
    labels: { ...metadata.labels, [projectLabel]: metadata.labels?.[projectLabel] || defaultProject },
    ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }),
  }
}

/**
 * The spec as Nuclio writes it back: defaults filled in, quantities in their usual form, nothing empty that it would drop.
 * Never changes its argument.
 */
export function enrichedSpec(given: FunctionSpec): FunctionSpec {
  const spec = withoutEmpty(structuredClone(given))
  const build = { ...spec.build }
  if (!build.codeEntryType && build.functionSourceCode) build.codeEntryType = 'sourceCode'
  if (spec.runtime === 'python') spec.runtime = defaultPython
  return {
    ...spec,
    ...enrichedReplicas(spec),
    resources: enrichedResources(spec),
    triggers: enrichedTriggers(spec),
    build,
    platform: spec.platform ?? {},
    securityContext: spec.securityContext ?? {},
    disableDefaultHTTPTrigger: spec.disableDefaultHTTPTrigger ?? false,
    eventTimeout: spec.eventTimeout ?? '',
  }
}

function enrichedReplicas({ replicas, minReplicas, maxReplicas }: FunctionSpec): Partial<FunctionSpec> {
  if (typeof replicas === 'number') return {}
  return {
    ...(typeof minReplicas === 'number' || typeof maxReplicas === 'number'
      ? { minReplicas: minReplicas ?? maxReplicas, maxReplicas: maxReplicas ?? minReplicas }
      : {}),
  }
}

function enrichedResources(spec: FunctionSpec): FunctionSpec['resources'] {
  const canonical = (amounts: object) =>
    Object.fromEntries(
      Object.entries(amounts).map(([name, amount]) => [name, canonicalQuantity(amount as string | number)]),
    )
  return {
    requests: { cpu: '25m', memory: '1Mi', ...canonical(spec.resources?.requests ?? {}) },
    ...(spec.resources?.limits && { limits: canonical(spec.resources.limits) }),
  }
}

function enrichedTriggers(spec: FunctionSpec): Record<string, Trigger> {
  const triggers: Record<string, Trigger> = {}
  for (const [key, trigger] of Object.entries(spec.triggers ?? {})) {
    const workers = trigger.numWorkers || trigger.maxWorkers || workersWrittenIn(trigger.kind)
    const batch =
      trigger.batch?.mode === 'enable' ? { batchSize: 10, timeout: '1s', ...trigger.batch } : undefined
    triggers[key] = {
      ...trigger,
      class: trigger.class ?? '',
      name: trigger.name || key,
      ...(workers ? { numWorkers: workers } : {}),
      ...(batch && { batch }),
    }
  }
  const hasHttp = Object.values(triggers).some((trigger) => trigger.kind === 'http')
  if (!hasHttp && !spec.disableDefaultHTTPTrigger) {
    triggers['default-http'] = { class: '', kind: 'http', name: 'default-http', numWorkers: 1 }
  }
  return triggers
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
  if (full.build) full.build = kept(full.build)
  if (full.disable === false) delete full.disable
  return full
}
