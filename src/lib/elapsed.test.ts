import { expect, it } from 'vitest'
import { elapsed } from './elapsed'

it.each([
  [0, '0:00'],
  [-5, '0:00'],
  [42_900, '0:42'],
  [725_000, '12:05'],
  [3_725_000, '1:02:05'],
])('%i ms is %s', (milliseconds, text) => {
  expect(elapsed(milliseconds)).toBe(text)
})
