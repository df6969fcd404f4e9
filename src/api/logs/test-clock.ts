import type { FeedSink } from '@/domain/logs/feed-sink'
import type { LogMark } from '@/domain/logs/log-view'
import { joinBytes } from '@/lib/join-bytes'
import type { FeedClock } from './feed-clock'

const newline = 10

interface Timer {
  at: number
  task: () => void
}

/** A clock that stands still between the steps of a test. */
export class TestClock implements FeedClock {
  #time = Date.parse('2026-11-23T18:00:00Z')
  #timers: Timer[] = []

  now = (): number => this.#time

  after = (milliseconds: number, task: () => void): (() => void) => {
    const timer: Timer = { at: this.#time + Math.max(0, milliseconds), task }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  delay(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve))
  }

  /** Lets so much time pass, with everything that happens in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds
    for (;;) {
      await settled()
      const next = this.#timers.reduce<Timer | undefined>(
        (first, timer) => (!first || timer.at < first.at ? timer : first),
        undefined,
      )
      if (!next || next.at > end) break
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#time = Math.max(this.#time, next.at)
      next.task()
    }
    this.#time = end
    await settled()
  }
}

/** After all that promises and streams do by themselves. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve()
    port2.postMessage(undefined)
  })
}

const { port1, port2 } = new MessageChannel()
export const textOf = (pieces: readonly Uint8Array[]) => new TextDecoder().decode(joinBytes(pieces))

/** What was told of replicas. */
export class TestSink implements FeedSink {
  readonly marks: LogMark[] = []
  /** Lines that were ended, marks and pieces in their order, in short. */
  readonly events: string[] = []
  readonly #texts = new Map<string, Uint8Array[]>()
  readonly #ends: { replica: string; at: number }[] = []

  append = (replica: string, bytes: Uint8Array): void => {
    const pieces = this.#texts.get(replica) ?? []
    pieces.push(bytes)
    this.#texts.set(replica, pieces)
    this.events.push(textOf([bytes]))
  }

  endLine = (replica: string): void => {
    this.events.push('(end of line)')
    this.#ends.push({ replica, at: this.#texts.get(replica)?.length ?? 0 })
  }

  mark = (mark: LogMark): void => {
    this.marks.push(mark)
    this.events.push(`(${mark.kind})`)
  }

  text(replica = 'a'): string {
    return textOf(this.#texts.get(replica) ?? [])
  }

  /** With the ends of lines that were ended without one. */
  lines(replica = 'a'): string[] {
    const pieces = (this.#texts.get(replica) ?? []).flatMap((piece, index) => {
      const isEnded = this.#ends.some((end) => end.replica === replica && end.at === index)
      return isEnded ? [new Uint8Array([newline]), piece] : [piece]
    })
    return textOf(pieces).split('\n')
  }

  kinds(): string[] {
    return this.marks.map(({ kind }) => kind)
  }
}
