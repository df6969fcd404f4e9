import type { Overlap } from '@/domain/logs/align-overlap'
import type { FeedSink } from '@/domain/logs/feed-sink'
import type { FeedClock } from './feed-clock'
import type { Intake } from './feed-intake'
import { FeedLines } from './feed-lines'
import { FeedMarks } from './feed-marks'

export interface FeedOutputOptions {
  replica: string
  sink: FeedSink
  clock: FeedClock
  /** A time of the page's clock by the server's. */
  serverTime: (time: number) => number
}

/** A stream delivers within so much of the writing, unless a server in between holds it back; milliseconds. */
const usualDelay = 3_000

/** The server answers with an error text in the place of the log. */
export class FeedFault extends Error {}

type FoundOverlap = Extract<Overlap, { kind: 'found' }>

/** What is told of a replica: what answers have after what is held, and marks where that does not go on from it. */
export class FeedOutput {
  readonly lines: FeedLines
  /** All that was asked for at first has come. */
  hasRead = false
  /** When what came before ended by itself or by a failure; nothing while all is well. */
  brokenAt: number | undefined
  /** Equal lines could not be told apart; until some can, that is not said again. */
  isInDoubt = false
  /** Set when an answer has begun. */
  isAnswered = false
  readonly #marks: FeedMarks
  readonly #clock: FeedClock
  readonly #startedAt: number

  constructor({ replica, sink, clock, serverTime }: FeedOutputOptions) {
    this.#clock = clock
    this.#startedAt = clock.now()
    this.#marks = new FeedMarks(replica, sink, serverTime)
    this.lines = new FeedLines(replica, sink, {
      fault: (text) => this.#marks.fault(this.#clock.now(), text),
      broken: () => this.#marks.brokenLine(this.#knownTo()),
    })
  }

  /** Tells bytes that go on from those before. */
  push(bytes: Uint8Array): void {
    this.lines.push(bytes, this.#times())
    this.#came()
  }

  /** The same of bytes that a stream delivers as they are written. */
  pushLive(bytes: Uint8Array): void {
    const { earliest, latest } = this.#times()
    this.lines.push(bytes, { earliest: Math.max(earliest, latest - usualDelay), latest })
    this.#came()
  }

  /** Tells what an answer has after the lines that are held; `isEnd` says that it has no more. Throws `FeedFault`. */
  acceptFound(intake: Intake, { lines, isByTimes = false }: FoundOverlap, isEnd: boolean): void {
    if (!isByTimes && !this.lines.held.isEmpty) this.isInDoubt = false
    this.#accept(intake, lines, isEnd)
  }

  /** The same when it is clear already from a part of an answer; returns whether it is. */
  acceptPart(intake: Intake): boolean {
    const overlap = intake.align(false)
    // Of a line that was told without its end the whole is waited for.
    if (overlap.kind !== 'found' || intake.sizeAfter(overlap.lines) < this.lines.tailBytes) return false
    this.acceptFound(intake, overlap, false)
    return true
  }

  /** The same where it is not sure after how many lines; of two answers the first is the one whose times say more. */
  acceptGuess(first: Intake, last: Intake, isEnd: boolean): void {
    const sooner = first.align(true)
    const [intake, overlap] = sooner.kind === 'ambiguous' ? [first, sooner] : [last, last.align(true)]
    const lines = overlap.kind === 'none' ? 0 : overlap.lines
    if (intake.sizeAfter(lines) > 0 && !this.isInDoubt) {
      this.isInDoubt = true
      this.#marks.doubt(this.#knownTo(), this.#clock.now())
      this.brokenAt = undefined
    }
    this.#accept(intake, lines, isEnd)
  }

  /** The log does not go on from what is held: all of the answer is told, after words that say so. `isWhole`: it has all of the log. */
  startAnew(intake: Intake, isWhole: boolean): void {
    const { lines } = this
    lines.breakTail()
    this.#marks.gap(this.#knownTo(), this.#clock.now(), isWhole)
    this.brokenAt = undefined
    lines.held.clear()
    lines.held.isFromStart = isWhole
    for (const piece of intake.after(0)) this.push(piece)
  }

  /** An answer has ended, by a failure where there is one, after all that it has was told. Throws that, or `FeedFault`. */
  endAnswer(sentAt: number, error: Error | undefined): void {
    const { lines, hasRead } = this
    const at = lines.faultAt()
    const text = at < 0 ? undefined : lines.tailText(at)
    const isHidden = !hasRead && !lines.isShown
    // Once said, or where it is not shown, there is no need to see it a second time.
    if (text !== undefined && (isHidden || this.#marks.isKnown(text))) lines.cutTail(at)
    if (isHidden && (error || text !== undefined)) lines.clear()
    if (error) throw error
    if (text !== undefined && !lines.isHolding) throw new FeedFault(text)
    if (text !== undefined) return
    lines.held.complete(sentAt)
    lines.isShown = true
    this.endBreak()
    this.hasRead = true
  }

  /** Something came again after a break. */
  endBreak(): void {
    if (this.brokenAt !== undefined && this.hasRead) this.#marks.reconnected(this.brokenAt, this.#clock.now())
    this.brokenAt = undefined
  }

  /** Tells a last line without its end, while more can still come. */
  tell(): void {
    if (this.lines.isHolding) this.lines.tell(this.#times())
  }

  /** The same when nothing more came after it: an error text of the server is no line. */
  settle(): void {
    const at = this.lines.faultAt()
    if (at >= 0) this.lines.cutTail(at)
    else this.tell()
  }

  /** An answer is nothing but an error text. */
  fault(intake: Intake): FeedFault {
    const text = new TextDecoder().decode(intake.tail()).trim()
    this.#marks.fault(this.#clock.now(), text)
    return new FeedFault(text)
  }

  #accept(intake: Intake, lines: number, isEnd: boolean): void {
    this.endBreak()
    const isFaulty = this.lines.resume(intake.after(lines), this.#times(), { isEnd, isComplete: isEnd })
    if (isFaulty) throw this.fault(intake)
    if (intake.sizeAfter(lines) > 0) this.#came()
  }

  #came(): void {
    if (!this.lines.isHolding) this.#marks.linesCame()
  }

  #times() {
    return { earliest: this.lines.held.completeTo, latest: this.#clock.now() }
  }

  /** Until when nothing is missing. */
  #knownTo(): number {
    const { held } = this.lines
    return Math.max(held.completeTo, held.lastTime ?? this.#startedAt)
  }
}
