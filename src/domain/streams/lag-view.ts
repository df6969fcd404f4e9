import { drainOf, drainOfParts, type Drain } from './drain'
import { progressOf, shardHealth, worstHealth, type Health, type HealthWord } from './health'
import {
  isStale,
  isUncommitted,
  since,
  summed,
  unbroken,
  type LagSample,
  type ShardProgress,
} from './samples'
import { lineThrough, type Line, type Point } from './slope'

/** Whether what waits gets more or less. */
export type Trend = 'growing' | 'falling' | 'steady' | 'unknown'

/** One shard as a person looks at it. Rates in records a second, undefined while too little was seen. */
export interface ShardView extends ShardProgress {
  /** Of all that waits, from 0 to 1. */
  share: number
  inRate?: number
  outRate?: number
  /** Arrivals against what each shard would get if all got the same: 2 is twice as much. */
  skew?: number
  drain: Drain
  health: Health
}

/** What can be said of a consumer group from its samples. */
export interface LagView {
  /** Of the latest sample, milliseconds since the epoch. */
  at?: number
  /** Nothing was seen lately: all below is of the past. */
  isStale: boolean
  lag?: number
  /** Shards with records of which the group has committed nothing: their lag is what it may be at most. */
  uncommitted: number
  trend: Trend
  inRate?: number
  outRate?: number
  drain: Drain
  /** The shard that is done last, or has most before it, when the stream is more than one shard. */
  holdsUp?: number
  health: HealthWord
  shards: ShardView[]
}

/** Rates are those of the last minute, or of some looks where one looks seldom. Milliseconds. */
const rateSpan = (every: number): number => Math.max(60_000, 8 * every)

/**
 * Reads samples. `workers` is how many of them the consumer has, where that is known: while it has fewer than shards, what is done with
 * one shard frees a worker for another, so the sum decides when all is done; else the slowest shard does.
 */
export function lagView(samples: readonly LagSample[], now: number, workers?: number): LagView {
  const latest = samples.at(-1)
  const stale = isStale(samples, now)
  if (!latest) {
    return {
      isStale: true,
      uncommitted: 0,
      trend: 'unknown',
      drain: { kind: 'unknown' },
      health: 'UNKNOWN',
      shards: [],
    }
  }
  const recent = since(unbroken(samples), latest.at - rateSpan(latest.every))
  const lag = latest.shards.reduce((sum, shard) => sum + shard.lag, 0)
  const shards = latest.shards.map((shard) => shardView(samples, recent, shard, { lag, now, stale }))
  // A sample of another number of shards is not of the same stream.
  const all = steps(recent, (sample) =>
    sample.shards.length === latest.shards.length ? summed(sample.shards) : undefined,
  )
  const inRate = upward(lineThrough(points(all, ({ current }) => current)))
  // A shard without a commit adds nothing to what goes out; one line through all would begin with its first commit.
  const isWhole = all.every(({ shard }) => shard.committed !== undefined)
  const outRate = isWhole
    ? upward(lineThrough(points(all, ({ committed }) => committed)))
    : sumOfKnown(shards.map((one) => one.outRate))
  const lagLine = lineThrough(points(all, (sum) => sum.lag))
  const whole: Drain = stale ? unknown : lag === 0 ? { kind: 'caughtUp' } : drainOf(lagLine, outRate)
  const isShared = workers !== undefined && workers < latest.shards.length
  const ofShards = shards.map((one) => one.drain)
  const drain = isShared ? whole : drainOfParts(whole, ofShards)
  const expected = (inRate ?? 0) / shards.length
  return {
    at: latest.at,
    isStale: stale,
    lag,
    uncommitted: latest.shards.filter(isUncommitted).length,
    trend: stale ? 'unknown' : trendOf(lagLine),
    ...(!stale && { inRate, outRate }),
    drain,
    holdsUp: shards.length > 1 ? holdsUp(shards) : undefined,
    health: worstHealth(shards.map(({ health }) => health.word)),
    shards: shards.map((one) => ({
      ...one,
      ...(one.inRate !== undefined && expected > 0.05 && { skew: one.inRate / expected }),
    })),
  }
}

const unknown: Drain = { kind: 'unknown' }

function shardView(
  samples: readonly LagSample[],
  recent: readonly LagSample[],
  shard: ShardProgress,
  { lag, now, stale }: { lag: number; now: number; stale: boolean },
): ShardView {
  const own = steps(recent, (sample) => progressOf(sample, shard.shard))
  const inRate = upward(lineThrough(points(own, ({ current }) => current)))
  const outRate = upward(lineThrough(points(own, ({ committed }) => committed)))
  const line = lineThrough(points(own, (one) => one.lag))
  return {
    ...shard,
    share: lag > 0 ? shard.lag / lag : 0,
    ...(!stale && { inRate, outRate }),
    drain: stale ? unknown : shard.lag === 0 ? { kind: 'caughtUp' } : drainOf(line, outRate),
    health: shardHealth(samples, shard.shard, line, now),
  }
}

interface Step {
  time: number
  shard: ShardProgress
}

/** What was seen, from the last time that something went back: before that it was another story. */
function steps(
  samples: readonly LagSample[],
  read: (sample: LagSample) => ShardProgress | undefined,
): readonly Step[] {
  const found: Step[] = []
  for (const sample of samples) {
    const shard = read(sample)
    if (!shard) continue
    const before = found.at(-1)?.shard
    const wentBack =
      before &&
      (shard.current < before.current ||
        (before.committed !== undefined && (shard.committed ?? -1) < before.committed))
    if (wentBack) found.length = 0
    found.push({ time: sample.at / 1000, shard })
  }
  return found
}

function points(own: readonly Step[], value: (shard: ShardProgress) => number | undefined): Point[] {
  return own.flatMap(({ time, shard }) => {
    const at = value(shard)
    return at === undefined ? [] : [{ time, value: at }]
  })
}

/** A rate of what never goes back. */
const upward = (line: Line | undefined): number | undefined => line && Math.max(0, line.slope)

/** The sum of what is known; undefined where nothing is. */
export function sumOfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0)
}

function trendOf(lag: Line | undefined): Trend {
  if (!lag) return 'unknown'
  if (Math.abs(lag.slope) <= Math.max(lag.margin, 0.1)) return 'steady'
  return lag.slope > 0 ? 'growing' : 'falling'
}

/** By when it is done, and where that says nothing, by what waits. */
function holdsUp(shards: readonly ShardView[]): number | undefined {
  const rank = ({ drain }: ShardView) =>
    drain.kind === 'never' ? Infinity : drain.kind === 'in' ? drain.seconds : 0
  const [worst] = [...shards].sort((one, other) => rank(other) - rank(one) || other.lag - one.lag)
  return worst && worst.lag > 0 ? worst.shard : undefined
}
