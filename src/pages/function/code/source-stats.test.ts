import { expect, it } from 'vitest'
import { encodeSource } from '@/domain/function-config'
import { sourceStats } from './source-stats'

it.each([
  ['', 1, 0],
  ['a', 1, 1],
  ['é\n', 2, 3],
  ['a\nb\n', 3, 4],
])('counts %j', (text, lines, bytes) => {
  expect(sourceStats(text, encodeSource(text))).toEqual({ lines, bytes })
})
