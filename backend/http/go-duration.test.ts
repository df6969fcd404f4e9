import { expect, it } from 'vitest'
import { parseGoDuration } from './go-duration'

it.each([
  ['1h30m', 5_400_000],
  ['1.5s', 1500],
  ['250ms', 250],
  ['.5m', 30_000],
  ['1us', 0.001],
  ['0', 0],
  ['-1m', -60_000],
])('%s is %d ms', (text, expected) => {
  expect(parseGoDuration(text)).toBeCloseTo(expected, 9)
})

it.each(['', '30', 'abc', '1', '1 h', 's', '1d', '1h30', '--1s'])('%j is no duration', (text) => {
  expect(parseGoDuration(text)).toBeUndefined()
})
