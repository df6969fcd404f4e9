import { expect, it } from 'vitest'
import { durationMs } from './duration'

it.each([
  ['10s', 10_000],
  ['1m30s', 90_000],
  ['250ms', 250],
  ['1.5h', 5_400_000],
  [' 2s ', 2_000],
  ['0s', 0],
])('reads %s', (text, expected) => {
  expect(durationMs(text)).toBe(expected)
})

it.each(['', '10', 'abc', '10 s', '10sec', '-1s', 's', '1s2', '1e3s'])('refuses “%s”', (text) => {
  expect(durationMs(text)).toBeUndefined()
})
