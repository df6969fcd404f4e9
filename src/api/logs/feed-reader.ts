import { faultIn } from '@/domain/logs/log-fault'
import { readAnswer, type AnswerSource } from './feed-answer'
import { Intake } from './feed-intake'
import { FeedOutput, type FeedOutputOptions } from './feed-output'
import { cutoffOf, firstRequest, requestSince, type FeedRequest } from './feed-request'
import type { LogStart } from './log-messages'

export interface FeedSource extends AnswerSource, FeedOutputOptions {
  start: LogStart
}

interface Answer {
  intake: Intake
  sentAt: number
  /** What it has after what is held was told. */
  isFed: boolean
  /** How it broke off. */
  error: Error | undefined
}

/** So many lines more are asked for, from one try to the next, when an answer does not tell where it goes on from what is held. */
const depths = [256, 1_024, 4_096, 16_384, 65_536]
/** A line that came within so many milliseconds is gone back to by its time. */
const recent = 30_000
/** So many of the last lines are asked for otherwise. */
const lastLines = 100

/** Reads the log of one replica, so that what is told of it goes on from what was told before, or a mark says that it does not. */
export class FeedReader {
  readonly output: FeedOutput
  readonly source: FeedSource
  readonly #startedAt: number
  /** Where an answer broke off that was to tell where it goes on from what is held. */
  #step = 0

  constructor(source: FeedSource) {
    this.source = source
    this.#startedAt = source.clock.now()
    this.output = new FeedOutput(source)
    this.output.lines.isShown = source.start.kind !== 'now'
  }

  /** What to ask for, to go on from what is held. */
  request(): FeedRequest {
    const now = this.source.clock.now()
    const { held, tailTime } = this.output.lines
    const reach = this.output.hasRead ? held.reach() : -Infinity
    if (reach === -Infinity) return firstRequest(this.source.start, now - this.#startedAt)
    // Servers leave the rest of a line out whose beginning they leave out.
    return tailTime === -Infinity ? { tailLines: lastLines } : requestSince(Math.min(reach, tailTime), now)
  }

  /** The same for a stream that is opened after all was read: it has to begin with lines that are held, also when nothing new comes. */
  followRequest(): FeedRequest {
    const now = this.source.clock.now()
    const { held, tailTime } = this.output.lines
    const reach = Math.min(held.lastSingleTime(), tailTime)
    return now - reach < recent ? requestSince(reach, now) : { tailLines: lastLines }
  }

  /** Reads all that was written until now. Rejects with `ApiError`, `FeedFault` or an `AbortError`; what came before that is told. */
  async catchUp(signal: AbortSignal): Promise<void> {
    const { output } = this
    // What has come already of a first answer that broke off is gone on from, not asked for again.
    let step = this.#step || Number(!output.hasRead && !output.lines.held.isEmpty)
    let first: Intake | undefined
    let previous: Intake | undefined
    for (;;) {
      const { request, isLast } = this.#requestAt(step, first?.lines.count ?? 0)
      const { intake, sentAt, isFed, error } = await this.#read(request, signal)
      this.#step = error && !isFed ? step : 0
      if (isFed || intake.size === 0) return output.endAnswer(sentAt, error)
      if (error) {
        output.acceptPart(intake)
        throw error
      }
      const overlap = intake.align(true)
      const isWhole = intake.isWhole && (isLast || hasSameFront(intake, previous))
      const isDecided = isWhole || isLast || intake.isFull
      first ??= intake
      if (overlap.kind === 'found') output.acceptFound(intake, overlap, true)
      else if (isOnlyFault(intake)) throw output.fault(intake)
      else if (overlap.kind === 'ambiguous' && (output.isInDoubt || isDecided)) {
        output.acceptGuess(first, intake, true)
      } else if (overlap.kind === 'none' && isDecided)
        output.startAnew(isWhole || !output.hasRead ? intake : first, isWhole)
      else {
        previous = intake
        step += 1
        continue
      }
      return output.endAnswer(sentAt, undefined)
    }
  }

  /** At first by time, then by more and more of the last lines; where all that was asked for at first has not come, in the end that again. */
  #requestAt(step: number, lines: number): { request: FeedRequest; isLast: boolean } {
    const depth = depths[step - 1]
    const isLast = step >= depths.length + Number(!this.output.hasRead)
    return { request: depth === undefined ? this.request() : { tailLines: lines + depth }, isLast }
  }

  /**
   * Looks, without telling anything, how far the log goes: in bytes, as `lines.bytes` counts them. Nothing when the log does not go on from
   * what is held.
   */
  async look(signal: AbortSignal): Promise<{ bytes: number; sentAt: number } | undefined> {
    const { held } = this.output.lines
    const upTo = held.lines.count
    const { bytes: before, generation } = held
    let count: number | undefined
    for (let step = 0; step <= depths.length; step += 1) {
      const { request, isLast } = this.#requestAt(step, count ?? 0)
      const { intake, sentAt, error } = await this.#read(request, signal, upTo)
      if (error) throw error
      // More came meanwhile than is kept: nothing is held back.
      const isOutdated = generation !== held.generation
      if (isOutdated || intake.size === 0 || isOnlyFault(intake)) return { bytes: before, sentAt }
      const overlap = intake.align(true)
      const isGuess = overlap.kind === 'ambiguous' && (this.output.isInDoubt || isLast)
      if (overlap.kind === 'found' || isGuess) {
        const fault = faultIn(intake.tail()) >= 0 ? intake.lines.openBytes : 0
        return { bytes: before + intake.sizeAfter(overlap.lines) - fault, sentAt }
      }
      count ??= intake.lines.count
    }
    return undefined
  }

  /** With `upTo` nothing is told, and the answer is laid beside the lines held before that. */
  async #read(request: FeedRequest, signal: AbortSignal, upTo?: number): Promise<Answer> {
    const { source, output } = this
    const { held, tailBytes } = output.lines
    // While nothing is held, everything is new.
    const isDirect = upTo === undefined && held.isEmpty && tailBytes === 0
    const answer: Answer = {
      intake: new Intake(held, request, undefined, upTo),
      sentAt: 0,
      isFed: false,
      error: undefined,
    }
    answer.error = await readAnswer(source, request, signal, {
      head: (sentAt) => {
        output.isAnswered = true
        answer.sentAt = sentAt
        answer.intake = new Intake(held, request, cutoffOf(request, sentAt, source.clock.now()), upTo)
      },
      piece: (bytes) => {
        if (isDirect && !answer.isFed) {
          output.endBreak()
          answer.isFed = true
        }
        if (answer.isFed) output.push(bytes)
        else {
          answer.intake.push(bytes)
          if (upTo === undefined && answer.intake.isDue) answer.isFed = output.acceptPart(answer.intake)
        }
        return !answer.intake.isFull
      },
    })
    if (isDirect && !output.hasRead) {
      const { since, tailLines } = request
      const isAll = since === undefined && tailLines === undefined
      held.isFromStart = isAll || (tailLines !== undefined && !answer.error && held.lines.count < tailLines)
    }
    return answer
  }
}

/** An answer that was to have more than the one before, and begins with the same line, has all there is. */
function hasSameFront(intake: Intake, previous: Intake | undefined): boolean {
  if (!previous) return false
  const hasLines = intake.lines.count > 0 && previous.lines.count > 0
  return hasLines ? intake.lines.equals(0, previous.lines, 0) : intake.size === previous.size
}

function isOnlyFault(intake: Intake): boolean {
  return intake.lines.count === 0 && faultIn(intake.tail()) >= 0
}
