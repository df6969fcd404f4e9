import { describe, expect, it } from 'vitest'
import { lagView } from './lag-view'
import { madeSamples, seeded, steadyShard } from './made-series'

const even = (count: number, make: (shard: number) => ReturnType<typeof steadyShard>) =>
  Array.from({ length: count }, (_, shard) => make(shard))

describe('time to drain with steady rates, after a minute', () => {
  it.each([
    { what: 'a fast consumer', lag: 120_000, inRate: 820, outRate: 1_900 },
    { what: 'no arrivals', lag: 50_000, inRate: 0, outRate: 500 },
    { what: 'a consumer that is hardly faster', lag: 30_000, inRate: 850, outRate: 1_000 },
    { what: 'few records', lag: 600, inRate: 3, outRate: 5 },
    { what: 'very many records', lag: 4_000_000, inRate: 20_000, outRate: 50_000 },
  ])('is right within a tenth: $what', ({ lag, inRate, outRate }) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed)
      const shards = even(8, () => steadyShard(lag / 8, inRate / 8, outRate / 8, 1, random()))
      const samples = madeSamples({ seconds: 60, jitter: 0.4, random, shards })
      const last = samples.at(-1)?.at ?? 0
      const truth = lag / (outRate - inRate) - 60
      const { drain, inRate: shownIn, outRate: shownOut } = lagView(samples, last)
      if (drain.kind !== 'in') throw new Error(`seed ${seed}: ${drain.kind}`)
      expect(Math.abs(drain.seconds - truth) / truth, `seed ${seed}`).toBeLessThan(0.1)
      expect(drain.least).toBeLessThanOrEqual(drain.seconds)
      expect(drain.most ?? Infinity).toBeGreaterThanOrEqual(drain.seconds)
      expect(Math.abs((shownIn ?? 0) - inRate)).toBeLessThan(Math.max(1, inRate * 0.03))
      expect(Math.abs((shownOut ?? 0) - outRate)).toBeLessThan(Math.max(1, outRate * 0.03))
    }
  })

  it('is right with looks every five seconds, too', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed)
      const samples = madeSamples({
        seconds: 60,
        every: 5,
        jitter: 0.4,
        random,
        shards: even(8, () => steadyShard(20_000, 100, 240, 1, random())),
      })
      const { drain } = lagView(samples, samples.at(-1)?.at ?? 0)
      const truth = 5_000 / 140 - 60
      if (truth > 0 && drain.kind === 'in') expect(Math.abs(drain.seconds - truth) / truth).toBeLessThan(0.1)
    }
  })

  it('is that of the slowest shard where each has its worker, and of the sum where they share some', () => {
    const slow = madeSamples({
      seconds: 60,
      shards: [steadyShard(12_000, 10, 60), ...even(7, () => steadyShard(2_000, 10, 40))],
    })
    const last = slow.at(-1)?.at ?? 0
    const apart = lagView(slow, last)
    expect(apart.holdsUp).toBe(0)
    expect(apart.drain).toMatchObject({ kind: 'in' })
    expect(apart.drain.kind === 'in' && apart.drain.seconds).toBeCloseTo(12_000 / 50 - 60, -1.5)
    const shared = lagView(slow, last, 2)
    const rest = (12_000 + 7 * 2_000) / (50 + 7 * 30) - 60
    expect(shared.drain.kind === 'in' && shared.drain.seconds).toBeCloseTo(rest, -1)
  })
})

describe('what waits', () => {
  it('never gets less while more comes than goes', () => {
    const samples = madeSamples({ seconds: 60, jitter: 0.4, shards: even(4, () => steadyShard(100, 50, 40)) })
    const view = lagView(samples, samples.at(-1)?.at ?? 0)
    expect(view).toMatchObject({ trend: 'growing', drain: { kind: 'never' }, health: 'WARN' })
  })

  it('is no matter while it is only what is on its way', () => {
    const samples = madeSamples({
      seconds: 60,
      jitter: 0.4,
      shards: even(4, (shard) => steadyShard(0, 100, 100, 1, shard / 4)),
    })
    const view = lagView(samples, samples.at(-1)?.at ?? 0)
    expect(view).toMatchObject({ trend: 'steady', drain: { kind: 'caughtUp' }, health: 'OK' })
  })

  it('is told with its share, and arrivals by how unlike they are', () => {
    const samples = madeSamples({
      seconds: 60,
      shards: [steadyShard(3_000, 90, 40), ...even(3, () => steadyShard(1_000, 10, 10))],
    })
    const view = lagView(samples, samples.at(-1)?.at ?? 0)
    expect(view.holdsUp).toBe(0)
    expect(view.shards[0]?.share).toBeCloseTo(0.66, 1)
    expect(view.shards[0]?.skew).toBeCloseTo(3, 1)
    expect(view.shards[1]?.skew).toBeCloseTo(0.33, 1)
  })

  it('of shards without a commit is what it may be at most, and nothing of it goes out', () => {
    const samples = madeSamples({
      seconds: 60,
      shards: [steadyShard(100, 10, 10), (second) => ({ current: 500 + Math.floor(second) })],
    })
    const view = lagView(samples, samples.at(-1)?.at ?? 0)
    expect(view.uncommitted).toBe(1)
    expect(view.outRate).toBeCloseTo(10, 0)
    expect(view.shards[1]?.committed).toBeUndefined()
    expect(view.shards[1]?.outRate).toBeUndefined()
    expect(view.shards[1]?.inRate).toBeCloseTo(1, 0)
  })

  it('after a change of pace goes by the new one', () => {
    const faster = steadyShard(20_000, 100, 100)
    const samples = madeSamples({
      seconds: 90,
      shards: [
        (second) => {
          const { current, committed } = faster(second)
          return { current, committed: committed + Math.max(0, Math.floor(second) - 50) * 400 }
        },
      ],
    })
    const view = lagView(samples, samples.at(-1)?.at ?? 0)
    const left = 20_000 - 40 * 400
    expect(view.drain.kind === 'in' && view.drain.seconds).toBeCloseTo(left / 400, -0.7)
  })
})

describe('of a view', () => {
  it('nothing is known before the first sample, and nothing of now after the last has become old', () => {
    expect(lagView([], 0)).toMatchObject({ health: 'UNKNOWN', drain: { kind: 'unknown' }, isStale: true })
    const samples = madeSamples({ seconds: 60, shards: [steadyShard(1_000, 10, 20)] })
    const view = lagView(samples, (samples.at(-1)?.at ?? 0) + 60_000)
    expect(view).toMatchObject({
      isStale: true,
      health: 'UNKNOWN',
      trend: 'unknown',
      drain: { kind: 'unknown' },
    })
    expect(view.lag).toBeGreaterThan(0)
    expect(view.outRate).toBeUndefined()
  })

  it('rates are those since the last gap', () => {
    const before = madeSamples({ seconds: 60, shards: [steadyShard(1_000, 100, 0)] })
    const after = madeSamples({ from: 600_000, seconds: 10, shards: [steadyShard(90_000, 0, 100)] })
    const view = lagView([...before, ...after], after.at(-1)?.at ?? 0)
    expect(view.inRate).toBe(0)
    expect(view.outRate).toBeCloseTo(100, -1)
  })
})
