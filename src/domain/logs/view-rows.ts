import { BeforeMatch } from './before-match'
import { entryKind, flag, gravities, type EntryColumns } from './entry-columns'
import type { LogMark } from './log-view'
import type { MergedOrder } from './merged-order'
import { NumberList } from './number-list'
import type { RowRules } from './row-rules'

/** What entries come from: a replica, or what happened to all of them. */
export interface LogSource {
  readonly entries: EntryColumns
  readonly marks: ReadonlyMap<number, LogMark>
}

const matched = flag.searched | flag.matches
const passed = flag.filtered | flag.passes
const found = matched | passed
const seenError = flag.seen | flag.seenError

/**
 * The rows of a view, as positions in the order of all entries. They follow what changes: from the first position that is another entry's they
 * are found anew, those before stay.
 */
export class ViewRows {
  /** Entries that came into the view since there is a log. */
  readonly arrived = { rows: 0, errors: 0 }
  /** The positions of rows that the search matches. */
  readonly matches = new NumberList()
  readonly #order: MergedOrder
  readonly #sources: readonly LogSource[]
  #rules: RowRules
  /** Every entry is a row, so that their positions need not be kept. */
  #isWhole = true
  readonly #positions = new NumberList()
  /** Entries are left out between the last row and what comes, so that they are not folded. */
  #isApart = false
  /** Of folded rows: the last of the equal entries, and how many there are. */
  readonly #tails = new NumberList()
  readonly #repeats = new NumberList()

  constructor(order: MergedOrder, sources: readonly LogSource[], rules: RowRules) {
    this.#order = order
    this.#sources = sources
    this.#rules = rules
    this.setRules(rules)
  }

  /** Other rules; `update` has to follow from the first entry on. */
  setRules(rules: RowRules): void {
    this.#rules = rules
    const { areAllShown, hides, isFiltered, isFolded, least } = rules
    this.#isWhole = areAllShown && hides === 'nothing' && !isFiltered && !isFolded && least === 0
    this.#truncate(0)
  }

  get length(): number {
    return this.#isWhole ? this.#order.end - this.#order.first : this.#positions.length
  }

  positionAt(row: number): number {
    return this.#isWhole ? this.#order.first + row : this.#positions.at(row)
  }

  repeatsAt(row: number): number {
    return this.#rules.isFolded ? this.#repeats.at(row) : 1
  }

  isMatchAt(position: number): boolean {
    const entries = this.#entriesOf(this.#order.sourceAt(position))
    const flags = entries.flags[this.#order.entryAt(position) & entries.mask] ?? 0
    return this.#rules.isSearched && (flags & matched) === matched
  }

  isContextAt(position: number): boolean {
    const entries = this.#entriesOf(this.#order.sourceAt(position))
    const meta = entries.meta[this.#order.entryAt(position) & entries.mask] ?? 0
    return this.#rules.hides === 'others' && meta >> 3 !== entryKind.mark && !this.isMatchAt(position)
  }

  /** The row of an entry by its position, or the next one when it has none. */
  rowOf(position: number): number {
    if (this.#isWhole) return Math.min(Math.max(position - this.#order.first, 0), this.length)
    const row = this.#positions.lowerBound(position)
    const isFolded = this.#rules.isFolded && row > 0 && this.#tails.at(row - 1) >= position
    return isFolded && this.#isRepeat(this.#positions.at(row - 1), position) ? row - 1 : row
  }

  /** The first row at or after a position. */
  firstRowFrom(position: number): number {
    return this.#isWhole ? position - this.#order.first : this.#positions.lowerBound(position)
  }

  /** Whether an entry has a row, its own or that of an equal one before it. */
  isRow(position: number): boolean {
    if (this.#isWhole) return true
    const row = this.rowOf(position)
    return row < this.length && this.#positions.at(row) <= position
  }

  /** Follows the dropping of the oldest entries. */
  dropOldest(): void {
    const { first } = this.#order
    const matches = this.matches.lowerBound(first)
    if (this.#isWhole) return this.matches.drop(matches)
    const rows = this.#positions.lowerBound(first)
    if (!this.#rules.isFolded || rows === 0 || this.#tails.at(rows - 1) < first) {
      this.matches.drop(matches)
      return this.#drop(rows)
    }
    // Some of the equal entries of the last one are left.
    const tail = this.#tails.at(rows - 1)
    let head = tail
    let count = 0
    for (let position = tail; position >= first; position -= 1) {
      if (!this.#isRepeat(tail, position)) continue
      head = position
      count += 1
    }
    const isMatch = this.isMatchAt(head)
    this.matches.drop(isMatch ? matches - 1 : matches)
    if (isMatch) this.matches.set(0, head)
    this.#drop(rows - 1)
    this.#positions.set(0, head)
    this.#repeats.set(0, count)
  }

  /** Finds the rows anew from a position on. */
  update(from: number): void {
    this.#find(this.#startOf(Math.max(from, this.#order.first)), this.#order.end)
  }

  /** Whether a search and filters decide which entries are rows, or how they are folded. */
  get dependOnSearch(): boolean {
    const { hides, isFiltered, isFolded } = this.#rules
    return hides !== 'nothing' || isFiltered || isFolded
  }

  /** Of entries from a position on up to another one it is known now whether they match. */
  updateFound(from: number, to: number): void {
    const { context, hides, isFolded } = this.#rules
    // Then rows after them may be others, too.
    if (isFolded || (hides === 'others' && context > 0)) return this.update(from)
    const positions = this.#positions.cut(this.#positions.lowerBound(to))
    const matches = this.matches.cut(this.matches.lowerBound(to))
    this.#find(Math.max(from, this.#order.first), to)
    this.#positions.append(positions)
    this.matches.append(matches)
  }

  /** Finds the rows between two positions; those after are not there. */
  #find(start: number, end: number): void {
    const { context, hides, least, isSearched, isFiltered } = this.#rules
    const shown = this.#sources.map((_, i) => this.#rules.isShown(i))
    this.#truncate(start)
    const hasContext = hides === 'others' && context > 0
    let after = hasContext ? this.#contextLeft(start) : 0
    this.#isApart = hasContext && this.#stepBack(start, 1, () => false).position !== this.#lastShown()
    const before = new BeforeMatch(context)
    for (let position = start; position < end; position += 1) {
      const source = this.#order.sourceAt(position)
      const columns = this.#entriesOf(source)
      const at = this.#order.entryAt(position) & columns.mask
      const meta = columns.meta[at] ?? 0
      if (meta >> 3 === entryKind.mark) {
        if (this.#isMarkShown(position) && !before.takesMark(position)) this.#add(position, false)
        continue
      }
      const flags = columns.flags[at] ?? 0
      const isMatch = isSearched && (flags & matched) === matched
      const isOther = (flags & matched) === flag.searched
      const isFound = hides === 'nothing' || (hides === 'others' ? isMatch : isOther)
      const isBase = shown[source] === true && (!isFiltered || (flags & passed) === passed)
      columns.setCounted(at, isBase && isFound)
      if (!isBase || (gravities[meta] ?? 0) < least) continue
      if (isFound) {
        before.take((earlier, isMark) => (isMark ? this.#add(earlier, false) : this.#addEntry(earlier)))
        after = context
        this.#addEntry(position)
      } else if (hasContext && after > 0) {
        after -= 1
        this.#addEntry(position)
      } else if (hasContext && before.push(position, (mark) => this.#add(mark, false))) this.#isApart = true
    }
    before.take((mark, isMark) => isMark && this.#add(mark, false))
  }

  #addEntry(position: number): void {
    const columns = this.#entriesOf(this.#order.sourceAt(position))
    const at = this.#order.entryAt(position) & columns.mask
    const flags = columns.flags[at] ?? 0
    if ((flags & seenError) !== seenError) {
      const isError = gravities[columns.meta[at] ?? 0] === 3
      if ((flags & flag.seen) === 0) this.arrived.rows += 1
      if (isError && (flags & flag.seenError) === 0) this.arrived.errors += 1
      columns.flags[at] = flags | flag.seen | (isError ? flag.seenError : 0)
    }
    this.#add(position, this.#rules.isSearched && (flags & matched) === matched)
  }

  #add(position: number, isMatch: boolean): void {
    if (this.#isWhole) {
      if (isMatch) this.matches.push(position)
      return
    }
    if (this.#rules.isFolded) {
      const last = this.#positions.length - 1
      const isApart = this.#isApart
      this.#isApart = false
      if (last >= 0 && !isApart && this.#isRepeat(this.#positions.at(last), position)) {
        this.#tails.set(last, position)
        this.#repeats.set(last, this.#repeats.at(last) + 1)
        return
      }
      this.#tails.push(position)
      this.#repeats.push(1)
    }
    this.#positions.push(position)
    if (isMatch) this.matches.push(position)
  }

  /** Where to begin so that all rows from a position on come out right. */
  #startOf(from: number): number {
    const { context, hides, isFolded } = this.#rules
    let start = hides === 'others' && context > 0 ? this.#stepBack(from, context, () => false).position : from
    if (isFolded) {
      const row = this.#positions.lowerBound(start) - 1
      if (row >= 0 && this.#tails.at(row) >= start) start = this.#positions.at(row)
    }
    return start
  }

  /** How many entries from a position on are shown because of a match before them. */
  #contextLeft(position: number): number {
    const { context } = this.#rules
    const { count, isFound } = this.#stepBack(position, context, (at) => this.isMatchAt(at))
    return isFound ? context - count + 1 : 0
  }

  /** Goes back over so many entries that rules other than the search let pass, or to the first that is looked for. */
  #stepBack(from: number, most: number, isWanted: (position: number) => boolean) {
    let [position, count] = [from, 0]
    while (position > this.#order.first && count < most) {
      position -= 1
      if (!this.#isBase(position)) continue
      count += 1
      if (isWanted(position)) return { position, count, isFound: true }
    }
    return { position, count, isFound: false }
  }

  #isBase(position: number): boolean {
    const source = this.#order.sourceAt(position)
    const entries = this.#entriesOf(source)
    const at = this.#order.entryAt(position) & entries.mask
    const meta = entries.meta[at] ?? 0
    if (meta >> 3 === entryKind.mark || (gravities[meta] ?? 0) < this.#rules.least) return false
    return (
      this.#rules.isShown(source) &&
      (!this.#rules.isFiltered || ((entries.flags[at] ?? 0) & passed) === passed)
    )
  }

  /** Whether two entries are equal but for their times. */
  #isRepeat(position: number, other: number): boolean {
    if (position === other) return true
    const source = this.#order.sourceAt(position)
    if (source !== this.#order.sourceAt(other)) return false
    const entries = this.#entriesOf(source)
    const a = this.#order.entryAt(position) & entries.mask
    const b = this.#order.entryAt(other) & entries.mask
    const meta = entries.meta[a] ?? 0
    if (meta !== entries.meta[b] || meta >> 3 === entryKind.mark || entries.hash[a] !== entries.hash[b])
      return false
    return (
      entries.lines[a] === entries.lines[b] &&
      (((entries.flags[a] ?? 0) ^ (entries.flags[b] ?? 0)) & found) === 0
    )
  }

  #isMarkShown(position: number): boolean {
    const source = this.#sources[this.#order.sourceAt(position)]
    if (!source) return false
    const { entries, marks } = source
    const low = this.#order.entryAt(position)
    // Marks are kept by their whole number, of which the order has the lowest bits.
    const mark = marks.get(entries.first + ((low - entries.first) >>> 0))
    return mark !== undefined && this.#rules.isMarkShown(mark)
  }

  /** The position of the last entry that the last row stands for. */
  #lastShown(): number {
    const rows = this.#rules.isFolded ? this.#tails : this.#positions
    return rows.at(rows.length - 1)
  }

  #entriesOf(source: number): EntryColumns {
    const entries = this.#sources[source]?.entries
    if (!entries) throw new RangeError(`There is no source ${source}`)
    return entries
  }

  #truncate(position: number): void {
    const rows = this.#positions.lowerBound(position)
    this.#positions.truncate(rows)
    this.#tails.truncate(rows)
    this.#repeats.truncate(rows)
    this.matches.truncate(this.matches.lowerBound(position))
  }

  #drop(count: number): void {
    this.#positions.drop(count)
    this.#tails.drop(count)
    this.#repeats.drop(count)
  }
}
