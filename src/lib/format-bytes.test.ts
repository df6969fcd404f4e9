import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes'

it('says sizes', () => {
  expect([0, 999, 12_400, 999_999, 3_100_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '12.4 kB',
    '1.0 MB',
    '3.1 MB',
  ])
})
