import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, headerName } from './client'
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

/** How far a consumer group is in one shard. Sequence numbers are exact up to 2^53. */
export interface ShardProgress {
  shard: number
  committed: number
  current: number
  lag: number
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

/** Progress of a consumer group, shard by shard. */
export function shardLagsQuery({ namespace, project }: ProjectRef, stream: ShardLagsRequest) {
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
    ...pollWhile<ShardProgress[]>(() => true, { fast: 2_000, patient: 10_000 }),
  })
}

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
      committed: Number(committed),
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
