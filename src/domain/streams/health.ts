import { isStale, since, unbroken, type LagSample, type ShardProgress } from './samples'
import type { Line } from './slope'

/**
 * How a shard does, from the pattern of what is seen alone: nobody asked the consumer. The words are those of monitors of consumer
 * groups.
 */
export type HealthWord = 'OK' | 'WARN' | 'STALL' | 'STOP' | 'REWIND' | 'UNKNOWN'

export interface Health {
  word: HealthWord
  why: string
}

/** The worst first. */
export const healthOrder: readonly HealthWord[] = ['STOP', 'STALL', 'REWIND', 'WARN', 'UNKNOWN', 'OK']

/** How long a shard is watched before something bad is said of it, milliseconds: some looks at the least. */
export const watchSpan = (every: number): number => Math.max(30_000, 5 * every)

const rewindSpan = (every: number): number => Math.max(60_000, 5 * every)

/** How one shard does. `lag` is how its lag moves. */
export function shardHealth(
  samples: readonly LagSample[],
  shard: number,
  lag: Line | undefined,
  now: number,
): Health {
  const latest = samples.at(-1)
  const shardNow = latest && progressOf(latest, shard)
  if (!latest || !shardNow || isStale(samples, now)) {
    return { word: 'UNKNOWN', why: latest ? 'nothing was seen of it lately' : 'nothing was seen of it yet' }
  }
  const rewind = rewindOf(since(samples, latest.at - rewindSpan(latest.every)), shard)
  if (rewind) return { word: 'REWIND', why: rewind }
  if (shardNow.lag === 0) return { word: 'OK', why: shardNow.current === 0 ? 'empty' : 'nothing waits' }
  const span = watchSpan(latest.every)
  const watched = since(unbroken(samples), latest.at - span)
  const isWatchedLong = latest.at - (watched[0]?.at ?? latest.at) >= span - 1.5 * latest.every
  const moved = movedOf(watched, shard)
  if (moved > 0) {
    if (lag && lag.slope - lag.margin > 0 && isWatchedLong && lag.slope * (span / 1000) >= 5)
      return { word: 'WARN', why: 'commits slower than arrivals' }
    return { word: 'OK', why: 'commits go on' }
  }
  if (!isWatchedLong) return { word: 'UNKNOWN', why: 'not watched long enough yet' }
  const isWaiting = watched.every((sample) => (progressOf(sample, shard)?.lag ?? 0) > 0)
  if (!isWaiting) return { word: 'OK', why: 'what waits has just come' }
  if (shardNow.committed === undefined && !grewIn(watched, shard)) {
    return { word: 'UNKNOWN', why: 'nothing committed yet, and nothing new to see it by' }
  }
  const othersMove = latest.shards.some((other) => other.shard !== shard && movedOf(watched, other.shard) > 0)
  const seconds = Math.round((latest.at - (watched[0]?.at ?? latest.at)) / 1000)
  return othersMove
    ? { word: 'STALL', why: `no commit for ${seconds} s or more, while other shards go on` }
    : { word: 'STOP', why: `no commit for ${seconds} s or more in any shard that waits` }
}

export const progressOf = (sample: LagSample, shard: number): ShardProgress | undefined =>
  // Shards are in order, and mostly without holes.
  sample.shards[shard]?.shard === shard
    ? sample.shards[shard]
    : sample.shards.find((one) => one.shard === shard)

/** How far commits went; a first commit is a move, too. */
function movedOf(samples: readonly LagSample[], shard: number): number {
  const first = samples[0] && progressOf(samples[0], shard)?.committed
  const last = samples.at(-1)
  const now = last && progressOf(last, shard)?.committed
  return (now ?? 0) - (first ?? 0)
}

function grewIn(samples: readonly LagSample[], shard: number): boolean {
  const first = samples[0] && progressOf(samples[0], shard)?.current
  const last = samples.at(-1)
  return ((last && progressOf(last, shard)?.current) ?? 0) > (first ?? 0)
}

/** What went back between two samples, also over a gap. */
function rewindOf(samples: readonly LagSample[], shard: number): string | undefined {
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1] && progressOf(samples[index - 1] as LagSample, shard)
    const after = progressOf(sample, shard)
    if (!before || !after) continue
    if (after.current < before.current) return 'the stream begins anew, its numbers went back'
    if (before.committed === undefined) continue
    if (after.committed === undefined) return 'the group has lost its commits'
    if (after.committed < before.committed) {
      return `commits went back by ${(before.committed - after.committed).toLocaleString('en')}`
    }
  }
  return undefined
}

/** The worst of several words; of nothing nothing is known. */
export function worstHealth(words: readonly HealthWord[]): HealthWord {
  return healthOrder.find((word) => words.includes(word)) ?? 'UNKNOWN'
}
