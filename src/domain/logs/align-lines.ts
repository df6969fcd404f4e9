import { joinBytes } from '@/lib/join-bytes'

const newline = 10

/**
 * Lines as hashes of 64 bits, in two halves, with where they end: enough to tell whether two texts go on from one another, at one pass
 * over the bytes. Lines are counted from 0 over all that was pushed; only the last `limit` of them are kept.
 */
export class LineTable {
  readonly #limit: number
  #capacity: number
  #low: Int32Array
  #high: Int32Array
  #ends: Float64Array
  #count = 0
  #before: number
  #open: Uint8Array[] = []
  #openBytes = 0

  /** `limit` is a power of two, so that places in the ring are had by a mask; `before` bytes count as pushed already. */
  constructor(limit = 65_536, before = 0) {
    this.#limit = limit
    this.#before = before
    this.#capacity = Math.min(limit, 256)
    this.#low = new Int32Array(this.#capacity)
    this.#high = new Int32Array(this.#capacity)
    this.#ends = new Float64Array(this.#capacity)
  }

  /** Whole lines that were pushed. */
  get count(): number {
    return this.#count
  }

  /** The oldest line that is kept. */
  get first(): number {
    return Math.max(0, this.#count - this.#capacity)
  }

  /** Bytes of all whole lines. */
  get bytes(): number {
    return this.#count === 0 ? this.#before : this.endOf(this.#count - 1)
  }

  /** Bytes after the last whole line. */
  get openBytes(): number {
    return this.#openBytes
  }

  push(bytes: Uint8Array): void {
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      const lineEnd = this.bytes + this.#openBytes + end - from + 1
      if (this.#openBytes === 0) hash(bytes, from, end)
      else {
        this.#open.push(bytes.subarray(from, end))
        hash(joinBytes(this.#open), 0, this.#openBytes + end - from)
        this.#open = []
        this.#openBytes = 0
      }
      this.#add(lineEnd)
      from = end + 1
    }
    if (from === bytes.length) return
    this.#open.push(bytes.subarray(from))
    this.#openBytes += bytes.length - from
  }

  /** Where a line ends, in bytes from the beginning, its newline included. */
  endOf(line: number): number {
    return this.#ends[line & (this.#capacity - 1)] as number
  }

  /** Its bytes, the newline not among them; of the oldest line kept it may be too many. */
  lengthOf(line: number): number {
    return this.endOf(line) - (line > this.first ? this.endOf(line - 1) : this.#before) - 1
  }

  /** Whether a line equals one of another table. */
  equals(line: number, other: LineTable, otherLine: number): boolean {
    const at = line & (this.#capacity - 1)
    const otherAt = otherLine & (other.#capacity - 1)
    return this.#low[at] === other.#low[otherAt] && this.#high[at] === other.#high[otherAt]
  }

  /** How often a line of another table is among those kept before `upTo`; counting ends at `most`. */
  countOf(other: LineTable, otherLine: number, upTo: number, most: number): number {
    let found = 0
    for (let line = upTo - 1; line >= this.first && found < most; line -= 1) {
      if (this.equals(line, other, otherLine)) found += 1
    }
    return found
  }

  #add(end: number): void {
    if (this.#count >= this.#capacity && this.#capacity < this.#limit) this.#grow()
    const at = this.#count & (this.#capacity - 1)
    this.#low[at] = low
    this.#high[at] = high
    this.#ends[at] = end
    this.#count += 1
  }

  /** Nothing was overwritten yet: the ring is let go round only at its full size. */
  #grow(): void {
    this.#capacity *= 2
    const low = new Int32Array(this.#capacity)
    const high = new Int32Array(this.#capacity)
    const ends = new Float64Array(this.#capacity)
    low.set(this.#low)
    high.set(this.#high)
    ends.set(this.#ends)
    this.#low = low
    this.#high = high
    this.#ends = ends
  }
}

// The results of `hash`; an object for each line would cost more than the hash.
let low = 0
let high = 0

/** Two hashes of a piece in the manner of MurmurHash3, four bytes at a time. */
function hash(bytes: Uint8Array, from: number, to: number): void {
  let first = 0x3c6ef372
  let second = to - from
  let at = from
  for (; at + 4 <= to; at += 4) {
    let word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)
    word = Math.imul(word, 0xcc9e2d51)
    word = (word << 15) | (word >>> 17)
    first = Math.imul(first ^ word, 0x1b873593)
    first = (first << 13) | (first >>> 19)
    second = Math.imul(second + word, 0x9e3779b1)
    second ^= second >>> 15
  }
  for (; at < to; at += 1) {
    const word = Math.imul((bytes[at] as number) + 1, 0xcc9e2d51)
    first = Math.imul(first ^ word, 0x1b873593)
    first = (first << 13) | (first >>> 19)
    second = Math.imul(second + word, 0x9e3779b1)
    second ^= second >>> 15
  }
  low = first
  high = second
}
