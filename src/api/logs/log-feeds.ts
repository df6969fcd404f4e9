import type { FeedSink } from '@/domain/logs/feed-sink'
import { clockOfAnswer, narrowClock, type ClockSpan } from '@/domain/console/server-clock'
import type { LogStatus, ReplicaStatus } from '@/domain/logs/log-status'
import type { FunctionRef } from '../function-keys'
import { openReplicaLogs, readReplicaNames } from '../replica-logs'
import { browserClock, type FeedClock } from './feed-clock'
import { requestTurns } from './feed-turns'
import type { OpenReplica } from './feed-request'
import type { LogStart } from './log-messages'
import { pollEvery, ReplicaFeed, type FeedWay } from './replica-feed'
import { ReplicaNames } from './replica-names'
import { openStreamLease, streamLimit, type StreamLease } from './stream-lease'

/** What the feeds know of a `LogStatus`. */
export interface FeedsStatus {
  replicas: readonly Pick<ReplicaStatus, 'name' | 'state' | 'problem' | 'retryAt'>[]
  problem: LogStatus['problem']
  isLoading: boolean
}

export interface LogFeedsOptions {
  ref: FunctionRef
  start: LogStart
  /** Nothing is followed. */
  isPolled: boolean
  sink: FeedSink
  /** `status()` is another one. */
  onChange: () => void
  /** Those of a browser unless a test brings its own. */
  clock?: FeedClock
  open?: OpenReplica
  readNames?: (signal: AbortSignal) => Promise<{ names: string[]; date?: string | undefined }>
  lease?: (clock: FeedClock, onChange: () => void) => StreamLease
}

/** Of a page that nobody sees; milliseconds. */
const hidden = {
  /** It lets go of its streams after that, */
  release: 20_000,
  /** asks so seldom then, */
  every: 15_000,
  /** and not at all after that. */
  stop: 600_000,
}

/** Gets the output of all replicas of a function, as they come and go, to a sink. */
export class LogFeeds {
  readonly #options: LogFeedsOptions
  readonly #clock: FeedClock
  readonly #openedAt: number
  readonly #feeds = new Map<string, ReplicaFeed>()
  readonly #present = new Set<string>()
  readonly #doubtedAt = new Map<string, number>()
  readonly #names: ReplicaNames
  readonly #lease: StreamLease
  readonly #turn = requestTurns()
  /** It was answered once which replicas there are. */
  #hasNames = false
  #selected: readonly string[] | undefined
  #isBuffered = false
  #visibility: 'visible' | 'hidden' | 'forgotten' = 'visible'
  #callOffHiding: (() => void) | undefined
  #serverClock: ClockSpan | undefined
  #isClosed = false

  constructor(options: LogFeedsOptions) {
    const { clock = browserClock, ref, readNames = (signal) => readReplicaNames(ref, signal) } = options
    this.#options = options
    this.#clock = clock
    this.#openedAt = clock.now()
    this.#lease = (options.lease ?? openStreamLease)(clock, () => this.#assign())
    this.#names = new ReplicaNames({
      clock,
      read: readNames,
      onNames: (names, timing) => this.#setNames(names, timing),
      onChange: () => this.#changed(),
    })
  }

  status(): FeedsStatus {
    const replicas = [...this.#feeds.values()].map(({ name, state, problem, retryAt }) => ({
      name,
      state,
      ...(problem && { problem }),
      ...(retryAt !== undefined && { retryAt }),
    }))
    const { problem, hasAnswered } = this.#names
    const isLoading = !hasAnswered || [...this.#feeds.values()].some(({ hasLoaded }) => !hasLoaded)
    return { replicas, problem, isLoading }
  }

  /** Replicas that are looked at, all of them when absent: those are followed first. */
  select(names: readonly string[] | undefined): void {
    this.#selected = names
    this.#assign()
  }

  /** Asks for the names of replicas now, and for those that wait or were refused. */
  retry(): void {
    this.#names.ask()
    for (const name of this.#present) this.#feeds.get(name)?.retry()
  }

  /** A page that nobody sees lets go of its streams after a while, and of the log itself after a long one. */
  setVisible(isVisible: boolean): void {
    this.#callOffHiding?.()
    if (isVisible) {
      if (this.#visibility !== 'visible') this.#show('visible')
      return
    }
    const hide = (visibility: 'hidden' | 'forgotten', after: number, next?: () => void) => {
      this.#callOffHiding = this.#clock.after(after, () => {
        this.#show(visibility)
        next?.()
      })
    }
    hide('hidden', hidden.release, () => hide('forgotten', hidden.stop))
  }

  close(): void {
    this.#isClosed = true
    this.#callOffHiding?.()
    this.#names.close()
    this.#lease.close()
    for (const feed of this.#feeds.values()) feed.close()
  }

  #show(visibility: 'visible' | 'hidden' | 'forgotten'): void {
    this.#visibility = visibility
    this.#names.setPace(visibility === 'visible' ? 'usual' : visibility === 'hidden' ? 'slow' : 'none')
    this.#assign()
  }

  #setNames(names: readonly string[], { sentAt, date }: { sentAt: number; date: string | undefined }): void {
    const now = this.#clock.now()
    const span = clockOfAnswer(date, sentAt, now, dateLag)
    if (span) this.#serverClock = narrowClock(this.#serverClock, span)
    const isFirst = !this.#hasNames
    this.#hasNames = true
    for (const name of [...this.#present]) if (!names.includes(name)) this.#leave(name)
    for (const name of names) {
      if (!this.#present.has(name)) this.#come(name, isFirst)
      else this.#doubtGone(name)
    }
    this.#assign()
  }

  #come(name: string, isFirst: boolean): void {
    this.#present.add(name)
    if (!isFirst) this.#mark('replica-came', name, `Replica ${name} came`)
    const known = this.#feeds.get(name)
    if (known) return known.retry()
    const { start, sink, open = this.#openReplica, onChange } = this.#options
    const feed = new ReplicaFeed({
      replica: name,
      // One that comes later is read from its own beginning, which was after the log was opened.
      start: isFirst ? start : { kind: 'since', seconds: (this.#clock.now() - this.#openedAt) / 1_000 + 5 },
      sink,
      open,
      clock: this.#clock,
      turn: this.#turn,
      serverTime: (time) => time + this.#offset(),
      onChange,
      onBuffered: () => {
        this.#isBuffered = true
        this.#assign()
      },
      onGone: () => {
        if (!this.#isDoubted(name)) this.#names.ask()
      },
    })
    this.#feeds.set(name, feed)
  }

  /** One part of the server says that a replica is gone, another one names it: they will agree. */
  #doubtGone(name: string): void {
    const feed = this.#feeds.get(name)
    if (feed?.state !== 'gone' || this.#isDoubted(name)) return
    this.#doubtedAt.set(name, this.#clock.now())
    feed.retry()
  }

  #isDoubted(name: string): boolean {
    return this.#clock.now() - (this.#doubtedAt.get(name) ?? -Infinity) < doubtEvery
  }

  #leave(name: string): void {
    this.#present.delete(name)
    const feed = this.#feeds.get(name)
    const lost = feed?.isFollowed ? '' : '. It was read by turns: what it wrote last may be missing'
    feed?.leave()
    this.#mark('replica-gone', name, `Replica ${name} is gone; its lines stay${lost}`)
  }

  /** Says how each replica is read. */
  #assign(): void {
    if (this.#isClosed) return
    const isSelected = (name: string) => this.#selected?.includes(name) ?? true
    const names = [...this.#present].sort().sort((a, b) => Number(isSelected(b)) - Number(isSelected(a)))
    const canFollow = this.#visibility === 'visible' && !this.#options.isPolled && !this.#isBuffered
    this.#lease.want(canFollow ? Math.min(streamLimit, names.length) : 0)
    names.forEach((name, index) => this.#feeds.get(name)?.setWay(this.#wayOf(index, canFollow)))
    this.#changed()
  }

  #wayOf(index: number, canFollow: boolean): FeedWay {
    if (this.#visibility === 'forgotten') return { kind: 'stopped' }
    if (this.#visibility === 'hidden') return { kind: 'poll', every: hidden.every }
    if (!canFollow) return { kind: 'poll', every: pollEvery }
    return index < this.#lease.granted
      ? { kind: 'follow' }
      : { kind: 'poll', every: pollEvery, isByTurns: true }
  }

  #mark(kind: 'replica-came' | 'replica-gone', replica: string, text: string): void {
    this.#options.sink.mark({ kind, replica, text, time: this.#clock.now() + this.#offset() })
  }

  /** How far the server's clock is ahead; none as long as nothing says otherwise. */
  #offset(): number {
    const { least, most } = this.#serverClock ?? { least: 0, most: 0 }
    return least <= 0 && most >= 0 ? 0 : (least + most) / 2
  }

  #changed(): void {
    if (!this.#isClosed) this.#options.onChange()
  }

  readonly #openReplica: OpenReplica = (replica, options) =>
    openReplicaLogs(this.#options.ref, replica, options)
}

/** So often a replica is asked again that is named and said to be gone; milliseconds. */
const doubtEvery = 5_000

/** Servers renew the text of their date by a timer; milliseconds. */
const dateLag = 1_000
