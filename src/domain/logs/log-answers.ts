import type { FindRequest, FoundMatch, LogAsks, ReadAnswer, ReadRequest } from './log-asks'
import type { LogState, PlacedEntry } from './log-state'
import type { LogMark, ShownRow } from './log-view'
import { withoutColours } from './record-text'
import { findKey } from './row-key'
import { rawText, readDetail, readRow, type RowText } from './row-text'

/** Entries of so many bytes take a while to read. */
const longEntry = 64 * 1024
const mostKept = 100

/** Answers what a page asks of the rows of a log, which is up to date. */
export class LogAnswers {
  readonly #state: LogState
  /** Rows of long entries that were read, the latest last. */
  readonly #kept = new Map<string, RowText>()

  constructor(state: LogState) {
    this.#state = state
  }

  read({ at, before, after, isRaw = false }: ReadRequest, revision: number): ReadAnswer {
    const { rows } = this.#state
    const total = rows.length
    const wanted = at.kind === 'row' ? at.row : at.kind === 'end' ? total - 1 : this.#rowOf(at.id)
    const row = Math.max(Math.min(wanted, total - 1), 0)
    const first = Math.max(Math.min(row - before, total - before - after - 1), 0)
    const count = Math.max(Math.min(row + after + 1, total) - first, 0)
    return {
      revision,
      total,
      at: row,
      first,
      rows: Array.from({ length: count }, (_, i) => this.#shownRow(first + i, isRaw)),
    }
  }

  find({ from, direction }: FindRequest): FoundMatch | undefined {
    const { rows } = this.#state
    const { matches } = rows
    const edge = direction > 0 ? from + 1 : from
    // The matches before `edge` are those of rows before it.
    const before =
      edge >= rows.length ? matches.length : matches.lowerBound(rows.positionAt(Math.max(edge, 0)))
    const index = direction > 0 ? before : before - 1
    if (index < 0 || index >= matches.length) return undefined
    const position = matches.at(index)
    return {
      row: rows.rowOf(position),
      id: this.#state.idAt(position),
      ordinal: index + 1,
      count: matches.length,
    }
  }

  detail({ id }: { id: number }): ReturnType<LogAsks['detail']> {
    const placed = this.#state.entryOf(id)
    if (placed?.mark) return { text: placed.mark.detail ?? placed.mark.text, isCut: false }
    return placed?.replica && readDetail(placed.replica, placed.entry)
  }

  locate({ replica: name, key }: { replica: string; key: string }): ReturnType<LogAsks['locate']> {
    const source = this.#state.sourceOf(name)
    const replica = source === undefined ? undefined : this.#state.replicas[source]
    const entry = replica && findKey(replica, key)
    if (source === undefined || entry === undefined) return undefined
    const id = this.#state.idOf(source, entry)
    return { id, isShown: this.#state.rows.isRow(this.#state.positionOf(id)) }
  }

  seek({ time }: { time: number }): ReturnType<LogAsks['seek']> {
    const { rows, order } = this.#state
    const row = rows.rowOf(order.positionOfTime(time))
    return row < rows.length ? { row, id: this.#state.idAt(rows.positionAt(row)) } : undefined
  }

  copy({ from, to }: { from: number; to: number }): string {
    const { rows } = this.#state
    if (rows.length === 0) return ''
    const [one, other] = [this.#rowOf(from), this.#rowOf(to)]
    const [first, last] = [Math.min(one, other), Math.min(Math.max(one, other), rows.length - 1)]
    const text = rowTexts(this.#state)
    return Array.from({ length: last - first + 1 }, (_, i) => {
      const row = first + i
      return text(this.#state.entryAt(rows.positionAt(row)), rows.repeatsAt(row))
    }).join('\n')
  }

  #rowOf(id: number): number {
    return this.#state.rows.rowOf(this.#state.positionOf(id))
  }

  #shownRow(row: number, isRaw: boolean): ShownRow {
    const { rows } = this.#state
    const position = rows.positionAt(row)
    const { source, entry, replica, mark } = this.#state.entryAt(position)
    const id = this.#state.idOf(source, entry)
    if (mark || !replica) return this.#markRow(id, mark)
    return {
      ...this.#textOf(id, { source, entry, replica }, isRaw),
      id,
      replica: source - 1,
      isMatch: rows.isMatchAt(position),
      isContext: rows.isContextAt(position),
      repeats: rows.repeatsAt(row),
    }
  }

  #markRow(id: number, mark: LogMark | undefined): ShownRow {
    const source = mark?.replica === undefined ? undefined : this.#state.sourceOf(mark.replica)
    return {
      id,
      version: 0,
      kind: 'mark',
      replica: source === undefined ? -1 : source - 1,
      message: mark?.text ?? '',
      fields: [],
      lines: 0,
      bytes: 0,
      isCut: mark?.detail !== undefined,
      isMatch: false,
      isContext: false,
      repeats: 1,
      key: '',
      ...(mark && { time: mark.time, mark: mark.kind }),
    }
  }

  #textOf(id: number, { replica, entry }: PlacedEntry & { replica: object }, isRaw: boolean): RowText {
    if (!replica) throw new TypeError('Marks have no text of their own')
    const at = entry & replica.entries.mask
    if (replica.endOf(entry) - (replica.entries.start[at] ?? 0) < longEntry)
      return readRow(replica, entry, isRaw)
    const key = `${id} ${replica.entries.version[at]} ${isRaw}`
    const text = this.#kept.get(key) ?? readRow(replica, entry, isRaw)
    this.#kept.delete(key)
    this.#kept.set(key, text)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break
      this.#kept.delete(oldest)
    }
    return text
  }
}

/** Makes entries of the view texts as they stand in the log, without colours; the replica is named where several are shown. */
export function rowTexts(state: LogState): (placed: PlacedEntry, repeats: number) => string {
  const shown = state.names.filter((_, i) => state.isShown(i + 1))
  return ({ source, entry, replica, mark }, repeats) => {
    const prefix = shown.length > 1 && source > 0 ? `${state.nameOf(source)} ` : ''
    const times = repeats > 1 ? ` (× ${repeats})` : ''
    if (mark || !replica) return mark ? `${prefix}--- ${new Date(mark.time).toISOString()} ${mark.text}` : ''
    return `${prefix}${withoutColours(rawText(replica, entry)).replaceAll('\r\n', '\n')}${times}`
  }
}
