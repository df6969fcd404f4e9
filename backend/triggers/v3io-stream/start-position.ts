import type { StreamLog } from '../../streams/stream-log'
import type { SeekTo } from '../../streams/stream-store'

/**
 * The sequence number after which a group reads a shard: what it has committed, else where it once began. A group that is new there
 * begins by `seekTo`, and that is kept: nothing that comes later is missed, even if the server ends before the first commit.
 */
export async function startPosition(
  stream: StreamLog,
  group: string,
  shard: number,
  seekTo: SeekTo,
): Promise<number> {
  const { first = 1, last = 0 } = stream.shards[shard] ?? {}
  const known = stream.groups.get(group)?.[shard]
  // What retention has dropped cannot be read any more.
  if (known?.committed !== undefined) return Math.max(known.committed, first - 1)
  if (known?.seek === seekTo) return Math.max(known.start, first - 1)
  const start = seekTo === 'latest' ? last : first - 1
  await stream.savePositions(group, new Map([[shard, { start, seek: seekTo }]]))
  return start
}
