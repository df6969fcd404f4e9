import { ApiError } from '../errors'
import { linkedAbort } from './feed-answer'
import { every } from './feed-clock'
import { Intake } from './feed-intake'
import type { FeedReader } from './feed-reader'
import { cutoffOf, type FeedRequest } from './feed-request'

/** How a followed stream came to its end. */
export type FollowEnd =
  /** By itself, or by a failure, after so many milliseconds. */
  | { kind: 'ended'; lasted: number; isClean: boolean }
  /** It does not tell where it goes on from what is held; it began with so many lines. */
  | { kind: 'unclear'; lines: number }
  /** The log has lines that the stream does not deliver in time. */
  | { kind: 'buffered' }
  /** The log does not go on from what is held. */
  | { kind: 'lost' }

/** All in milliseconds. */
const times = {
  tick: 250,
  /** A stream that is quiet for so long has told what there was when it was opened. */
  quiet: 300,
  /** A last line without its end is told after so much quiet. */
  tell: 1_000,
  /** After so much silence the log is looked at beside the stream; every line is to be shown within five seconds of being written. */
  silence: 3_000,
  /** Nuclio's server passes lines on once a second. */
  patience: 1_200,
}

/**
 * Follows the log of a replica after all of it was read. `canGuess`: what is not clear is taken for what is the likeliest. Rejects with
 * `ApiError` when it is not answered or the replica is no more, and with an `AbortError`.
 */
export async function follow(
  reader: FeedReader,
  request: FeedRequest,
  signal: AbortSignal,
  canGuess: boolean,
): Promise<FollowEnd> {
  const { output, source } = reader
  const { lines } = output
  const { clock, open, replica } = source
  const { controller, end } = linkedAbort(signal)
  const openedAt = clock.now()
  let lastAt = openedAt
  let lookedAt = openedAt
  let intake: Intake | undefined
  let isAligned = false
  let outcome: FollowEnd | undefined
  let failure: ApiError | undefined

  const finish = (with_: FollowEnd) => {
    outcome ??= with_
    controller.abort()
  }

  const align = () => {
    if (!intake || intake.size === 0) return
    const overlap = intake.align(true)
    if (overlap.kind === 'found') {
      if (intake.sizeAfter(overlap.lines) < lines.tailBytes) return
      output.acceptFound(intake, overlap, false)
    } else if (overlap.kind === 'ambiguous' && (output.isInDoubt || canGuess)) {
      output.acceptGuess(intake, intake, false)
    } else return finish({ kind: 'unclear', lines: intake.lines.count })
    isAligned = true
    intake = undefined
  }

  const look = async () => {
    lookedAt = clock.now()
    const seen = await reader.look(controller.signal)
    if (!seen) return finish({ kind: 'lost' })
    if (lines.bytes < seen.bytes) {
      await new Promise<void>((resolve) => clock.after(times.patience, resolve))
      if (lines.bytes < seen.bytes) return finish({ kind: 'buffered' })
    }
    lines.held.complete(seen.sentAt)
  }

  const isLooking = { now: false }
  const stopTicking = every(clock, times.tick, () => {
    const now = clock.now()
    const quiet = now - lastAt
    if (!isAligned && quiet >= times.quiet) align()
    if (isAligned && quiet >= times.tell) output.tell()
    if (isLooking.now || now - Math.max(lastAt, lookedAt) < times.silence) return
    isLooking.now = true
    look()
      .catch((error: unknown) => {
        // A look that fails says nothing of the stream, unless the log is refused.
        if (!(error instanceof ApiError) || error.status < 400 || error.status >= 500) return
        failure = error
        controller.abort()
      })
      .finally(() => (isLooking.now = false))
  })

  try {
    const stream = await open(replica, { follow: true, ...request, signal: controller.signal })
    intake = new Intake(lines.held, request, cutoffOf(request, openedAt, clock.now()))
    isAligned = lines.bytes === 0
    const bytes = stream.getReader()
    controller.signal.addEventListener('abort', () => void bytes.cancel().catch(() => undefined))
    for (;;) {
      const { done, value } = await bytes.read()
      if (done || controller.signal.aborted) break
      lastAt = clock.now()
      if (isAligned) output.pushLive(value)
      else {
        intake.push(value)
        if (intake.isDue && output.acceptPart(intake)) isAligned = true
      }
    }
    if (!isAligned) align()
    outcome ??= { kind: 'ended', lasted: clock.now() - openedAt, isClean: true }
  } catch (error) {
    if (error instanceof ApiError && !outcome) failure ??= error
    else outcome ??= { kind: 'ended', lasted: clock.now() - openedAt, isClean: false }
  } finally {
    stopTicking()
    end()
    controller.abort()
  }
  if (failure) throw failure
  return outcome ?? { kind: 'ended', lasted: clock.now() - openedAt, isClean: false }
}
