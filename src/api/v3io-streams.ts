import { queryOptions } from '@tanstack/react-query'
import type { ShardProgress } from '@/domain/streams/samples'
import { api, dataOf, headerName } from './client'
import { ApiError } from './errors'
import type { ShardLags, ShardLagsRequest, V3ioStream } from './generated/schema'
import { pollWhile } from './polling'
import type { ProjectRef } from './projects'

/** A stream as one trigger of one function reads it. */
export interface TriggerStream {
  function: string
  trigger: string
  /** Where it is; undefined for a trigger that says it in its URL, whose lags nobody can ask for. */
  stream?: ShardLagsRequest
}

/** The streams that the functions of a project read, by function and trigger. */
export function v3ioStreamsQuery({ namespace, project }: ProjectRef) {
  return queryOptions({
    queryKey: ['v3io-streams', 'list', { namespace, project }],
    queryFn: async ({ signal }) =>
      triggerStreams(
        await dataOf(
          api.GET('/api/v3io_streams', { params: { header: scoped({ namespace, project }) }, signal }),
        ),
      ),
    ...pollWhile<TriggerStream[]>(() => false),
  })
}

/**
 * Progress of a consumer group, shard by shard; asked for again every so many milliseconds, never where that is 0, and not in a hidden
 * tab. What failed is tried at the same pace, but seldom where the server refuses.
 */
export function shardLagsQuery({ namespace, project }: ProjectRef, stream: ShardLagsRequest, every = 0) {
  return queryOptions({
    queryKey: ['v3io-streams', 'lags', { namespace, project }, stream],
    queryFn: async ({ signal }) =>
      shardProgress(
        await dataOf(
          api.POST('/api/v3io_streams/get_shard_lags', {
            params: { header: scoped({ namespace, project }) },
            body: stream,
            signal,
          }),
        ),
        stream.consumerGroup,
      ),
    refetchInterval: ({ state: { error } }) => {
      if (every === 0) return false
      return refusalOf(error) === 'session' || refusalOf(error) === 'forbidden'
        ? Math.max(every, refusedPace)
        : every
    },
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: every > 0 && ('always' as const),
    // Whoever opens the page wants to see how it is now.
    staleTime: 0,
    retry: false,
  })
}

/** Why a server does not tell the lags of a stream, where it is not a fault that passes. */
export type LagRefusal =
  /** It has no session of the data platform to ask with. */
  | 'session'
  | 'forbidden'
  /** There is no such stream. */
  | 'missing'

/** Reads it from what was thrown. Nuclio says only in words that it lacks a key, with the status of a fault of its own. */
export function refusalOf(error: unknown): LagRefusal | undefined {
  if (!(error instanceof ApiError)) return undefined
  if (error.kind === 'signed-out' || /access key is required/i.test(error.message)) return 'session'
  if (error.kind === 'forbidden') return 'forbidden'
  return error.kind === 'not-found' ? 'missing' : undefined
}

/** A server that has no session to ask the data platform with has none in two seconds either. */
const refusedPace = 15_000

/** The list as rows; null is an empty list. */
export function triggerStreams(answer: Record<string, V3ioStream> | null | undefined): TriggerStream[] {
  return Object.entries(answer ?? {})
    .map(([key, { consumerGroup, containerName, streamPath }]) => {
      const [owner = '', ...rest] = key.split('@')
      const isKnown = consumerGroup && containerName && streamPath
      return {
        function: owner,
        trigger: rest.join('@'),
        ...(isKnown && { stream: { consumerGroup, containerName, streamPath } }),
      }
    })
    .sort((one, other) => (`${one.function}@${one.trigger}` < `${other.function}@${other.trigger}` ? -1 : 1))
}

/** Shards in order, whether they are called `shard-id-0` with texts or `0` with numbers. */
export function shardProgress(answer: ShardLags | undefined, consumerGroup: string): ShardProgress[] {
  return Object.values(answer ?? {})
    .flatMap((groups) => Object.entries(groups[consumerGroup] ?? {}))
    .map(([key, { committed, current, lag }]) => ({
      shard: Number(key.replace(/^shard-id-/, '')),
      // Both dialects say 0 of a group that has committed nothing.
      ...(Number(committed) > 0 && { committed: Number(committed) }),
      current: Number(current),
      lag: Number(lag),
    }))
    .sort((one, other) => one.shard - other.shard)
}

function scoped({ namespace, project }: ProjectRef) {
  return {
    'x-nuclio-project-name': headerName(project),
    'x-nuclio-project-namespace': headerName(namespace) || undefined,
  }
}
