import { expect, it } from 'vitest'
import { formatDuration } from './format-duration'

it.each([
  [-3, '0 ms'],
  [0.4, '0 ms'],
  [83.6, '84 ms'],
  [999.6, '1.00 s'],
  [1_240, '1.24 s'],
  [59_994, '59.99 s'],
  [59_996, '1 min 00 s'],
  [125_400, '2 min 05 s'],
])('says %d milliseconds as %s', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words)
})
