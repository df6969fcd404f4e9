import type { FeedSink } from './feed-sink'
import { flag } from './entry-columns'
import { LogAnswers } from './log-answers'
import type { LogAsks } from './log-asks'
import { downloadOf } from './log-download'
import { LogSearch } from './log-search'
import { LogState } from './log-state'
import { StatusMaker, type StoreStatus } from './log-store-status'
import type { LogMark, LogView } from './log-view'
import { sameQuery, type Matcher } from './matcher'
import { ReplicaLog } from './replica-log'
import { rowRules } from './row-rules'

export interface LogStoreOptions {
  view: LogView
  /** Bytes and lines held at most; the oldest go first. */
  byteLimit: number
  lineLimit?: number
  matcher: Matcher
  /** Milliseconds since 1970 by the server's clock, for lines that come before any time is known. */
  clock: () => number
  /** Milliseconds that only go on, for how often something is done. */
  ticks: () => number
  /** Calls back after milliseconds, unless the returned function is called before. */
  after: (milliseconds: number, then: () => void) => () => void
  /** There is another status; at most some ten times a second. */
  onChange: () => void
}

type Answer<Key extends keyof LogAsks> = ReturnType<LogAsks[Key]> | Promise<ReturnType<LogAsks[Key]>>

/** Milliseconds between two looks at what came, and how many times as long as the last one took. */
const leastPause = 100
const pauseShare = 4
/** What comes together is looked at together. */
const briefly = 10

/** Bytes that came without having been looked at; then it is done at once. */
const mostUnseen = 4 * 1024 * 1024

const inlineMarks: readonly LogMark['kind'][] = ['gap', 'fault', 'reconnected']

/** Holds the log of a function: takes what comes of its replicas, and answers what a page asks of the rows of its view. */
export class LogStore implements FeedSink {
  readonly #options: Required<LogStoreOptions>
  readonly #state: LogState
  readonly #search: LogSearch
  readonly #answers: LogAnswers
  readonly #status: StatusMaker
  /** Sources that have something new. */
  readonly #changed = new Set<number>()
  /** Marks that have no place yet, by their entry. */
  #unplaced: number[] = []
  #unseenBytes = 0
  #revision = 0
  #dropped = { lines: 0, bytes: 0 }
  #stopTimer?: () => void
  #timerDue = 0
  #lastLook = Number.NEGATIVE_INFINITY
  #pause = leastPause
  #lastProblem?: string
  /** What comes is written just now; at first it is what was written before. */
  isLive = false

  constructor(options: LogStoreOptions) {
    this.#options = { lineLimit: 1_000_000, ...options }
    const { view, matcher } = options
    this.#state = new LogState(
      view,
      rowRules(view, false, () => true),
    )
    this.#answers = new LogAnswers(this.#state)
    this.#search = new LogSearch({
      replicas: this.#state.replicas,
      matcher,
      onFound: () => this.#lookSoon(),
    })
    this.#status = new StatusMaker(this.#state, this.#search, options.ticks)
    this.#search.set(view.query, view.fields)
    this.#setRules()
  }

  append(replica: string, bytes: Uint8Array): void {
    const source = this.#sourceOf(replica)
    this.#state.replicas[source]?.append(bytes)
    this.#changed.add(source)
    this.#unseenBytes += bytes.length
    if (this.#unseenBytes > mostUnseen) this.#look()
    this.#lookSoon()
  }

  endLine(replica: string): void {
    const source = this.#sourceOf(replica)
    this.#state.replicas[source]?.endLine()
    this.#changed.add(source)
    this.#lookSoon()
  }

  mark(mark: LogMark): void {
    const source = mark.replica === undefined ? 0 : this.#sourceOf(mark.replica)
    const replica = inlineMarks.includes(mark.kind) ? this.#state.replicas[source] : undefined
    if (replica?.mark(mark)) this.#changed.add(source)
    else this.#unplaced.push(this.#state.addMark(mark))
    this.#lookSoon()
  }

  /** The place of a replica in `LogStatus.replicas`, which is that of its rows; one that is not known yet gets the next. */
  replicaIndex(name: string): number {
    return this.#sourceOf(name) - 1
  }

  setView(view: LogView): void {
    const old = this.#state.view
    // What came before it counts as seen.
    this.#look()
    this.#state.view = view
    for (const { entries } of this.#state.sources)
      for (let at = 0; at < entries.flags.length; at += 1)
        entries.flags[at] = (entries.flags[at] ?? 0) | flag.seen | flag.seenError
    if (!sameQuery(old.query, view.query) || JSON.stringify(old.fields) !== JSON.stringify(view.fields))
      this.#search.set(view.query, view.fields)
    this.#setRules()
    this.#lastLook = Number.NEGATIVE_INFINITY
    this.#options.onChange()
  }

  setByteLimit(byteLimit: number): void {
    this.#options.byteLimit = byteLimit
    this.#look()
    this.#options.onChange()
  }

  /** All of the status that the store knows. */
  status(): StoreStatus {
    this.#look()
    const { status, isOldFor } = this.#status.make(this.#revision, this.#dropped)
    // What is made less often is made once more at the end.
    if (isOldFor !== undefined) this.#schedule(isOldFor)
    return status
  }

  /** Answers what a page asks; of what takes long a promise. */
  ask<Key extends keyof LogAsks>(about: Key, request: Parameters<LogAsks[Key]>[0]): Answer<Key> {
    this.#look()
    const answers = this.#answers
    const handlers: { [Each in keyof LogAsks]: (request: Parameters<LogAsks[Each]>[0]) => Answer<Each> } = {
      read: (read) => answers.read(read, this.#revision),
      find: (find) => answers.find(find),
      detail: (detail) => answers.detail(detail),
      locate: (locate) => answers.locate(locate),
      seek: (seek) => answers.seek(seek),
      copy: (copy) => answers.copy(copy),
      download: (download) => downloadOf(this.#state, download, () => this.#rest()),
      highlight: ({ texts }) => this.#highlight(texts),
    }
    return handlers[about](request)
  }

  /** Lets go of timers and of the search. */
  close(): void {
    this.#stopTimer?.()
    this.#options.matcher.close()
  }

  async #highlight(texts: readonly string[]): Promise<ReturnType<LogAsks['highlight']>> {
    const { query } = this.#state.view
    if (query.text === '' || this.#search.problem !== undefined) return texts.map(() => [])
    try {
      return await this.#options.matcher.highlight(texts, query)
    } catch {
      return texts.map(() => [])
    }
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => this.#options.after(0, resolve))
  }

  #sourceOf(name: string): number {
    return (
      this.#state.sourceOf(name) ??
      this.#state.addReplica(
        name,
        new ReplicaLog(
          () => this.#options.clock(),
          () => this.isLive,
        ),
      )
    )
  }

  #setRules(): void {
    const { view } = this.#state
    const { problem } = this.#search
    this.#lastProblem = problem
    const isSearched = view.query.text !== '' && problem === undefined
    const { rows, order } = this.#state
    rows.setRules(rowRules(view, isSearched, (source) => this.#state.isShown(source)))
    rows.update(order.first)
    this.#status.forgetHistogram()
    this.#revision += 1
  }

  #lookSoon(): void {
    const since = this.#options.ticks() - this.#lastLook
    this.#schedule(Math.max(this.#pause - since, briefly))
  }

  #schedule(milliseconds: number): void {
    const due = this.#options.ticks() + milliseconds
    if (this.#stopTimer && this.#timerDue <= due) return
    this.#stopTimer?.()
    this.#timerDue = due
    this.#stopTimer = this.#options.after(milliseconds, () => {
      this.#stopTimer = undefined
      this.#look()
      this.#options.onChange()
    })
  }

  /** Brings order and rows up to date with all that came. */
  #look(): void {
    const began = this.#options.ticks()
    const { order, rows } = this.#state
    let from = Number.POSITIVE_INFINITY
    for (const source of this.#changed) from = Math.min(from, this.#place(source))
    this.#changed.clear()
    this.#unseenBytes = 0
    for (const entry of this.#unplaced) from = Math.min(from, this.#state.placeMark(entry))
    this.#unplaced = []
    const found = this.#search.takeFound()
    if (this.#search.problem !== this.#lastProblem) this.#setRules()
    else if (from < Number.POSITIVE_INFINITY) {
      rows.update(from)
      this.#status.changed(from)
    }
    for (const { source, from: first, to } of found) this.#updateFound(source, first, to)
    const isChanged = from < Number.POSITIVE_INFINITY || found.length > 0
    if (isChanged) this.#revision += 1
    if (order.end > order.first) this.#drop()
    this.#search.pump()
    const ended = this.#options.ticks()
    if (!isChanged) return
    this.#lastLook = ended
    this.#pause = Math.max(leastPause, (ended - began) * pauseShare)
  }

  #updateFound(source: number, from: number, to: number): void {
    const { rows } = this.#state
    const [first, last] = [from, to - 1].map((entry) =>
      this.#state.positionOf(this.#state.idOf(source, entry)),
    )
    if (first === undefined || last === undefined) return
    rows.updateFound(first, last + 1)
    if (rows.dependOnSearch) this.#status.changed(first)
  }

  /** Gives the new entries of a source their places; answers with the first position that changed. */
  #place(source: number): number {
    const replica = this.#state.replicas[source]
    if (!replica) return Number.POSITIVE_INFINITY
    replica.showTail()
    const { entries } = replica
    const { order } = this.#state
    const changed = Math.max(entries.changedFrom, entries.first)
    const from = order.integrate(source, entries)
    this.#search.changed(source, changed)
    entries.settle()
    if (changed >= entries.next) return from
    const position = order.positionOf(source, changed, entries.time[changed & entries.mask] ?? 0)
    return Math.min(from, position)
  }

  #drop(): void {
    const { state, dropped } = { state: this.#state, dropped: this.#dropped }
    const { byteLimit, lineLimit } = this.#options
    let { lines, bytes } = state.held()
    const before = state.order.first
    while ((lines > lineLimit || bytes > byteLimit) && state.order.end - state.order.first > 1) {
      const gone = state.dropOldest()
      lines -= gone.lines
      bytes -= gone.bytes
      dropped.lines += gone.lines
      dropped.bytes += gone.bytes
    }
    if (state.order.first === before) return
    state.rows.dropOldest()
    this.#revision += 1
  }
}
