import { describe, expect, it } from 'vitest'
import { relativeTime, shortSpan } from './relative-time'

const s = 1000
const h = 3600 * s

describe('relativeTime', () => {
  it.each([
    [0, 'now'],
    [59 * s, 'now'],
    [60 * s, '1 min'],
    [59 * 60 * s, '59 min'],
    [h, '1 h'],
    [47 * h, '1 d'],
    [400 * 24 * h, '1 y'],
    [-5 * s, 'now'],
  ])('%d ms ago is %s', (age, words) => {
    expect(relativeTime(1_000_000, 1_000_000 + age)).toBe(words)
  })
})

it('says short spans in seconds', () => {
  expect(shortSpan(40_900)).toBe('40 s')
  expect(shortSpan(180_000)).toBe('3 min')
})
