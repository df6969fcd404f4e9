/** How far a consumer group is in one shard. Sequence numbers begin at 1, and are exact up to 2^53. */
export interface ShardProgress {
  shard: number
  /** Up to where all is handled; undefined as long as the group has committed nothing, which is not the same as nothing handled. */
  committed?: number
  /** The latest record; 0 before the first. */
  current: number
  /** Records before the group, as the server says. Of a shard without a commit it may count what the group will never read. */
  lag: number
}

/** What a consumer group was seen at. */
export interface LagSample {
  /** Milliseconds since the epoch. */
  at: number
  /** How long after this one the next was expected, milliseconds. */
  every: number
  shards: readonly ShardProgress[]
}

/** Records are there, and nothing was ever committed. */
export const isUncommitted = ({ committed, current }: ShardProgress): boolean =>
  committed === undefined && current > 0

/** All shards as one; without a commit as long as one of them that has records is without. */
export function summed(shards: readonly ShardProgress[], shard = -1): ShardProgress {
  const sum = (value: (one: ShardProgress) => number) => shards.reduce((total, one) => total + value(one), 0)
  return {
    shard,
    current: sum(({ current }) => current),
    lag: sum(({ lag }) => lag),
    ...(!shards.some(isUncommitted) && { committed: sum(({ committed }) => committed ?? 0) }),
  }
}

/** How long samples are kept, and how long all of them. Milliseconds. */
export const sampleAge = { kept: 60 * 60_000, whole: 15 * 60_000, thinned: 15_000 }

/** Whether something is missing between two samples: a hidden tab, a sleeping machine, a server that was away. */
export function isGap(before: LagSample, after: LagSample): boolean {
  return after.at - before.at > 2.5 * Math.max(before.every, after.every) + 2_000
}

/** The samples from which nothing is missing up to the latest one. */
export function unbroken(samples: readonly LagSample[]): readonly LagSample[] {
  let from = samples.length - 1
  while (from > 0) {
    const [before, after] = [samples[from - 1], samples[from]]
    if (!before || !after || isGap(before, after)) break
    from -= 1
  }
  return samples.slice(Math.max(0, from))
}

/** The samples at a time or later. */
export function since(samples: readonly LagSample[], time: number): readonly LagSample[] {
  let from = samples.length
  while (from > 0 && (samples[from - 1]?.at ?? 0) >= time) from -= 1
  return samples.slice(from)
}

/** Whether samples are too old for anything to be said of now. */
export function isStale(samples: readonly LagSample[], now: number): boolean {
  const latest = samples.at(-1)
  return !latest || now - latest.at > Math.max(3 * latest.every, 10_000)
}

/** With another sample, in the order of time; one of the same moment takes the other's place. */
export function withSample(samples: readonly LagSample[], sample: LagSample): LagSample[] {
  const before = samples.filter(({ at }) => at < sample.at)
  const after = samples.filter(({ at }) => at > sample.at)
  return [...before, sample, ...after]
}

/**
 * What of the samples is to be kept: the last quarter of an hour whole, the hour in steps. A step stands for what it leaves out, so that
 * no gap is seen there.
 */
export function thinned(samples: readonly LagSample[], now: number): LagSample[] {
  const kept: LagSample[] = []
  for (const sample of samples) {
    if (sample.at < now - sampleAge.kept) continue
    const last = kept.at(-1)
    const isOld = sample.at < now - sampleAge.whole
    if (isOld && last && sample.at - last.at < sampleAge.thinned && !isGap(last, sample)) {
      const every = Math.max(last.every, sampleAge.thinned)
      if (every !== last.every) kept[kept.length - 1] = { ...last, every }
      continue
    }
    kept.push(sample)
  }
  return kept
}
