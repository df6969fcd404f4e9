import { expect, it } from 'vitest'
import { lineOf, niceTop } from './LineChart'

it('the top is the next round number', () => {
  expect([0, 0.3, 1, 7, 41_208, 50_000, 99].map(niceTop)).toEqual([1, 0.5, 1, 10, 50_000, 50_000, 100])
})

it('a stretch is a line, and a look alone is a dot', () => {
  const plain = (value: number) => value
  const points = [
    { at: 0, value: 1 },
    { at: 10, value: 2.06 },
  ]
  expect(lineOf(points, plain, plain)).toBe('M0 1L10 2.1')
  expect(lineOf(points.slice(0, 1), plain, plain)).toBe('M0 1l0.01 0')
})
