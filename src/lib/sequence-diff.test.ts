import { describe, expect, it } from 'vitest'
import { sequenceDiff } from './sequence-diff'

const chars = (text: string) => [...text]

/** `to` made of `from` by the hunks. */
function applied(from: readonly string[], to: readonly string[]): string[] {
  const made: string[] = []
  let at = 0
  for (const hunk of sequenceDiff(from, to)) {
    made.push(...from.slice(at, hunk.from[0]), ...to.slice(...hunk.to))
    at = hunk.from[1]
  }
  return [...made, ...from.slice(at)]
}

describe('sequenceDiff', () => {
  it.each([
    ['', '', []],
    ['abc', 'abc', []],
    ['', 'ab', [{ from: [0, 0], to: [0, 2] }]],
    ['ab', '', [{ from: [0, 2], to: [0, 0] }]],
    ['abc', 'aXc', [{ from: [1, 2], to: [1, 2] }]],
    ['abc', 'abcd', [{ from: [3, 3], to: [3, 4] }]],
    [
      'abcde',
      'Xbcd',
      [
        { from: [0, 1], to: [0, 1] },
        { from: [4, 5], to: [4, 4] },
      ],
    ],
  ])('%s → %s', (from, to, hunks) => {
    expect(sequenceDiff(chars(from), chars(to))).toEqual(hunks)
  })

  it('leads from one to the other, by the shortest way where that is known', () => {
    let seed = 7
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
    for (let round = 0; round < 300; round += 1) {
      const some = () => Array.from({ length: random(12) }, () => 'abcd'[random(4)] ?? '')
      const [from, to] = [some(), some()]
      expect(applied(from, to)).toEqual(to)
    }
    const moved = sequenceDiff(chars('abcabba'), chars('cbabac'))
    const length = ([start, end]: readonly [number, number]) => end - start
    expect(moved.reduce((sum, { from, to }) => sum + length(from) + length(to), 0)).toBe(5)
  })

  it('ends where there is nothing in common in very long sequences', () => {
    const from = Array.from({ length: 20_000 }, (_, i) => `a${i}`)
    const to = Array.from({ length: 20_000 }, (_, i) => `b${i}`)
    expect(sequenceDiff(['x', ...from], ['x', ...to])).toEqual([{ from: [1, 20_001], to: [1, 20_001] }])
  })
})
