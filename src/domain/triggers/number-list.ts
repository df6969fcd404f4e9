/** A list of whole numbers as a person writes it, runs of three and more as ranges: `1,3-6`. */
export function formatNumberList(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const runs: [from: number, to: number][] = []
  for (const number of sorted) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (to - from > 1 ? `${from}-${to}` : from === to ? `${from}` : `${from},${to}`))
    .join(',')
}

/** More numbers than this are no list of partitions but a slip of the finger. */
const most = 10_000

/** The numbers of such a list in the order written, or undefined when it is none. */
export function parseNumberList(text: string): number[] | undefined {
  const numbers: number[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, from, to = from] = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(part) ?? []
    if (from === undefined || Number(to) < Number(from) || Number(to) - Number(from) > most) return undefined
    for (let number = Number(from); number <= Number(to); number += 1) numbers.push(number)
  }
  return numbers
}
