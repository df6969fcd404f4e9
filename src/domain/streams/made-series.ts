import type { LagSample, ShardProgress } from './samples'

/** Numbers that look random and are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export interface MadeSeries {
  /** Milliseconds. */
  from?: number
  seconds: number
  /** Seconds between looks, and by how much a look may come late. */
  every?: number
  jitter?: number
  random?: () => number
  /** What a look sees of each shard, by the seconds since the beginning. */
  shards: ((second: number) => Omit<ShardProgress, 'shard' | 'lag'> & { lag?: number })[]
}

/** Samples of shards that do what they are told to. */
export function madeSamples({
  from = 0,
  seconds,
  every = 2,
  jitter = 0,
  random = seeded(1),
  shards,
}: MadeSeries) {
  const samples: LagSample[] = []
  for (let second = 0; second <= seconds + 1e-9; second += every) {
    const seen = Math.min(seconds, second + random() * jitter)
    samples.push({
      // What was seen is dated when the answer comes in, which takes its time, too.
      at: from + (seen + random() * jitter * 0.25) * 1000,
      every: every * 1000,
      shards: shards.map((at, shard) => {
        const progress = at(seen)
        return { shard, lag: progress.current - (progress.committed ?? 0), ...progress }
      }),
    })
  }
  return samples
}

/** A shard with steady arrivals and a steady consumer that commits what it has handled every so many seconds. */
export function steadyShard(lag: number, inRate: number, outRate: number, commitEvery = 1, phase = 0) {
  return (second: number) => {
    const current = Math.floor(lag + 1_000 + second * inRate)
    const committedAt = Math.floor((second + phase) / commitEvery) * commitEvery - phase
    return { current, committed: Math.min(current, Math.floor(1_000 + Math.max(0, committedAt) * outRate)) }
  }
}
