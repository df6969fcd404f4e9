import type { FeedSink } from '@/domain/logs/feed-sink'
import type { LogMark } from '@/domain/logs/log-view'
import { shortSpan } from '@/lib/relative-time'
import { timeOfDay } from '@/lib/clock-time'

/** A break that is over sooner is not worth a word; milliseconds. */
const noticeable = 2_000
const textLimit = 200

/** The marks of one replica. Times are those of the page's clock; `serverTime` makes those of the server's of them. */
export class FeedMarks {
  readonly #replica: string
  readonly #sink: FeedSink
  readonly #serverTime: (time: number) => number
  #lastFault: string | undefined

  constructor(replica: string, sink: FeedSink, serverTime: (time: number) => number) {
    this.#replica = replica
    this.#sink = sink
    this.#serverTime = serverTime
  }

  /** Whether this was said since lines came. */
  isKnown(text: string): boolean {
    return text === this.#lastFault
  }

  /** Lines came: what the server says next is news, also when it is the same. */
  linesCame(): void {
    this.#lastFault = undefined
  }

  /** After a break that was over at `now`, with nothing lost. */
  reconnected(brokenAt: number, now: number): void {
    if (now - brokenAt <= noticeable) return
    this.#mark('reconnected', brokenAt, `Reconnected after ${shortSpan(now - brokenAt)}, nothing lost`)
  }

  /** The end of what is held is not in the log any more; `isNew` when all that the log has was read. */
  gap(from: number, now: number, isNew: boolean): void {
    const text = isNew
      ? `The log starts anew: the replica was restarted or its log rotated. Lines written ${this.#between(from, now)} may be missing`
      : `Lines written ${this.#between(from, now)} may be missing: there were more than could be read`
    this.#mark('gap', from, text)
  }

  /** Lines are so alike that it cannot be told which of them are new. */
  doubt(from: number, now: number): void {
    this.#mark(
      'gap',
      from,
      `Equal lines follow each other here: some written ${this.#between(from, now)} may be missing or stand twice`,
    )
  }

  /** A last line was shown that stands in the log otherwise. */
  brokenLine(from: number): void {
    this.#mark('gap', from, 'The line before this broke off; it stands once more below')
  }

  /** An error text of the server, once until lines come again. */
  fault(now: number, text: string): void {
    if (text === '' || this.isKnown(text)) return
    this.#lastFault = text
    const line = text.split('\n', 1)[0] ?? ''
    const shown = line.length > textLimit ? `${line.slice(0, textLimit)}…` : line
    this.#mark('fault', now, `The server could not read the log on: ${shown}`, text)
  }

  #between(from: number, to: number): string {
    const time = (at: number) => timeOfDay(this.#serverTime(at)).slice(0, 8)
    return `between ${time(from)} and ${time(to)}`
  }

  #mark(kind: LogMark['kind'], time: number, text: string, detail?: string): void {
    this.#sink.mark({ kind, time: this.#serverTime(time), text, replica: this.#replica, detail })
  }
}
