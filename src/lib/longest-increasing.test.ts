import { describe, expect, it } from 'vitest'
import { longestIncreasing } from './longest-increasing'

describe('the longest increasing subsequence', () => {
  it.each([
    [[], []],
    [[7], [0]],
    [
      [1, 2, 3],
      [0, 1, 2],
    ],
    [
      [5, 1, 2, 3],
      [1, 2, 3],
    ],
    [
      [1, 2, 9, 3, 4],
      [0, 1, 3, 4],
    ],
  ])('of %j stands at %j', (sequence, positions) => {
    expect(longestIncreasing(sequence)).toEqual(positions)
  })

  it('is as long as the longest of all subsequences', () => {
    for (let order = 0; order < 5040; order += 37) {
      const sequence = permutation(order)
      let longest = 0
      for (let chosen = 0; chosen < 1 << sequence.length; chosen += 1) {
        const part = sequence.filter((_, i) => chosen & (1 << i))
        if (part.every((number, i) => i === 0 || (part[i - 1] ?? 0) < number))
          longest = Math.max(longest, part.length)
      }
      const found = longestIncreasing(sequence).map((position) => sequence[position] ?? 0)
      expect(found).toEqual(found.toSorted((a, b) => a - b))
      expect(found).toHaveLength(longest)
    }
  })
})

/** The permutation of seven numbers that stands at a place of their order. */
function permutation(place: number): number[] {
  const left = [0, 1, 2, 3, 4, 5, 6]
  const taken: number[] = []
  for (let size = left.length; size > 0; size -= 1) {
    taken.push(...left.splice(place % size, 1))
    place = Math.floor(place / size)
  }
  return taken
}
