import { queryOptions } from '@tanstack/react-query'
import { functionKeys, type FunctionRef } from './function-keys'
import { pollWhile } from './polling'
import { readReplicaNames } from './replica-logs'

/** Names of a function's replicas, sorted; none while it is scaled to zero. */
export function replicasQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: functionKeys.replicas(ref),
    queryFn: async ({ signal }) => (await readReplicaNames(ref, signal)).names,
    ...pollWhile<string[]>(() => false, { slow: 10_000 }),
  })
}
