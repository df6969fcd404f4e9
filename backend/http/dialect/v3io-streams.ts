import { asObject, failure, json, type Translation } from './translation'

/**
 * `POST /api/v3io_streams/get_shard_lags`: bare shard numbers and integers, the lag always the difference of the other two, also of a
 * group that has committed nothing. Without an access key always a 500, as which a missing stream passes here.
 */
export const getShardLags: Translation = async (call, ask) => {
  const answer = await ask(call)
  if (answer.status === 404) return failure(500, 'A data plane access key is required')
  if (answer.status === 400 && !call.headers.get('x-nuclio-project-name')) {
    return failure(500, 'Project name must not be empty')
  }
  if (answer.status !== 200) return answer
  return json(
    200,
    mapValues(await answer.json(), (groups) => mapValues(groups, shapeShards)),
  )
}

/** `{"shard-id-0": {"lag": "5"}}` → `{"0": {"lag": 5}}`. */
export function shapeShards(shards: unknown): unknown {
  return Object.fromEntries(
    Object.entries(asObject(shards) ?? {}).map(([id, lag]) => [
      id.replace(/^shard-id-/, ''),
      differing(mapValues(lag, Number)),
    ]),
  )
}

function differing(shard: Record<string, unknown>): Record<string, unknown> {
  return { ...shard, lag: Number(shard.current) - Number(shard.committed) }
}

function mapValues(value: unknown, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asObject(value) ?? {}).map(([key, item]) => [key, map(item)]))
}
