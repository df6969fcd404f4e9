import type { StreamLog } from './stream-log'

/** How far a group is in one shard. */
export interface ShardProgress {
  /** Sequence number of the latest record. */
  current: number
  /** Sequence number up to which the group has handled all; 0 as long as it has committed nothing, since the first record is 1. */
  committed: number
  /** Records that the group has before it. */
  lag: number
}

/** How far a group is, shard by shard. What it will not read, because it began at the end, is no lag. */
export function progressOf(stream: StreamLog, group: string): ShardProgress[] {
  const positions = stream.groups.get(group)
  return stream.shards.map(({ last }, shard) => {
    const { start = 0, committed } = positions?.[shard] ?? {}
    return { current: last, committed: committed ?? 0, lag: last - (committed ?? start) }
  })
}
