import { isGap, sampleAge, since, summed, type LagSample } from './samples'

export interface ChartPoint {
  /** Milliseconds since the epoch. */
  at: number
  value: number
}

/** What is drawn in one go; between two stretches nobody looked. */
export type Stretch = readonly ChartPoint[]

/** Rates are those of so long, milliseconds: commits come in steps. */
const rateOver = 10_000

/** A value over time, in stretches. What cannot be told at a sample is left out. */
export function stretches(
  samples: readonly LagSample[],
  value: (sample: LagSample) => number | undefined,
): Stretch[] {
  const found: ChartPoint[][] = []
  samples.forEach((sample, index) => {
    const before = samples[index - 1]
    if (!before || isGap(before, sample)) found.push([])
    const at = value(sample)
    if (at !== undefined) found.at(-1)?.push({ at: sample.at, value: at })
  })
  return found.filter((stretch) => stretch.length > 0)
}

/** How fast a count grows, a second, in stretches. Where it goes back a new stretch begins. */
export function rateStretches(
  samples: readonly LagSample[],
  count: (sample: LagSample) => number | undefined,
): Stretch[] {
  return stretches(samples, count).flatMap((stretch) => {
    const found: ChartPoint[][] = [[]]
    let from = 0
    stretch.forEach(({ at, value }, index) => {
      if (value < (stretch[index - 1]?.value ?? value)) {
        from = index
        found.push([])
        return
      }
      while (from + 1 < index && at - (stretch[from + 1]?.at ?? at) >= rateOver) from += 1
      const first = stretch[from]
      if (!first || at - first.at < Math.min(rateOver, 3_000)) return
      found.at(-1)?.push({ at, value: ((value - first.value) / (at - first.at)) * 1000 })
    })
    return found.filter((one) => one.length > 0)
  })
}

export const lagOf = ({ shards }: LagSample): number => shards.reduce((sum, { lag }) => sum + lag, 0)

export const currentOf = ({ shards }: LagSample): number =>
  shards.reduce((sum, { current }) => sum + current, 0)

/** Undefined as long as the group has committed nothing at all. */
export function committedOf({ shards }: LagSample): number | undefined {
  if (shards.every(({ committed }) => committed === undefined)) return undefined
  return shards.reduce((sum, { committed = 0 }) => sum + committed, 0)
}

/**
 * The samples of several groups as if they were of one, whose shards they are: each time that all of them were seen lately.
 */
export function together(all: readonly (readonly LagSample[])[]): LagSample[] {
  const found: LagSample[] = []
  const latest: (LagSample | undefined)[] = all.map(() => undefined)
  const events = all
    .flatMap((samples, group) => samples.map((sample) => ({ sample, group })))
    .sort((one, other) => one.sample.at - other.sample.at)
  for (const { sample, group } of events) {
    latest[group] = sample
    const { at, every } = sample
    if (at - (found.at(-1)?.at ?? -Infinity) < every / 2) continue
    if (latest.some((one) => !one || at - one.at > 1.5 * one.every + 1_000)) continue
    found.push({ at, every, shards: latest.map((one, index) => summed(one?.shards ?? [], index)) })
  }
  return found
}

/** What a chart can show. */
export type ChartRange = '15m' | '1h'

export const rangeMilliseconds: Record<ChartRange, number> = { '15m': sampleAge.whole, '1h': sampleAge.kept }

/** The samples that fall into what is shown. */
export const inRange = (
  samples: readonly LagSample[],
  range: ChartRange,
  now: number,
): readonly LagSample[] => since(samples, now - rangeMilliseconds[range])
