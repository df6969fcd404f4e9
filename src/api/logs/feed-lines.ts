import type { FeedSink } from '@/domain/logs/feed-sink'
import { HeldLines, type WriteTimes } from '@/domain/logs/align-held'
import { joinBytes } from '@/lib/join-bytes'
import { faultIn, isFaultLine } from '@/domain/logs/log-fault'

const newline = 10
/** A line that is longer without an end is told as it comes. */
const tellLimit = 64 * 1024

/** What is found out of a last line without its end, told before what follows it. */
export interface TailNotices {
  /** It was no part of the log: the server said it. */
  fault: (text: string) => void
  /** What was told of it already stands in the log otherwise. */
  broken: () => void
}

/**
 * The bytes of a replica on their way to who shows them: whole lines at once, a last line without its end only when it is clear that
 * nothing is to follow soon, and that it is not an error text of the server.
 */
export class FeedLines {
  readonly held = new HeldLines()
  /** Whether what comes is told; otherwise it is only held, to go on from. */
  isShown = true
  readonly #replica: string
  readonly #sink: FeedSink
  readonly #notices: TailNotices
  #tail: Uint8Array[] = []
  #tailBytes = 0
  /** Bytes of the tail that were told. */
  #told = 0
  #tailTimes: WriteTimes | undefined

  constructor(replica: string, sink: FeedSink, notices: TailNotices) {
    this.#replica = replica
    this.#sink = sink
    this.#notices = notices
  }

  /** All bytes, also those not told yet. */
  get bytes(): number {
    return this.held.bytes + this.#tailBytes
  }

  /** Bytes after the last whole line. */
  get tailBytes(): number {
    return this.#tailBytes
  }

  /** When the last line without its end was begun at the earliest, `-Infinity` when that is not known; `Infinity` while there is none. */
  get tailTime(): number {
    return this.#tailTimes?.earliest ?? Infinity
  }

  /** Whether something waits to be told. */
  get isHolding(): boolean {
    return this.#told < this.#tailBytes
  }

  /** Bytes that go on from what was pushed before. */
  push(bytes: Uint8Array, times: WriteTimes): void {
    if (bytes.length === 0) return
    if (this.#tail.at(-1)?.at(-1) === newline) this.#endTail(times)
    let end = bytes.lastIndexOf(newline) + 1
    if (end === bytes.length) end -= this.#doubtful(bytes)
    if (end > 0) {
      this.#endTail(times)
      const whole = end === bytes.length ? bytes : bytes.subarray(0, end)
      if (this.isShown) this.#sink.append(this.#replica, whole)
      this.held.add(whole, times)
    }
    if (end === bytes.length) return
    this.#tailTimes ??= times
    this.#tail.push(end === 0 ? bytes : bytes.subarray(end))
    this.#tailBytes += bytes.length - end
    if (this.#tailBytes > tellLimit) this.#tellTail()
  }

  /** Tells what was held back. */
  tell(times: WriteTimes): void {
    if (this.#tail.at(-1)?.at(-1) === newline) this.#endTail(times)
    else this.#tellTail()
  }

  /** Where in the last piece, not told yet, an error text of the server may begin; -1 when there is none. */
  faultAt(): number {
    if (!this.isHolding) return -1
    const at = faultIn(this.#wholeTail())
    return at >= this.#told ? at : -1
  }

  /** The last piece from there on. */
  tailText(at: number): string {
    return new TextDecoder().decode(this.#wholeTail().subarray(at)).trim()
  }

  /** Takes the last piece from there on for something that the server said. */
  cutTail(at: number): void {
    const text = this.tailText(at)
    this.#setTail(this.#wholeTail().subarray(0, at))
    this.#notices.fault(text)
  }

  /** The last line will not be continued. */
  breakTail(): void {
    this.#tellTail()
    if (this.#told > 0 && this.isShown) this.#sink.endLine(this.#replica)
    this.#setTail(undefined)
  }

  /** Forgets everything, as if nothing had come. For what was not shown. */
  clear(): void {
    this.held.clear()
    this.#setTail(undefined)
  }

  /**
   * Goes on with what an answer has after the last whole line held: the last piece once more, if it is of the log, and what follows. `isEnd` says
   * that the answer has no more, `isComplete` that the log has no more, either. Returns whether it ends with words of the server again, so
   * that the log cannot be read.
   */
  resume(
    rest: readonly Uint8Array[],
    times: WriteTimes,
    { isEnd, isComplete }: { isEnd: boolean; isComplete: boolean },
  ): boolean {
    const tail = this.#wholeTail()
    const size = rest.reduce((sum, piece) => sum + piece.length, 0)
    let same = commonLength(tail, rest)
    if (same < tail.length) {
      // An answer that broke off before the end of the piece says nothing of it.
      if (same === size && !isComplete) return false
      if (same >= this.#told) this.cutTail(same)
      else {
        this.breakTail()
        this.#notices.broken()
        same = 0
      }
    } else if (same === size && isEnd) {
      const at = tail.at(-1) === newline ? -1 : this.faultAt()
      if (at >= 0) this.cutTail(at)
      else this.tell(times)
      return at >= 0
    }
    this.#pushFrom(rest, same, times)
    return false
  }

  #pushFrom(pieces: readonly Uint8Array[], from: number, times: WriteTimes): void {
    let before = from
    for (const piece of pieces) {
      if (before < piece.length) this.push(piece.subarray(before), times)
      before = Math.max(0, before - piece.length)
    }
  }

  /** Bytes of a last whole line that reads like an error text, which would be followed by nothing. */
  #doubtful(bytes: Uint8Array): number {
    const last = bytes.length - 1
    const start = last === 0 ? 0 : bytes.lastIndexOf(newline, last - 1) + 1
    if (start === 0 && this.#tailBytes > 0) return 0
    return isFaultLine(bytes.subarray(start)) ? bytes.length - start : 0
  }

  /** The tail becomes a part of the whole lines that follow it, or is one. */
  #endTail(times: WriteTimes): void {
    this.#tellTail()
    for (const piece of this.#tail) this.held.add(piece, times)
    this.#setTail(undefined)
  }

  #tellTail(): void {
    let skip = this.#told
    for (const piece of this.#tail) {
      if (skip < piece.length && this.isShown) this.#sink.append(this.#replica, piece.subarray(skip))
      skip = Math.max(0, skip - piece.length)
    }
    // What was not shown is told when the rest of its line comes.
    if (this.isShown) this.#told = this.#tailBytes
  }

  #wholeTail(): Uint8Array {
    const [only] = this.#tail
    if (only && this.#tail.length === 1) return only
    const whole = joinBytes(this.#tail)
    if (whole.length > 0) this.#tail = [whole]
    return whole
  }

  #setTail(tail: Uint8Array | undefined): void {
    this.#tail = tail && tail.length > 0 ? [tail] : []
    this.#tailBytes = tail?.length ?? 0
    this.#told = Math.min(this.#told, this.#tailBytes)
    if (this.#tailBytes === 0) this.#tailTimes = undefined
  }
}

/** How many first bytes of pieces are those of a text. */
function commonLength(text: Uint8Array, pieces: readonly Uint8Array[]): number {
  let at = 0
  for (const piece of pieces) {
    for (const byte of piece) {
      if (at === text.length || byte !== text[at]) return at
      at += 1
    }
  }
  return at
}
