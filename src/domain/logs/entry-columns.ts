import { noLevel } from './line-scan'

/** What an entry is, as numbers. */
export const entryKind = { record: 0, output: 1, trace: 2, mark: 3 } as const
export const kindNames = ['record', 'output', 'trace', 'mark'] as const

/** What is known of an entry beside what stands in it, as bits of `flags`. */
export const flag = {
  /** It was looked at with the search, and that matched. */
  searched: 1,
  matches: 2,
  /** It was looked at with the filters of fields, and passed. */
  filtered: 4,
  passes: 8,
  /** It is among the `counted`. */
  counted: 16,
  /** It was in the view, or there before the view. */
  seen: 32,
  /** The same, for entries that are errors. */
  seenError: 64,
} as const

const leastCapacity = 64

/** The gravity of an entry, from 0 to 3: tracebacks are errors, and what has no level is info. */
export const gravities = Uint8Array.from({ length: 32 }, (_, meta) => {
  const [level, kind] = [meta & 7, meta >> 3]
  if (kind === entryKind.trace) return 3
  return level < noLevel ? level : 1
})

/**
 * What is known of the entries of one replica, in columns. Entries come at the end and go from both ends: the oldest are dropped, and the last
 * ones are taken back when they turn out to be part of the one before. Each has a number that counts up; one that was taken back is given again.
 * The place of an entry in a column is its number and `mask`.
 */
export class EntryColumns {
  /** Number of the oldest entry held, and the one of the next to come. */
  first = 0
  next = 0
  mask = leastCapacity - 1
  /** Where its bytes begin; they end where those of the next begin. */
  start = new Float64Array(leastCapacity)
  /** Milliseconds since 1970 that it is ordered by; never less than that of the entry before. */
  time = new Float64Array(leastCapacity)
  hash = new Uint32Array(leastCapacity)
  /** Physical lines. */
  lines = new Uint32Array(leastCapacity)
  /** Level and kind * 8. */
  meta = new Uint8Array(leastCapacity)
  flags = new Uint8Array(leastCapacity)
  version = new Uint16Array(leastCapacity)
  /** Entries marked as counted, by gravity. */
  readonly counted = new Float64Array(4)
  /** Physical lines and entries that are errors. */
  lineCount = 0
  errors = 0
  /** Since the last `settle`: the first entry that came or changed. */
  changedFrom = 0
  /** Entries before it have their place among those of all replicas. */
  placed = 0
  /** The first placed entry that is not there any more or has another time now, and the time that it was placed by. */
  staleFrom = Number.POSITIVE_INFINITY
  staleTime = 0
  /** Numbers from there on were never given. */
  #fresh = 0

  push(start: number, time: number, meta: number, hash: number, lines: number): void {
    if (this.next - this.first > this.mask) this.#resize((this.mask + 1) * 2)
    const at = this.next & this.mask
    this.start[at] = start
    this.time[at] = time
    this.meta[at] = meta
    this.hash[at] = hash
    this.lines[at] = lines
    if (this.next < this.#fresh) {
      this.flags[at] = (this.flags[at] ?? 0) & (flag.seen | flag.seenError)
      this.version[at] = (this.version[at] ?? 0) + 1
    } else {
      this.flags[at] = 0
      this.version[at] = 0
      this.#fresh = this.next + 1
    }
    this.lineCount += lines
    if (gravities[meta] === 3) this.errors += 1
    if (this.next < this.changedFrom) this.changedFrom = this.next
    this.next += 1
  }

  /** Takes the last entry back. */
  pop(): void {
    const last = this.next - 1
    this.#forget(last & this.mask)
    this.markStale(last)
    this.next = last
    if (last < this.changedFrom) this.changedFrom = last
  }

  /** Drops the oldest entry. */
  shift(): void {
    this.#forget(this.first & this.mask)
    this.first += 1
    const held = this.next - this.first
    if (this.mask >= leastCapacity * 16 && held < this.mask / 8) this.#resize((this.mask + 1) / 4)
  }

  /** Gives an entry another meta, hash and count of lines. */
  change(entry: number, meta: number, hash: number, lines: number): void {
    const at = entry & this.mask
    const old = this.meta[at] ?? 0
    if (old !== meta) {
      const [before, after] = [gravities[old] ?? 0, gravities[meta] ?? 0]
      this.errors += (after === 3 ? 1 : 0) - (before === 3 ? 1 : 0)
      this.meta[at] = meta
      if (((this.flags[at] ?? 0) & flag.counted) !== 0) {
        this.counted[before] = (this.counted[before] ?? 0) - 1
        this.counted[after] = (this.counted[after] ?? 0) + 1
      }
    }
    this.hash[at] = hash
    this.lineCount += lines - (this.lines[at] ?? 0)
    this.lines[at] = lines
    this.version[at] = (this.version[at] ?? 0) + 1
    this.flags[at] = (this.flags[at] ?? 0) & (flag.counted | flag.seen | flag.seenError)
    if (entry < this.changedFrom) this.changedFrom = entry
  }

  /** Before the time of an entry changes, or when it is taken back: the place that it has is not its place any more. */
  markStale(entry: number): void {
    if (entry >= this.placed || entry >= this.staleFrom) return
    this.staleFrom = entry
    this.staleTime = this.time[entry & this.mask] ?? 0
  }

  /** All that came and changed was dealt with. */
  settle(): void {
    this.changedFrom = this.next
    this.placed = this.next
    this.staleFrom = Number.POSITIVE_INFINITY
  }

  setCounted(at: number, isCounted: boolean): void {
    const flags = this.flags[at] ?? 0
    if (((flags & flag.counted) !== 0) === isCounted) return
    const gravity = gravities[this.meta[at] ?? 0] ?? 0
    this.flags[at] = flags ^ flag.counted
    this.counted[gravity] = (this.counted[gravity] ?? 0) + (isCounted ? 1 : -1)
  }

  #forget(at: number): void {
    this.setCounted(at, false)
    this.lineCount -= this.lines[at] ?? 0
    if (gravities[this.meta[at] ?? 0] === 3) this.errors -= 1
  }

  #resize(capacity: number): void {
    const [mask, { mask: old, first, next }] = [capacity - 1, this]
    // Behind the last entry are the versions of those that were taken back.
    const last = Math.min(Math.max(next, this.#fresh), first + Math.min(capacity, old + 1))
    const moved = <Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
      from: Column,
      to: Column,
    ) => {
      for (let entry = first; entry < last;) {
        const [source, target] = [entry & old, entry & mask]
        const run = Math.min(last - entry, old + 1 - source, capacity - target)
        to.set(from.subarray(source, source + run), target)
        entry += run
      }
      return to
    }
    this.start = moved(this.start, new Float64Array(capacity))
    this.time = moved(this.time, new Float64Array(capacity))
    this.hash = moved(this.hash, new Uint32Array(capacity))
    this.lines = moved(this.lines, new Uint32Array(capacity))
    this.meta = moved(this.meta, new Uint8Array(capacity))
    this.flags = moved(this.flags, new Uint8Array(capacity))
    this.version = moved(this.version, new Uint16Array(capacity))
    this.mask = mask
  }
}
