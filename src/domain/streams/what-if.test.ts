import { expect, it } from 'vitest'
import { lagView } from './lag-view'
import { madeSamples, steadyShard } from './made-series'
import { drainWith } from './what-if'

const view = (lag: number, inRate: number, outRate: number) => {
  const shards = Array.from({ length: 4 }, () => steadyShard(lag / 4, inRate / 4, outRate / 4))
  const samples = madeSamples({ seconds: 60, shards })
  return lagView(samples, samples.at(-1)?.at ?? 0)
}

it('more workers drain as much faster, up to one a shard', () => {
  const growing = view(1_000, 100, 80)
  expect(growing.drain.kind).toBe('never')
  expect(drainWith(growing, 2, 2).kind).toBe('never')
  const four = drainWith(growing, 4, 2)
  const lag = growing.lag ?? 0
  expect(four.kind === 'in' && four.seconds / (lag / 60)).toBeCloseTo(1, 1)
  expect(drainWith(growing, 64, 2)).toEqual(four)
})

it('nothing is said of a consumer that has little to do, or does nothing', () => {
  expect(drainWith(view(0, 100, 100), 8, 2).kind).toBe('unknown')
  expect(drainWith(view(1_000, 100, 0), 8, 2).kind).toBe('unknown')
  expect(drainWith(lagView([], 0), 8, 2).kind).toBe('unknown')
})
