import type { LineTable } from './align-lines'

/** What times say of how many lines of an answer are held already. */
export interface OverlapBounds {
  /** So many of the last lines held were surely written within the time that was asked for. */
  least: number
  /** Those before were surely written earlier; `Infinity` when that is not known. */
  most: number
  /** The likeliest number, for texts that leave it open. */
  likely?: number
}

export type Overlap =
  /** So many lines at the beginning of the answer are held, or older; by the lines themselves, or by what is known of their times. */
  | { kind: 'found'; lines: number; isByTimes?: boolean }
  /** Several numbers are possible, because lines repeat or prove too little; this is the likeliest of them. */
  | { kind: 'ambiguous'; lines: number }
  /** The end of what is held is not in the answer. */
  | { kind: 'none' }

export const noBounds: OverlapBounds = { least: 0, most: Infinity }

/** Shorter lines prove nothing: prompts, dots, brackets and blank lines come again and again. */
const leastLength = 12
/** So many different lines of a piece are looked at for one that is not repeated. */
const samples = 48

/**
 * Finds where an answer that was asked for with overlap goes on from what is held (its lines before `upTo`): after so many lines of the answer
 * that its lines up to there are the last ones held. The longest such piece is right where taking a shorter one would mean that a line
 * which is nowhere else was written twice in a row; otherwise the times decide, and where they do not, it is ambiguous.
 */
export function alignOverlap(
  held: LineTable,
  upTo: number,
  answer: LineTable,
  bounds: OverlapBounds = noBounds,
): Overlap {
  const known = upTo - held.first
  if (known === 0) return { kind: 'found', lines: 0 }
  const all = candidatesOf(held, upTo, answer)
  const candidates = all.length > 0 ? all : cutCandidates(held, upTo, answer)
  if (candidates.length === 0) return { kind: 'none' }
  // In falling order: the first is the longest, or the last of several places that have all that is held.
  const [best = 0, next = 0] = candidates
  if (hasSingleLine(held, upTo, answer, Math.max(next, best - known), best)) {
    return { kind: 'found', lines: best }
  }
  const possible = [...candidates, 0].filter((lines) => lines >= bounds.least && lines <= bounds.most)
  const [only] = possible
  if (only !== undefined && possible.length === 1) return { kind: 'found', lines: only, isByTimes: true }
  const { likely } = bounds
  if (likely === undefined) return { kind: 'ambiguous', lines: possible[0] ?? best }
  const pool = possible.length > 0 ? possible : candidates
  const nearest = pool.reduce((a, b) => (Math.abs(b - likely) < Math.abs(a - likely) ? b : a))
  return { kind: 'ambiguous', lines: nearest }
}

/**
 * All numbers of lines after which the answer could go on, in falling order: z-function over both texts from their ends. Lines before the
 * oldest one held may be anything.
 */
function candidatesOf(held: LineTable, upTo: number, answer: LineTable): number[] {
  const { z, known } = commonEnds(held, upTo, answer)
  const found: number[] = []
  for (let lines = answer.count; lines >= 1; lines -= 1) {
    if ((z[known + answer.count - lines] as number) >= Math.min(lines, known)) found.push(lines)
  }
  return found
}

/** The same where the answer begins in the middle of a line, as that of a cluster can within a very long one. */
function cutCandidates(held: LineTable, upTo: number, answer: LineTable): number[] {
  const { z, known } = commonEnds(held, upTo, answer)
  const found: number[] = []
  for (let lines = Math.min(answer.count, known); lines >= 2; lines -= 1) {
    const isSame = z[known + answer.count - lines] === lines - 1
    if (isSame && answer.endOf(0) - 1 < held.lengthOf(upTo - lines)) found.push(lines)
  }
  return found
}

/** For each place of the answer from its end, as `z[known + …]`: how many lines before it are the same as the last ones held. */
function commonEnds(held: LineTable, upTo: number, answer: LineTable): { z: Int32Array; known: number } {
  // No more of what is held can be in the answer than it has lines.
  const known = Math.min(upTo - held.first, answer.count)
  const size = known + answer.count
  const z = new Int32Array(size)
  const same = (a: number, b: number): boolean => {
    if (b < known) return held.equals(upTo - 1 - a, held, upTo - 1 - b)
    return held.equals(upTo - 1 - a, answer, answer.count - 1 - (b - known))
  }
  for (let at = 1, left = 0, right = 0; at < size; at += 1) {
    // Pieces end where the held lines end, and do not run from one text into the other.
    const most = Math.min(known, at < known ? known - at : size - at)
    let length = at < right ? Math.min(right - at, z[at - left] as number) : 0
    length = Math.min(length, most)
    while (length < most && same(length, at + length)) length += 1
    z[at] = length
    if (at + length > right) {
      left = at
      right = at + length
    }
  }
  return { z, known }
}

/** Whether among these lines of the answer is one that says something and stands only once in both texts. */
function hasSingleLine(held: LineTable, upTo: number, answer: LineTable, from: number, to: number): boolean {
  const repeated: number[] = []
  for (let line = to - 1; line >= from && repeated.length < samples; line -= 1) {
    if (answer.lengthOf(line) < leastLength) continue
    if (repeated.some((other) => answer.equals(line, answer, other))) continue
    const isSingle =
      held.countOf(answer, line, upTo, 2) === 1 && answer.countOf(answer, line, answer.count, 2) === 1
    if (isSingle) return true
    repeated.push(line)
  }
  return false
}
