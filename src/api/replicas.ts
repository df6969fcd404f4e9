import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, headerName } from './client'
import { functionKeys, type FunctionRef } from './function-keys'
import { pollWhile } from './polling'

/** Names of a function's replicas, sorted; none while it is scaled to zero. */
export function replicasQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: functionKeys.replicas(ref),
    queryFn: async ({ signal }) => {
      const answer = await dataOf(
        api.GET('/api/functions/{name}/replicas', { params: replicaParams(ref), signal }),
      )
      return [...(answer?.names ?? [])].sort()
    },
    ...pollWhile<string[]>(() => false, { slow: 10_000 }),
  })
}

export interface ReplicaLogOptions {
  /** Keep the stream open for what comes. */
  follow: boolean
  /** How far back to begin, seconds. */
  since?: number
  /** How many lines from the end to begin with; some servers ignore less than 2. */
  tailLines?: number
  signal: AbortSignal
}

/** The output of a replica as it comes. A stream that ends is no error: servers and proxies cut it as they like. */
export async function openReplicaLogs(
  ref: FunctionRef,
  replica: string,
  { follow, since, tailLines, signal }: ReplicaLogOptions,
): Promise<ReadableStream<Uint8Array>> {
  const { path, header } = replicaParams(ref)
  const stream = await dataOf(
    api.GET('/api/functions/{name}/logs/{replica}', {
      params: {
        path: { ...path, replica },
        header,
        // Without its unit a number is ignored.
        query: { follow, since: since === undefined ? undefined : `${Math.ceil(since)}s`, tailLines },
      },
      parseAs: 'stream',
      signal,
    }),
  )
  return stream ?? emptyStream()
}

function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() })
}

function replicaParams({ namespace, name }: FunctionRef) {
  return { path: { name }, header: { 'x-nuclio-function-namespace': headerName(namespace) } }
}
