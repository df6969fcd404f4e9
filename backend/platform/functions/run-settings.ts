import type { FunctionSpec } from '@/api/generated/schema'
import { durationMilliseconds } from '@/domain/go-duration'
import { timerMilliseconds } from '../../timer'

/** How a function is to run, read from its enriched spec. Times in milliseconds, sizes in bytes. */
export interface RunSettings {
  /** Name of the HTTP trigger; undefined when the function has none that is enabled. */
  httpTrigger?: string
  /** Name under which the HTTP trigger shares its workers with others. */
  httpAllocator?: string
  replicas: number
  workersPerReplica: number
  workerTimeout: number
  eventTimeout?: number
  maxBodySize: number
  /** The port that the trigger insists on. */
  requiredPort?: number
  /** Without an event for this long the function is scaled to zero; undefined when it never is by itself. */
  idleWindow?: number
}

/** Reads the settings; a missing one has Nuclio's default. */
export function runSettings(spec: FunctionSpec): RunSettings {
  const http = Object.values(spec.triggers ?? {}).find(
    (trigger) => trigger.kind === 'http' && !trigger.disabled,
  )
  const attributes = (http?.attributes ?? {}) as Record<string, unknown>
  return {
    httpTrigger: http?.name,
    httpAllocator: http?.workerAllocatorName || undefined,
    replicas: wantedReplicas(spec),
    workersPerReplica: http?.numWorkers || 1,
    workerTimeout: timerMilliseconds(http?.workerAvailabilityTimeoutMilliseconds || 10_000),
    eventTimeout: timerMilliseconds(durationMilliseconds(spec.eventTimeout ?? '') ?? 0) || undefined,
    maxBodySize: positive(attributes.maxRequestBodySize) ?? 4 * 1024 * 1024,
    requiredPort: positive(attributes.port),
    idleWindow: idleWindow(spec),
  }
}

/** `replicas` overrides the limits; nothing scales up by load here, so of the limits the lower one counts. */
function wantedReplicas({ replicas, minReplicas }: FunctionSpec): number {
  return typeof replicas === 'number' ? replicas : Math.max(1, minReplicas ?? 1)
}

function idleWindow({ replicas, minReplicas, scaleToZero }: FunctionSpec): number | undefined {
  if (typeof replicas === 'number' || minReplicas !== 0) return undefined
  const windows = (scaleToZero?.scaleResources ?? []).map(
    (resource) => durationMilliseconds(resource.windowSize ?? '') ?? 0,
  )
  return timerMilliseconds(Math.max(0, ...windows)) || undefined
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined
}
