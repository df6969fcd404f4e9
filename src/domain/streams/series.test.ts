import { expect, it } from 'vitest'
import { madeSamples, steadyShard } from './made-series'
import { committedOf, currentOf, inRange, lagOf, rateStretches, stretches, together } from './series'

const minute = 60_000

it('what nobody saw is no line', () => {
  const samples = [
    ...madeSamples({ seconds: 20, shards: [steadyShard(100, 10, 10)] }),
    ...madeSamples({ from: 5 * minute, seconds: 20, shards: [steadyShard(100, 10, 10)] }),
  ]
  expect(stretches(samples, lagOf).map((stretch) => stretch.length)).toEqual([11, 11])
  expect(rateStretches(samples, currentOf)).toHaveLength(2)
  expect(inRange(samples, '15m', 16 * minute)[0]?.at).toBe(5 * minute)
  expect(inRange(samples, '1h', 16 * minute)).toHaveLength(22)
})

it('rates are those of some seconds, and begin anew where a count goes back', () => {
  const samples = madeSamples({
    seconds: 60,
    shards: [(second) => ({ current: second < 30 ? second * 20 : (second - 30) * 5, committed: 0 })],
  })
  const [before = [], after = []] = rateStretches(samples, currentOf)
  expect(before.every(({ value }) => Math.abs(value - 20) < 1e-6)).toBe(true)
  expect(after.every(({ value }) => Math.abs(value - 5) < 1e-6)).toBe(true)
})

it('a group without any commit has no such count', () => {
  const [none] = madeSamples({ seconds: 0, shards: [() => ({ current: 5 }), () => ({ current: 0 })] })
  const [some] = madeSamples({
    seconds: 0,
    shards: [() => ({ current: 5, committed: 2 }), () => ({ current: 1 })],
  })
  expect(none && committedOf(none)).toBeUndefined()
  expect(some && committedOf(some)).toBe(2)
})

it('several groups are summed where all were seen', () => {
  const one = madeSamples({ seconds: 60, shards: [() => ({ current: 10, committed: 4 })] })
  const other = madeSamples({
    from: 20_700,
    seconds: 60,
    shards: [() => ({ current: 3, committed: 1 }), () => ({ current: 1, committed: 1 })],
  })
  const both = together([one, other])
  expect(both[0]?.at).toBeGreaterThanOrEqual(20_700)
  expect(both.at(-1)?.at).toBeLessThan(66_000)
  expect(both.every((sample) => lagOf(sample) === 8 && sample.shards.length === 2)).toBe(true)
  expect(both.length).toBeGreaterThan(18)
  expect(both.length).toBeLessThan(24)
  expect(together([one])).toEqual(one)
  expect(together([])).toEqual([])
})
