import type { FunctionConfig } from '@/api/generated/schema'
import { without } from '@/lib/without'
import type { FunctionRecord } from './function-store'

/**
 * A function as it is exported: without namespace, version and trigger secrets, and marked so that an import only stores it
 * and remembers the state it was in.
 */
export function exportedFunction(record: FunctionRecord): FunctionConfig {
  const { metadata, spec, status } = structuredClone(record)
  const triggers = Object.fromEntries(
    Object.entries(spec.triggers ?? {}).map(([key, trigger]) => [
      key,
      without(trigger, 'password', 'secret'),
    ]),
  )
  return {
    metadata: {
      ...without(metadata, 'namespace', 'resourceVersion'),
      annotations: {
        ...metadata.annotations,
        'skip-build': 'true',
        'skip-deploy': 'true',
        'nuclio.io/previous-state': status.state ?? '',
      },
    },
    spec: { ...spec, triggers },
  }
}
