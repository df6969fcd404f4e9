import type { CompiledSearch } from './compile-search'
import { filterTest } from './field-values'
import { textOf } from './line-scan'
import type { FieldFilter } from './log-view'

/** Entries whose bytes follow each other. */
export interface EntryBytes {
  bytes: Uint8Array<ArrayBuffer>
  /** Where each begins, and where the last one ends. */
  starts: Uint32Array<ArrayBuffer>
}

/** What is looked for in entries. */
export interface Wanted {
  search?: CompiledSearch
  filters: readonly FieldFilter[]
}

/** What was found out of an entry, as bits. */
export const found = { match: 1, passes: 2 } as const

const lineFeed = 10
const carriageReturn = 13
const escape = 0x1b
const openBracket = 0x5b

/** Looks at entries as they are shown, without colours, one physical line at a time. Answers with the bits of `found` of each. */
export function matchEntries(given: EntryBytes, { search, filters }: Wanted): Uint8Array<ArrayBuffer> {
  const lines = linesOf(given)
  const bits = new Uint8Array(given.starts.length - 1)
  if (search) markMatches(lines, search, bits)
  if (filters.length > 0) markPasses(lines, filters, bits)
  return bits
}

interface Lines {
  text: string
  /** Where each line begins in the text, and behind the last one. Between lines is a line end. */
  starts: Int32Array
  /** Entry of each line. */
  entries: Int32Array
  count: number
}

/** The text of entries, each line of which ends, without colours. */
function linesOf({ bytes, starts }: EntryBytes): Lines {
  const plain = new Uint8Array(bytes.length + starts.length)
  let lineStarts = new Int32Array(starts.length + 16)
  let entries = new Int32Array(starts.length + 16)
  let [count, length] = [0, 0]
  for (let entry = 0; entry + 1 < starts.length; entry += 1) {
    const end = starts[entry + 1] ?? 0
    let i = starts[entry] ?? 0
    do {
      if (count + 1 >= lineStarts.length) {
        lineStarts = grown(lineStarts)
        entries = grown(entries)
      }
      lineStarts[count] = length
      entries[count] = entry
      count += 1
      while (i < end) {
        const byte = bytes[i] ?? 0
        i += 1
        if (byte > escape) plain[length++] = byte
        else if (byte === lineFeed) break
        else if (byte === escape) {
          const after = afterColour(bytes, i, end)
          if (after === i) plain[length++] = byte
          i = after
        } else if (byte !== carriageReturn || (i < end && bytes[i] !== lineFeed)) plain[length++] = byte
      }
      plain[length++] = lineFeed
    } while (i < end)
  }
  lineStarts[count] = length
  const text = textOf(plain.subarray(0, length))
  // Characters of several bytes: line ends are where they were, but counted otherwise.
  if (text.length !== length)
    for (let line = 0, at = 0; line < count; line += 1) {
      lineStarts[line] = at
      at = text.indexOf('\n', at) + 1
      lineStarts[line + 1] = at
    }
  return { text, starts: lineStarts, entries, count }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2)
  more.set(numbers)
  return more
}

/** The place behind a sequence of a terminal whose escape is before `at`; `at` when there is none. */
function afterColour(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== openBracket) return at
  let i = at + 1
  while (i < end && ((bytes[i] ?? 0) & 0xf0) === 0x30) i += 1
  const last = i < end ? (bytes[i] ?? 0) : 0
  return last >= 0x40 && last <= 0x7e ? i + 1 : at
}

function markMatches(lines: Lines, search: CompiledSearch, bits: Uint8Array): void {
  const { text, starts, entries, count } = lines
  const { pattern } = search
  if (!search.isWithinLine) {
    for (let line = 0; line < count; line += 1) {
      const entry = entries[line] ?? 0
      if (bits[entry]) continue
      pattern.lastIndex = 0
      if (pattern.test(text.slice(starts[line], (starts[line + 1] ?? 0) - 1))) bits[entry] = found.match
    }
    return
  }
  const next = (from: number) => {
    if (search.text !== undefined) return text.indexOf(search.text, from)
    pattern.lastIndex = from
    return pattern.exec(text)?.index ?? -1
  }
  let line = 0
  for (let at = next(0); at >= 0; at = next(starts[line] ?? text.length)) {
    while ((starts[line + 1] ?? 0) <= at) line += 1
    const entry = entries[line] ?? 0
    bits[entry] = found.match
    while (line < count && entries[line] === entry) line += 1
  }
}

function markPasses(
  { text, starts, entries, count }: Lines,
  filters: readonly FieldFilter[],
  bits: Uint8Array,
) {
  const passes = filterTest(filters)
  for (let line = 0; line < count;) {
    const entry = entries[line] ?? 0
    const from = starts[line] ?? 0
    while (line < count && entries[line] === entry) line += 1
    if (passes(text.slice(from, (starts[line] ?? 1) - 1))) bits[entry] = (bits[entry] ?? 0) | found.passes
  }
}
