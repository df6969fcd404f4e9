import type { Cutoff, HeldLines } from '@/domain/logs/align-held'
import { LineTable } from '@/domain/logs/align-lines'
import { joinBytes } from '@/lib/join-bytes'
import { alignOverlap, noBounds, type Overlap, type OverlapBounds } from '@/domain/logs/align-overlap'
import type { FeedRequest } from './feed-request'

const firstTry = 64 * 1024
/** An answer that long without a place where it goes on from what is held has none. */
const sizeLimit = 64 * 1024 * 1024
const lineLimit = 2 ** 21

/** An answer that was asked for with overlap, held until it is clear where it goes on from what is held. */
export class Intake {
  readonly lines = new LineTable(lineLimit)
  size = 0
  readonly #held: HeldLines
  readonly #upTo: number
  readonly #generation: number
  readonly #request: FeedRequest
  readonly #cutoff: Cutoff | undefined
  readonly #pieces: Uint8Array[] = []
  #nextTry = firstTry

  /** An answer to a request, whose beginning in time is `cutoff`; of what is held nothing counts from line `upTo` on. */
  constructor(held: HeldLines, request: FeedRequest, cutoff: Cutoff | undefined, upTo = held.lines.count) {
    this.#held = held
    this.#request = request
    this.#cutoff = cutoff
    this.#upTo = upTo
    this.#generation = held.generation
  }

  /** Whether it has all of the log, once it has ended. */
  get isWhole(): boolean {
    const { since, tailLines = Infinity } = this.#request
    return since === undefined && this.lines.count < tailLines
  }

  push(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.lines.push(bytes)
    this.size += bytes.length
  }

  /** Whether enough came since the last try that another one may be worth while: so all of them together stay cheap. */
  get isDue(): boolean {
    return this.size >= this.#nextTry
  }

  get isFull(): boolean {
    return this.size > sizeLimit || this.lines.count >= lineLimit
  }

  /** Where it goes on. Of a part of an answer only the lines themselves can tell, not when they were written. */
  align(isEnd: boolean): Overlap {
    while (this.#nextTry <= this.size) this.#nextTry *= 2
    if (this.#generation !== this.#held.generation) return { kind: 'none' }
    return alignOverlap(this.#held.lines, this.#upTo, this.lines, isEnd ? this.#bounds() : noBounds)
  }

  #bounds(): OverlapBounds {
    if (this.isWhole) return this.#held.boundsOfWhole(this.#upTo)
    return this.#held.boundsOf(this.#cutoff, this.#upTo)
  }

  /** The bytes after the first so many lines. */
  after(lines: number): Uint8Array[] {
    let skip = lines === 0 ? 0 : this.lines.endOf(lines - 1)
    const rest: Uint8Array[] = []
    for (const piece of this.#pieces) {
      if (skip < piece.length) rest.push(skip === 0 ? piece : piece.subarray(skip))
      skip = Math.max(0, skip - piece.length)
    }
    return rest
  }

  /** What stands after the last whole line. */
  tail(): Uint8Array {
    return joinBytes(this.after(this.lines.count))
  }

  /** How many bytes come after the first so many lines. */
  sizeAfter(lines: number): number {
    return this.size - (lines === 0 ? 0 : this.lines.endOf(lines - 1))
  }
}
