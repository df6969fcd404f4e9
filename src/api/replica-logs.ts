import { api, dataOf, headerName } from './client'
import type { FunctionRef } from './function-keys'

/** Names of a function's replicas, sorted, and the `Date` of the answer. For threads beside the page, too. Rejects with `ApiError`. */
export async function readReplicaNames(
  ref: FunctionRef,
  signal: AbortSignal,
): Promise<{ names: string[]; date: string | undefined }> {
  const call = api.GET('/api/functions/{name}/replicas', { params: replicaParams(ref), signal })
  const answer = await dataOf(call)
  const { response } = await call
  return { names: [...(answer?.names ?? [])].sort(), date: response.headers.get('date') ?? undefined }
}

export interface ReplicaLogOptions {
  /** Keep the stream open for what comes. */
  follow: boolean
  /** How far back to begin, seconds; a fraction counts to the millisecond, though a cluster may leave it out. */
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
        query: { follow, since: since === undefined ? undefined : `${Number(since.toFixed(3))}s`, tailLines },
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
