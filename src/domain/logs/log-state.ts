import { EntryColumns, entryKind } from './entry-columns'
import { noLevel } from './line-scan'
import type { LogMark, LogView } from './log-view'
import { MergedOrder } from './merged-order'
import type { ReplicaLog } from './replica-log'
import type { RowRules } from './row-rules'
import { ViewRows, type LogSource } from './view-rows'

/** Entries that one source may have in all; more than that are written in no lifetime. */
const perSource = 2 ** 36

/** What happened to all replicas, or at a time only. */
const generalSource = 0

/** An entry where it stands. */
export interface PlacedEntry {
  source: number
  entry: number
  /** Absent of what happened to all replicas. */
  replica?: ReplicaLog
  mark?: LogMark
}

/** All that is held of a log: its sources, the order of their entries, and the rows of the view. */
export class LogState {
  readonly order = new MergedOrder()
  /** By source; the first one holds what happened to all replicas, or at a time only. */
  readonly sources: LogSource[]
  /** The same, where they are replicas. */
  readonly replicas: (ReplicaLog | undefined)[] = [undefined]
  /** Names of replicas, of which the first has source 1. */
  readonly names: string[] = []
  readonly rows: ViewRows
  view: LogView
  readonly #byName = new Map<string, number>()
  readonly #general = { entries: new EntryColumns(), marks: new Map<number, LogMark>() }

  constructor(view: LogView, rules: RowRules) {
    this.sources = [this.#general]
    this.view = view
    this.rows = new ViewRows(this.order, this.sources, rules)
  }

  sourceOf(name: string): number | undefined {
    return this.#byName.get(name)
  }

  addReplica(name: string, replica: ReplicaLog): number {
    const source = this.sources.push(replica) - 1
    this.replicas.push(replica)
    this.names.push(name)
    this.#byName.set(name, source)
    return source
  }

  nameOf(source: number): string {
    return this.names[source - 1] ?? ''
  }

  isShown(source: number): boolean {
    const { replicas } = this.view
    return source === generalSource || !replicas || replicas.includes(this.nameOf(source))
  }

  idOf(source: number, entry: number): number {
    return source * perSource + entry
  }

  /** What stands at a position that is held. */
  entryAt(position: number): PlacedEntry {
    const source = this.order.sourceAt(position)
    const { entries, marks } = this.sources[source] ?? {}
    const low = this.order.entryAt(position)
    const first = entries?.first ?? 0
    const entry = first + ((low - first) >>> 0)
    const mark = marks?.get(entry)
    const replica = this.replicas[source]
    return { source, entry, ...(replica && { replica }), ...(mark && { mark }) }
  }

  idAt(position: number): number {
    const { source, entry } = this.entryAt(position)
    return this.idOf(source, entry)
  }

  /** An entry by its id, when it is held. */
  entryOf(id: number): PlacedEntry | undefined {
    const position = this.#positionOf(id)
    return position < 0 ? undefined : this.entryAt(position)
  }

  /** Where an entry is; of one that became part of another where that is, and of one that was dropped the first position. */
  positionOf(id: number): number {
    const source = Math.floor(id / perSource)
    const entries = this.sources[source]?.entries
    if (!entries || entries.first === entries.next) return this.order.first
    const entry = Math.min(id - source * perSource, entries.next - 1)
    const position = this.#positionOf(this.idOf(source, entry))
    return position < 0 ? this.order.first : position
  }

  /** Keeps a mark that has no place among the lines of a replica; `placeMark` gives it one by its time. */
  addMark(mark: LogMark): number {
    const { entries } = this.#general
    this.#general.marks.set(entries.next, mark)
    entries.push(0, mark.time, noLevel | (entryKind.mark << 3), 0, 0)
    return entries.next - 1
  }

  /** @returns its position */
  placeMark(entry: number): number {
    return this.order.insert(generalSource, entry, this.#general.marks.get(entry)?.time ?? 0)
  }

  /** Lets go of the oldest entry. */
  dropOldest(): { lines: number; bytes: number } {
    const { entry, replica } = this.entryAt(this.order.first)
    this.order.shift()
    if (!replica) {
      const { entries, marks } = this.#general
      marks.delete(entry)
      while (entries.first < entries.next && !marks.has(entries.first)) entries.shift()
      return { lines: 0, bytes: 0 }
    }
    const { entries, bytes } = replica
    const lines = entries.lines[entry & entries.mask] ?? 0
    const start = bytes.start
    replica.shift()
    return { lines, bytes: bytes.start - start }
  }

  /** Physical lines and bytes of all replicas. */
  held(): { lines: number; bytes: number } {
    let [lines, bytes] = [0, 0]
    for (const replica of this.replicas) {
      lines += replica?.entries.lineCount ?? 0
      bytes += replica?.byteCount ?? 0
    }
    return { lines, bytes }
  }

  #positionOf(id: number): number {
    const source = Math.floor(id / perSource)
    const entry = id - source * perSource
    const entries = this.sources[source]?.entries
    if (!entries || entry < entries.first || entry >= entries.next) return -1
    return this.order.positionOf(source, entry, entries.time[entry & entries.mask] ?? 0)
  }
}
