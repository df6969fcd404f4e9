import { LineTable } from './align-lines'
import type { OverlapBounds } from './align-overlap'

/** When lines were written, as far as known: milliseconds by the page's clock, `-Infinity` for no earliest time. */
export interface WriteTimes {
  earliest: number
  latest: number
}

/** From when on an answer has what was written: its `since`, which begins to count at some time between the send and the first byte. */
export interface Cutoff {
  earliest: number
  latest: number
}

interface Batch extends WriteTimes {
  /** When it began to come. */
  begun: number
  /** Its first line. */
  line: number
  bytes: number
}

/** Clocks of a page and timers of a server are not exact; milliseconds. */
const slack = 300
/** Lines that came within so much of each other are one batch; milliseconds. */
const batchSpan = 200
const batchLimit = 4_096
/** Bytes of a batch that are too many to be read again and again. */
const longBatch = 256 * 1024

/** So many bytes are kept as they are until somebody wants to know their lines; of more the older half is forgotten. */
const pendingLimit = 2 * 1024 * 1024
/** So many bytes are gone back for a line that tells itself apart: all of them are asked for again every time. */
const anchorLimit = 256 * 1024
const newline = 10

/** What is known of the log of a replica: its last lines as hashes, and when they were written. */
export class HeldLines {
  /** Of all whole lines since the log began or began anew. */
  bytes = 0
  /** Another one when lines are counted anew. */
  generation = 0
  /** What is held began where the log does. */
  isFromStart = false
  #table = new LineTable()
  #batches: Batch[] = []
  // While a stream just flows nobody asks for its lines: they are looked for when somebody does.
  #pending: { bytes: Uint8Array; times: WriteTimes }[] = []
  #pendingBytes = 0
  #hasForgotten = false
  #completeTo = -Infinity
  #isComplete = false

  /** Whole lines, though maybe in pieces. */
  add(bytes: Uint8Array, times: WriteTimes): void {
    this.bytes += bytes.length
    this.#isComplete = false
    this.#pending.push({ bytes, times })
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes > pendingLimit) this.#forgetOlder()
  }

  /** An answer that was asked for then was complete: all that was written before is held. */
  complete(sentAt: number): void {
    this.#completeTo = sentAt
    this.#isComplete = true
  }

  get completeTo(): number {
    return this.#completeTo
  }

  get lines(): LineTable {
    for (const { bytes, times } of this.#pending) this.#addLines(bytes, times)
    this.#pending = []
    this.#pendingBytes = 0
    return this.#table
  }

  /** Forgets all lines: the log starts anew. */
  clear(): void {
    this.bytes = 0
    this.generation += 1
    this.#completeTo = -Infinity
    this.#isComplete = false
    this.isFromStart = false
    this.#hasForgotten = false
    this.#table = new LineTable()
    this.#batches = []
    this.#pending = []
    this.#pendingBytes = 0
  }

  get isEmpty(): boolean {
    return this.bytes === 0
  }

  /** When the last line was written at the latest. */
  get lastTime(): number | undefined {
    return this.#pending.at(-1)?.times.latest ?? this.#batches.at(-1)?.latest
  }

  /**
   * How far back an answer has to begin to go on from here: before the last line that tells itself apart, or, where it is not known when that was
   * written, where the last complete answer ended. `-Infinity` when all of the log is needed.
   */
  reach(): number {
    const time = this.lastSingleTime()
    return time === -Infinity ? this.completeTo : time
  }

  /** When the last line that tells itself apart was written at the earliest; `-Infinity` when that is not known. */
  lastSingleTime(): number {
    const { count } = this.lines
    const anchor = this.#lastSingleLine() ?? count - 1
    const batch = this.#batches.findLast(({ line }) => line <= anchor)
    if (!batch) return -Infinity
    const { earliest, bytes } = batch
    // Much that was read to its end was still being written then, so that little of it has to be read again.
    return this.#isComplete && bytes > longBatch ? Math.max(earliest, this.completeTo - 1_000) : earliest
  }

  /** What is known of an answer that has the whole log: everything that is held is in it. */
  boundsOfWhole(upTo: number): OverlapBounds {
    return { least: upTo - this.lines.first, most: this.isFromStart && !this.#hasForgotten ? upTo : Infinity }
  }

  /** What times tell of an answer that begins at a cutoff; nothing without one. */
  boundsOf(cutoff: Cutoff | undefined, upTo: number): OverlapBounds {
    if (!cutoff) return { least: 0, most: Infinity }
    const { first } = this.lines
    const middle = (cutoff.earliest + cutoff.latest) / 2 + slack / 3
    let least = upTo
    let most = upTo
    let likely = upTo
    let isWithin = true
    let isMostKnown = false
    for (const batch of this.#batches.toReversed()) {
      if (batch.line >= upTo) continue
      if (isWithin && batch.earliest > cutoff.latest + slack) least = batch.line
      else isWithin = false
      if (batch.latest > middle) likely = batch.line
      isMostKnown = batch.latest < cutoff.earliest - slack
      if (isMostKnown) break
      most = batch.line
    }
    least = Math.max(least, first)
    return { least: upTo - least, most: isMostKnown ? upTo - most : Infinity, likely: upTo - likely }
  }

  #addLines(bytes: Uint8Array, times: WriteTimes): void {
    const last = this.#batches.at(-1)
    if (last && last.earliest === times.earliest && times.latest - last.begun < batchSpan) {
      last.latest = times.latest
      last.bytes += bytes.length
    } else {
      this.#batches.push({ ...times, begun: times.latest, line: this.#table.count, bytes: bytes.length })
      if (this.#batches.length > batchLimit) this.#batches.splice(0, batchLimit / 2)
    }
    this.#table.push(bytes)
  }

  #forgetOlder(): void {
    let rest = this.#pendingBytes
    let from = 0
    this.#pending.forEach(({ bytes }, index) => {
      const isEnd = bytes.at(-1) === newline && this.#pendingBytes - rest < pendingLimit / 2
      if (isEnd) from = index + 1
      rest -= bytes.length
    })
    if (from === 0) return
    this.#pending = this.#pending.slice(from)
    this.#pendingBytes = this.#pending.reduce((sum, { bytes }) => sum + bytes.length, 0)
    this.#table = new LineTable(undefined, this.bytes - this.#pendingBytes)
    this.#batches = []
    this.generation += 1
    this.#hasForgotten = true
  }

  /** The last line that stands only once among those held. */
  #lastSingleLine(): number | undefined {
    const { lines } = this
    const oldest = Math.max(lines.first, lines.count - 8_192)
    const repeated: number[] = []
    for (let line = lines.count - 1; line >= oldest && repeated.length < 24; line -= 1) {
      if (lines.bytes - lines.endOf(line) > anchorLimit) break
      if (lines.lengthOf(line) < 12 || repeated.some((other) => lines.equals(line, lines, other))) continue
      if (lines.countOf(lines, line, lines.count, 2) === 1) return line
      repeated.push(line)
    }
    return undefined
  }
}
