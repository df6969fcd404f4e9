import { ByteLog } from './byte-log'
import { EntryColumns, entryKind } from './entry-columns'
import { fact } from './line-facts'
import { LineJoiner, ownEntry } from './line-joiner'
import { LineScan, noLevel } from './line-scan'
import type { LogMark } from './log-view'

const lineFeed = 10
const carriageReturn = 13

/** Bytes of a line without an end from which on it is not looked at again each time that more of it comes. */
const longTail = 64 * 1024

/** A line that goes on for longer is taken for whole. */
const longestLine = 64 * 1024 * 1024

/** A record's time that is so many milliseconds ahead of the clock says nothing of when it was written. */
const mostAhead = 86_400_000

/** What a line without an end changed, to take it back when more of it comes. */
interface Undo {
  next: number
  version: number
  meta: number
  hash: number
  lines: number
  latest: number
  isTimed: boolean
  isGlued: boolean
}

/**
 * What one replica wrote: its bytes as they came, and the entries in them. Entries are there at once; the last ones may still change, become
 * part of the one before them, or be given again.
 */
export class ReplicaLog {
  readonly bytes = new ByteLog()
  readonly entries = new EntryColumns()
  /** Marks that stand between its lines, by the number of their entry. */
  readonly marks = new Map<number, LogMark>()
  readonly #clock: () => number
  readonly #isLive: () => boolean
  readonly #scan = new LineScan()
  readonly #joiner = new LineJoiner()
  readonly #joinerBefore = new LineJoiner()
  /** The place behind the last whole line that was read, and behind the last entry. */
  #read = 0
  #shownEnd = 0
  /** The latest time of its records, or when its lines came while none had a time. */
  #latest = Number.NEGATIVE_INFINITY
  #isTimed = false
  /** The last entry that has a time of its own. */
  #timed = -1
  #now = 0
  /** An empty line would be the end of the print that a record was written into. */
  #isGlued = false
  #undo?: Undo

  /**
   * @param clock milliseconds since 1970, for lines without a time of their own
   * @param isLive whether what comes was written just now
   */
  constructor(clock: () => number, isLive: () => boolean = () => false) {
    this.#clock = clock
    this.#isLive = isLive
  }

  /** Where the bytes of an entry end. */
  endOf(entry: number): number {
    const { entries } = this
    return entry + 1 < entries.next ? (entries.start[(entry + 1) & entries.mask] ?? 0) : this.#shownEnd
  }

  /** Bytes that the held entries stand for. */
  get byteCount(): number {
    return this.#shownEnd - this.bytes.start
  }

  /** Whether the last line has an entry though it has no end yet. */
  get isTailShown(): boolean {
    return this.#undo !== undefined
  }

  append(bytes: Uint8Array): void {
    this.bytes.append(bytes)
    if (this.bytes.lineStart > this.#read) this.#readLines()
    else if (this.bytes.end - this.#read > longestLine) this.endLine()
  }

  /** The last line, which has no end, will not be continued. */
  endLine(): void {
    this.bytes.endLine()
    this.#readLines()
  }

  /** Has an entry for the last line though it may be continued. */
  showTail(): void {
    if (this.bytes.end === this.#shownEnd) return
    const { entries } = this
    if (this.#undo && this.bytes.end - this.#read > longTail) {
      const at = (entries.next - 1) & entries.mask
      entries.change(entries.next - 1, entries.meta[at] ?? 0, entries.hash[at] ?? 0, entries.lines[at] ?? 0)
      this.#shownEnd = this.bytes.end
      return
    }
    this.#takeBack()
    const at = (entries.next - 1) & entries.mask
    this.#joinerBefore.copy(this.#joiner)
    this.#undo = {
      next: entries.next,
      version: entries.version[at] ?? 0,
      meta: entries.meta[at] ?? 0,
      hash: entries.hash[at] ?? 0,
      lines: entries.lines[at] ?? 0,
      latest: this.#latest,
      isTimed: this.#isTimed,
      isGlued: this.#isGlued,
    }
    this.#now = this.#clock()
    const tail = this.bytes.rest(this.#read)
    const from = entries.next
    this.#line(tail, 0, tail.length, tail.length, this.#read)
    this.#dateEnd(from)
  }

  /**
   * Puts a mark after the last line.
   * @returns whether that could be; not in the middle of a line
   */
  mark(mark: LogMark): boolean {
    if (this.bytes.lineStart < this.bytes.end) return false
    const { entries } = this
    if (!this.#isTimed) this.#latest = Math.max(this.#latest, Math.min(mark.time, this.#clock()))
    this.marks.set(entries.next, mark)
    entries.push(this.#read, this.#latest, noLevel | (entryKind.mark << 3), 0, 0)
    this.#joiner.reset()
    this.#isGlued = false
    return true
  }

  /** Drops the oldest entry with its bytes. */
  shift(): void {
    const { entries } = this
    const isOfTail = entries.first + 1 === entries.next || (this.#undo && entries.first >= this.#undo.next)
    if (isOfTail) this.#keepTail()
    this.marks.delete(entries.first)
    this.bytes.dropBefore(this.endOf(entries.first))
    entries.shift()
  }

  #readLines(): void {
    this.#takeBack()
    this.#now = this.#clock()
    const { bytes } = this
    const from = this.entries.next
    while (this.#read < bytes.lineStart) {
      const chunk = bytes.rest(this.#read)
      const limit = Math.min(chunk.length, bytes.lineStart - this.#read)
      for (let from = 0; from < limit;) {
        let end = from
        while (end < limit && chunk[end] !== lineFeed) end += 1
        const next = Math.min(end + 1, limit)
        this.#line(chunk, from, end, next, this.#read)
        from = next
      }
      this.#read += limit
    }
    this.#dateEnd(from)
  }

  /**
   * Lines without a time that end what was just written are as old as their coming: beside other replicas they would else stand
   * where the last record of their own does, far from the end.
   */
  #dateEnd(from: number): void {
    const { entries } = this
    if (!this.#isLive()) return
    const first = Math.max(from, this.#timed + 1, entries.first)
    if (first >= entries.next) return
    this.#latest = Math.max(this.#latest, this.#now)
    for (let entry = first; entry < entries.next; entry += 1)
      entries.time[entry & entries.mask] = this.#latest
  }

  /** One line of a chunk that begins at a place, with and without its end. */
  #line(chunk: Uint8Array, from: number, end: number, next: number, place: number): void {
    const to = end > from && chunk[end - 1] === carriageReturn ? end - 1 : end
    this.#shownEnd = place + next
    const isEndOfPrint = this.#isGlued && from === to
    this.#isGlued = false
    if (isEndOfPrint) return
    const scan = this.#scan
    scan.look(chunk, from, to)
    if (scan.glued >= 0) {
      const { glued } = scan
      scan.look(chunk, from, glued)
      this.#add(place + from)
      scan.look(chunk, glued, to)
      this.#add(place + glued)
      this.#isGlued = true
    } else this.#add(place + from)
  }

  /** The line that was looked at becomes an entry or part of one. */
  #add(start: number): void {
    const { entries } = this
    const { facts, hash } = this.#scan
    const within = this.#joiner.next(facts)
    const target = entries.next - 1 - within
    // What is taken back must not have swallowed others, and the entry to go on with may be dropped.
    if (within === ownEntry || (within > 0 && this.#undo) || target < entries.first) {
      const isRecord = (facts & (fact.record | fact.json)) !== 0
      const printed = this.#joiner.isTrace ? entryKind.trace : entryKind.output
      const kind = isRecord ? entryKind.record : printed
      entries.push(start, this.#timeOf(this.#scan.time), this.#scan.level | (kind << 3), hash, 1)
      return
    }
    const at = target & entries.mask
    let mixed = entries.hash[at] ?? 0
    let lines = (entries.lines[at] ?? 0) + 1
    for (let entry = target + 1; entry < entries.next; entry += 1) {
      mixed = mix(mixed, entries.hash[entry & entries.mask] ?? 0)
      lines += entries.lines[entry & entries.mask] ?? 0
    }
    for (let i = 0; i < within; i += 1) entries.pop()
    const meta = entries.meta[at] ?? 0
    const isTrace = this.#joiner.isTrace && meta >> 3 === entryKind.output
    entries.change(target, isTrace ? noLevel | (entryKind.trace << 3) : meta, mix(mixed, hash), lines)
  }

  /** The time to order the next entry by, which may have one of its own. */
  #timeOf(time: number): number {
    if (time <= this.#now + mostAhead) {
      if (!this.#isTimed) this.#placeBefore(time)
      this.#latest = this.#isTimed ? Math.max(this.#latest, time) : time
      this.#isTimed = true
      this.#timed = this.entries.next
    } else if (!this.#isTimed) this.#latest = Math.max(this.#latest, this.#now)
    return this.#latest
  }

  /** What came before the first time that is known was not written after it. */
  #placeBefore(time: number): void {
    const { entries } = this
    let entry = entries.next
    while (entry > entries.first && (entries.time[(entry - 1) & entries.mask] ?? 0) > time) entry -= 1
    if (entry === entries.next) return
    entries.markStale(entry)
    entries.changedFrom = Math.min(entries.changedFrom, entry)
    for (; entry < entries.next; entry += 1) entries.time[entry & entries.mask] = time
  }

  /** The entry of the last line stays as it is; what follows is another line. */
  #keepTail(): void {
    if (!this.#undo) return
    this.#undo = undefined
    this.#read = this.#shownEnd
    this.bytes.lineStart = Math.max(this.bytes.lineStart, this.#read)
  }

  #takeBack(): void {
    const undo = this.#undo
    if (!undo) return
    this.#undo = undefined
    const { entries } = this
    while (entries.next > undo.next) entries.pop()
    const last = entries.next - 1
    if (last >= entries.first && entries.version[last & entries.mask] !== undo.version)
      entries.change(last, undo.meta, undo.hash, undo.lines)
    this.#joiner.copy(this.#joinerBefore)
    this.#latest = undo.latest
    this.#isTimed = undo.isTimed
    this.#isGlued = undo.isGlued
    this.#shownEnd = this.#read
  }
}

const mix = (hash: number, more: number): number => (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ more) >>> 0
