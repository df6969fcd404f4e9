import { commonEnd, commonStart } from '@/lib/common-ends'

/** Longer stretches are not compared line by line: that would take longer than a keystroke. */
const compareLimit = 1_000

/** How many lines two texts differ in: of lines that were put in and taken out the greater number. */
export function changedLines(from: string, to: string): number {
  if (from === to) return 0
  const [before, after] = middles(from, to)
  if (before.length > compareLimit || after.length > compareLimit)
    return Math.max(before.length, after.length)
  return Math.max(before.length, after.length) - commonLines(before, after)
}

/** The lines between what two texts begin and end with in common. */
function middles(from: string, to: string): [string[], string[]] {
  const start = from.lastIndexOf('\n', commonStart(from, to) - 1) + 1
  const end = commonEnd(from, to, Math.min(from.length, to.length) - start)
  // Only whole lines count as the same.
  const tail = from.slice(from.length - end)
  const cut = tail.indexOf('\n')
  const isWhole =
    (from.length === end || from[from.length - end - 1] === '\n') &&
    (to.length === end || to[to.length - end - 1] === '\n')
  const kept = isWhole ? end : cut < 0 ? 0 : end - cut
  return [linesOf(from.slice(start, from.length - kept)), linesOf(to.slice(start, to.length - kept))]
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** Length of the longest common subsequence of lines. */
function commonLines(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1)
  for (const line of a) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 0; j < b.length; j += 1)
      next[j + 1] = line === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0)
    row = next
  }
  return row[b.length] ?? 0
}
