import type { FunctionSpec } from '@/api/generated/schema'

/** How many workers of a function read through one of its triggers, all replicas together; none of a function that does not run. */
export function workersOf(spec: FunctionSpec, trigger: string): number | undefined {
  const found = spec.triggers?.[trigger]
  if (!found) return undefined
  if (spec.disable || found.disabled) return 0
  const replicas = spec.replicas ?? Math.max(1, spec.minReplicas ?? 1)
  return replicas * (found.numWorkers || found.maxWorkers || 1)
}
