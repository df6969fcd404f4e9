import { describe, expect, it } from 'vitest'
import { commonEnd, commonStart } from './common-ends'

const long = 'a line of some length\n'.repeat(1_000)

describe('what two texts have in common at their ends', () => {
  it.each([
    ['', '', 0, 0],
    ['abc', 'abd', 2, 0],
    ['xbc', 'abc', 0, 2],
    [long, long, long.length, long.length],
    [long, `${long}x`, long.length, 0],
    [`x${long}`, `y${long}`, 0, long.length],
    [`${long}1${long}`, `${long}2${long}`, long.length, long.length],
    [long.slice(1), long, 0, long.length - 1],
  ])('of text %#', (a, b, start, end) => {
    expect(commonStart(a, b)).toBe(start)
    expect(commonEnd(a, b, Math.min(a.length, b.length))).toBe(end)
  })

  it('looks at no more of the ends than asked for', () => {
    expect(commonEnd(long, long, 5)).toBe(5)
    expect(commonEnd(long, long, 5_000)).toBe(5_000)
  })
})
