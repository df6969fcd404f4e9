import { expect, it } from 'vitest'
import { isGap, isStale, since, thinned, unbroken, withSample, type LagSample } from './samples'

const minute = 60_000
const sample = (at: number, every = 2_000): LagSample => ({ at, every, shards: [] })
const series = (from: number, to: number, every = 2_000) =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) =>
    sample(from + index * every, every),
  )

it('something is missing where much more time has passed than was meant to', () => {
  expect(isGap(sample(0), sample(2_400))).toBe(false)
  expect(isGap(sample(0), sample(6_900))).toBe(false)
  expect(isGap(sample(0), sample(8_000))).toBe(true)
  expect(isGap(sample(0, 60_000), sample(62_000))).toBe(false)
  const broken = [...series(0, 10_000), ...series(60_000, 64_000)]
  expect(unbroken(broken).map(({ at }) => at)).toEqual([60_000, 62_000, 64_000])
  expect(unbroken([])).toEqual([])
  expect(since(broken, 62_000)).toHaveLength(2)
})

it('samples grow old by their pace', () => {
  expect(isStale([], 0)).toBe(true)
  expect(isStale([sample(0)], 9_000)).toBe(false)
  expect(isStale([sample(0)], 11_000)).toBe(true)
  expect(isStale([sample(0, 60_000)], 179_000)).toBe(false)
})

it('samples of several tabs lie in the order of time', () => {
  const mixed = [sample(4), sample(2), sample(6), sample(4)].reduce<LagSample[]>(withSample, [])
  expect(mixed.map(({ at }) => at)).toEqual([2, 4, 6])
})

it('an hour is kept, its older part in steps, and a step is no gap', () => {
  const now = 100 * minute
  const kept = thinned(series(0, now), now)
  expect(kept[0]?.at).toBeGreaterThanOrEqual(now - 60 * minute)
  expect(kept.length).toBeLessThan(650)
  expect(since(kept, now - 15 * minute)).toHaveLength(451)
  expect(unbroken(kept)).toHaveLength(kept.length)
  expect(thinned(kept, now)).toEqual(kept)
  const away = [...series(now - 50 * minute, now - 45 * minute), ...series(now - 30 * minute, now)]
  expect(unbroken(thinned(away, now))[0]?.at).toBe(now - 30 * minute)
})
