import { compileSearch } from './compile-search'
import { flag } from './entry-columns'
import type { FieldFilter, LogQuery } from './log-view'
import { found } from './match-entries'
import type { Matcher, MatchQuestion } from './matcher'
import type { ReplicaLog } from './replica-log'

/** Bytes and entries that are looked at in one go, within some milliseconds. */
const pieceBytes = 384 * 1024
const pieceEntries = 16_384

/** Pieces that are on their way at once. */
const mostAtOnce = 2

/** A line without an end is not looked at again each time that more of it comes, from so many bytes on. */
const longTail = 256 * 1024

const known = flag.searched | flag.matches | flag.filtered | flag.passes

interface Piece {
  source: number
  from: number
  /** Entries from there on changed meanwhile, so that the answer does not hold of them. */
  to: number
}

/** What is looked at of a source, or will be with the next answers: all entries from `low` up to `high`. */
interface Front {
  low: number
  high: number
}

/** Entries of a source from one on up to another one. */
export interface FoundEntries {
  source: number
  from: number
  to: number
}

export interface LogSearchOptions {
  /** Those that can be looked at, by their source. */
  replicas: readonly (ReplicaLog | undefined)[]
  matcher: Matcher
  /** Something was found out of entries of a source, the first of them given; or why nothing will be. */
  onFound: () => void
}

/** Has all entries looked at with a search and with filters of fields, the newest first and new ones at once. */
export class LogSearch {
  /** Why the search cannot be. */
  problem?: string
  readonly #options: LogSearchOptions
  #question?: MatchQuestion
  #fronts: Front[] = []
  #pieces: Piece[] = []
  #found: FoundEntries[] = []

  constructor(options: LogSearchOptions) {
    this.#options = options
  }

  /** Looks for something else, and forgets what was found. */
  set(query: LogQuery, filters: readonly FieldFilter[]): void {
    const compiled = compileSearch(query)
    this.problem = compiled && 'problem' in compiled ? compiled.problem : undefined
    const isWanted = filters.length > 0 || (compiled !== undefined && !this.problem)
    // A broken expression looks for nothing.
    this.#question = isWanted ? { query: this.problem ? { ...query, text: '' } : query, filters } : undefined
    this.#options.matcher.forget()
    this.#pieces = []
    this.#found = []
    this.#fronts = this.#options.replicas.map((replica) => {
      const next = replica?.entries.next ?? 0
      return { low: next, high: next }
    })
    for (const replica of this.#options.replicas) {
      const flags = replica?.entries.flags
      if (flags) for (let at = 0; at < flags.length; at += 1) flags[at] = (flags[at] ?? 0) & ~known
    }
    this.pump()
  }

  /** Entries of a source from one on came or changed. */
  changed(source: number, entry: number): void {
    const front = this.#frontOf(source)
    front.high = Math.min(front.high, entry)
    front.low = Math.min(front.low, front.high)
    for (const piece of this.#pieces) if (piece.source === source) piece.to = Math.min(piece.to, entry)
  }

  /** The entries that something was found out of since the last time. */
  takeFound(): readonly FoundEntries[] {
    const taken = this.#found
    this.#found = []
    return taken
  }

  /** How much of what is held was looked at, from 0 to 1. */
  get progress(): number {
    let [held, left] = [0, 0]
    this.#options.replicas.forEach((replica, source) => {
      if (!replica) return
      const { first, next } = replica.entries
      const { low, high } = this.#frontOf(source)
      held += next - first
      left += Math.max(low - first, 0) + (next - high)
    })
    for (const { from, to } of this.#pieces) left += Math.max(to - from, 0)
    return this.#question === undefined || left <= 0 ? 1 : 1 - left / held
  }

  /** Has the next pieces looked at. */
  pump(): void {
    while (this.#question && this.#pieces.length < mostAtOnce) {
      const piece = this.#nextNew() ?? this.#nextOld()
      if (!piece) return
      void this.#look(piece, this.#question)
    }
  }

  async #look(piece: Piece, question: MatchQuestion): Promise<void> {
    const replica = this.#options.replicas[piece.source]
    if (!replica) return
    this.#pieces.push(piece)
    const { entries } = replica
    const start = entries.start[piece.from & entries.mask] ?? 0
    const starts = new Uint32Array(piece.to - piece.from + 1)
    for (let i = 0; i < starts.length - 1; i += 1)
      starts[i] = (entries.start[(piece.from + i) & entries.mask] ?? 0) - start
    const end = replica.endOf(piece.to - 1)
    starts[starts.length - 1] = end - start
    try {
      const bits = await this.#options.matcher.match(
        { bytes: replica.bytes.copy(start, end), starts },
        question,
      )
      if (question !== this.#question) return
      this.#pieces = this.#pieces.filter((other) => other !== piece)
      this.#apply(piece, bits, question)
    } catch (error) {
      if (question !== this.#question) return
      this.#pieces = []
      this.#question = undefined
      this.problem = error instanceof Error ? error.message : String(error)
    }
    this.pump()
    this.#options.onFound()
  }

  #apply({ source, from, to }: Piece, bits: Uint8Array, { query, filters }: MatchQuestion): void {
    const entries = this.#options.replicas[source]?.entries
    if (!entries) return
    const first = Math.max(from, entries.first)
    // What changed since is looked at again as soon as `changed` is told.
    const end = Math.min(to, entries.changedFrom)
    if (first >= end) return
    const bit = (is: boolean, what: number) => (is ? what : 0)
    const always = bit(query.text !== '', flag.searched) | bit(filters.length > 0, flag.filtered)
    for (let entry = first; entry < end; entry += 1) {
      const of = bits[entry - from] ?? 0
      const at = entry & entries.mask
      const told =
        always | bit((of & found.match) !== 0, flag.matches) | bit((of & found.passes) !== 0, flag.passes)
      entries.flags[at] = ((entries.flags[at] ?? 0) & ~known) | told
    }
    const near = this.#found.find(
      (other) => other.source === source && (other.from === end || other.to === first),
    )
    if (!near) this.#found.push({ source, from: first, to: end })
    else if (near.from === end) near.from = first
    else near.to = end
  }

  /** Entries that came since, of the first source that has some. */
  #nextNew(): Piece | undefined {
    for (const [source, replica] of this.#options.replicas.entries()) {
      if (!replica) continue
      const { entries } = replica
      const front = this.#frontOf(source)
      const from = Math.max(front.high, entries.first)
      let to = from
      const end = Math.min(entries.next, entries.changedFrom)
      while (to < end && to - from < pieceEntries) {
        const bytes = replica.endOf(to) - (entries.start[from & entries.mask] ?? 0)
        if (to > from && bytes > pieceBytes) break
        if (to === entries.next - 1 && replica.isTailShown && bytes > longTail) break
        to += 1
      }
      if (to === from) continue
      if (front.low === front.high) front.low = from
      front.high = to
      return { source, from, to }
    }
    return undefined
  }

  /** The latest ones that were there before, of all sources. */
  #nextOld(): Piece | undefined {
    let [latest, source] = [Number.NEGATIVE_INFINITY, -1]
    this.#options.replicas.forEach((replica, i) => {
      if (!replica) return
      const low = Math.min(this.#frontOf(i).low, replica.entries.changedFrom)
      if (low <= replica.entries.first) return
      const time = replica.entries.time[(low - 1) & replica.entries.mask] ?? 0
      if (source < 0 || time > latest) [latest, source] = [time, i]
    })
    const replica = this.#options.replicas[source]
    if (!replica) return undefined
    const { entries } = replica
    const front = this.#frontOf(source)
    const to = Math.min(front.low, entries.changedFrom)
    const end = replica.endOf(to - 1)
    let from = to - 1
    while (from > entries.first && to - from < pieceEntries) {
      if (end - (entries.start[(from - 1) & entries.mask] ?? 0) > pieceBytes) break
      from -= 1
    }
    front.low = from
    return { source, from, to }
  }

  #frontOf(source: number): Front {
    // What comes later is new from its first entry on.
    return (this.#fronts[source] ??= { low: 0, high: 0 })
  }
}
