/**
 * Which positions of a sequence of distinct numbers make up its longest increasing subsequence (one of them, where there are
 * several), in order. Takes n log n steps.
 */
export function longestIncreasing(sequence: ArrayLike<number>): number[] {
  // The position that ends the best subsequence of each length, and what comes before each position in its own.
  const ends: number[] = []
  const before = new Int32Array(sequence.length)
  for (let position = 0; position < sequence.length; position += 1) {
    const number = sequence[position] ?? 0
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sequence[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[position] = ends[low - 1] ?? -1
    ends[low] = position
  }
  const found: number[] = []
  for (let position = ends.at(-1) ?? -1; position >= 0; position = before[position] ?? -1)
    found.push(position)
  return found.reverse()
}
