import type { StreamLog } from './stream-log'

/** What of the records is kept. Sizes in bytes, times in milliseconds. */
export interface Retention {
  maxAge: number
  bytesOfShard: number
  bytesOfAll: number
}

/** A day, as streams of the data platform have it unless they are told otherwise, and no more than a disk gives without notice. */
export const defaultRetention: Retention = {
  maxAge: 24 * 60 * 60 * 1000,
  bytesOfShard: 16 * 1024 * 1024,
  bytesOfAll: 256 * 1024 * 1024,
}

/** Records dropped in one step: a longer one would hold up what is written meanwhile. */
const step = 500

/** Drops what is too old or too much, the oldest first, handled or not. Resolves with whether that was anything. */
export async function retain(
  streams: readonly StreamLog[],
  retention: Retention,
  firstSince: (stream: StreamLog, shard: number, arrived: number) => Promise<number | undefined>,
): Promise<boolean> {
  const firsts = () => streams.map(({ shards }) => shards.reduce((sum, { first }) => sum + first, 0))
  const before = firsts()
  const oldest = Date.now() - retention.maxAge
  for (const stream of streams) {
    for (const shard of stream.shards.keys()) {
      await dropOlder(stream, shard, async () => firstSince(stream, shard, oldest))
      await dropWhile(stream, shard, () => (stream.shards[shard]?.bytes ?? 0) > retention.bytesOfShard)
    }
  }
  const total = () => streams.reduce((sum, { bytes }) => sum + bytes, 0)
  while (total() > retention.bytesOfAll) {
    const [largest] = streams
      .flatMap((stream) => stream.shards.map(({ bytes }, shard) => ({ stream, shard, bytes })))
      .sort((one, other) => other.bytes - one.bytes)
    if (!largest || !(await dropStep(largest.stream, largest.shard))) break
  }
  return firsts().some((first, index) => first !== before[index])
}

async function dropOlder(
  stream: StreamLog,
  shard: number,
  firstKept: () => Promise<number | undefined>,
): Promise<void> {
  const state = stream.shards[shard]
  if (!state || state.first > state.last) return
  const { last } = state
  const kept = (await firstKept()) ?? last + 1
  await dropWhile(stream, shard, () => (stream.shards[shard]?.first ?? kept) < kept, kept)
}

async function dropWhile(stream: StreamLog, shard: number, isTooMuch: () => boolean, limit?: number) {
  while (isTooMuch() && !stream.gone.aborted) {
    if (!(await dropStep(stream, shard, limit))) return
    await new Promise(setImmediate)
  }
}

/** False when there was nothing left to drop. */
async function dropStep(stream: StreamLog, shard: number, limit = Infinity): Promise<boolean> {
  const state = stream.shards[shard]
  if (!state || state.first > state.last) return false
  await stream.trim(shard, Math.min(state.first + step, state.last + 1, limit))
  return true
}
