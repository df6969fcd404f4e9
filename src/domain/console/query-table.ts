import type { OffQueryRow, RequestRow } from './request'

/** A parameter of a query, read as people mean it. Names may repeat. */
export interface QueryRow extends RequestRow {
  /**
   * How the path has it, or had it before the row was switched off, with any stray `&` around it. What is not edited is written back
   * so, whatever else is edited.
   */
  spelling?: string
}

interface PathParts {
  path: string
  /** Undefined when there is no question mark. */
  query?: string
  /** With its sign, or empty. */
  fragment: string
}

/** A sign of a text and how an address spells it. */
interface Spelled {
  text: string
  spelling: string
}

function partsOf(path: string): PathParts {
  const hash = path.indexOf('#')
  const [before, fragment] = hash < 0 ? [path, ''] : [path.slice(0, hash), path.slice(hash)]
  const mark = before.indexOf('?')
  return mark < 0
    ? { path: before, fragment }
    : { path: before.slice(0, mark), query: before.slice(mark + 1), fragment }
}

/** One character of UTF-8 in escapes, a plus, or a sign as it is. */
const sign =
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}|[\s\S]/giu

function spelledSigns(spelling: string): Spelled[] {
  return (spelling.match(sign) ?? []).map((at) => ({ text: decodedSign(at), spelling: at }))
}

// Bytes that are no UTF-8 stay as they are written: there is no text for them.
function decodedSign(spelling: string): string {
  if (spelling === '+') return ' '
  if (spelling.length === 1 || !spelling.startsWith('%')) return spelling
  try {
    return decodeURIComponent(spelling)
  } catch {
    return spelling
  }
}

const decoded = (spelling: string): string =>
  spelledSigns(spelling)
    .map(({ text }) => text)
    .join('')

/** A text as it stands in a query: readable where nothing would read it otherwise. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /%(?:2F|3A|2C|40|3F|24)/g,
    (escape) => decodeURIComponent(escape),
  )
}

/** A text in the spelling that it had; only what was changed within it is spelled anew. */
function respelled(text: string, before: string): string {
  const signs = spelledSigns(before)
  let start = 0
  let from = 0
  for (let at = signs[from]; at && text.startsWith(at.text, start); at = signs[from]) {
    start += at.text.length
    from += 1
  }
  let end = text.length
  let to = signs.length
  for (let at = signs[to - 1]; to > from && at && endsAt(text, at.text, start, end); at = signs[to - 1]) {
    end -= at.text.length
    to -= 1
  }
  const spell = (kept: Spelled[]): string => kept.map(({ spelling }) => spelling).join('')
  const whole = spell(signs.slice(0, from)) + encoded(text.slice(start, end)) + spell(signs.slice(to))
  // A percent sign that stood alone may have become an escape together with what was typed behind it.
  return decoded(whole) === text ? whole : encoded(text)
}

const endsAt = (text: string, part: string, start: number, end: number): boolean =>
  end - part.length >= start && text.slice(end - part.length, end) === part

/** A parameter apart: what stands around it, its two sides, and whether there is a sign between them. */
function sidesOf(spelling: string) {
  const [, lead = '', inner = '', trail = ''] = /^(&*)(.*?)(&*)$/s.exec(spelling) ?? []
  const equals = inner.indexOf('=')
  const hasValue = equals >= 0
  return {
    lead,
    trail,
    hasValue,
    name: hasValue ? inner.slice(0, equals) : inner,
    value: hasValue ? inner.slice(equals + 1) : '',
  }
}

/** The query piece by piece; separators with nothing between them go with the piece that follows, or with the last. */
function pieces(query: string): string[] {
  const found: string[] = []
  let lead = ''
  for (const piece of query.split('&')) {
    if (piece === '') {
      lead += '&'
    } else {
      found.push(lead + piece)
      lead = ''
    }
  }
  const last = found.pop()
  return last === undefined ? [] : [...found, last + lead]
}

function isWritten({ name, value, spelling, isOff }: QueryRow): boolean {
  if (isOff) return false
  if (name !== '' || value !== '') return true
  if (spelling === undefined) return false
  const was = sidesOf(spelling)
  return was.name === '' && was.value === ''
}

function spellingOf({ name, value, spelling = '' }: QueryRow): string {
  const was = sidesOf(spelling)
  // A name that never had a value, and has none now, needs no sign.
  const isBare = spelling !== '' && !was.hasValue && value === ''
  const sides = isBare
    ? respelled(name, was.name)
    : `${respelled(name, was.name)}=${respelled(value, was.value)}`
  return was.lead + sides + was.trail
}

/**
 * The rows of a path's query. Given the rows shown before, those still there keep their ids, and those that are off or not yet filled
 * in keep their places.
 */
export function queryRows(path: string, before: readonly QueryRow[] = []): QueryRow[] {
  const written = before.filter(isWritten)
  const spellings = pieces(partsOf(path).query ?? '')
  const partner = pairs(written.map(spellingOf), spellings)
  let nextId = Math.max(0, ...before.map(({ id }) => id))
  const rows = spellings.map((spelling, index): QueryRow => {
    const { name, value } = sidesOf(spelling)
    const known = written[partner.indexOf(index)]
    return { id: known?.id ?? (nextId += 1), name: decoded(name), value: decoded(value), spelling }
  })
  // Those not in the path stand behind the same row as before, or the nearest one above it that is left.
  const behind = new Map<number, QueryRow[]>()
  let above = -1
  let seen = 0
  for (const row of before) {
    if (isWritten(row)) {
      above = partner[seen] ?? above
      seen += 1
    } else {
      behind.set(above, [...(behind.get(above) ?? []), row])
    }
  }
  return [...(behind.get(-1) ?? []), ...rows.flatMap((row, index) => [row, ...(behind.get(index) ?? [])])]
}

/** For each old piece the place of the new one that stands for it: equal ones from both ends, then one by one. */
function pairs(old: readonly string[], now: readonly string[]): (number | undefined)[] {
  const least = Math.min(old.length, now.length)
  let start = 0
  while (start < least && old[start] === now[start]) start += 1
  let end = 0
  while (end < least - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  return old.map((_, index) => {
    if (index >= old.length - end) return index + now.length - old.length
    return index < now.length - end ? index : undefined
  })
}

/**
 * The path with the given rows as its query; what stands before the question mark and the fragment stay as they are. Rows that were
 * read from the path and not edited leave it exactly as it was.
 */
export function withQueryRows(path: string, rows: readonly QueryRow[]): string {
  const parts = partsOf(path)
  const written = rows.filter(isWritten)
  if (written.length === 0 && pieces(parts.query ?? '').length === 0) return path
  const query = written.map(spellingOf).join('&')
  return parts.path + (written.length > 0 ? `?${query}` : '') + parts.fragment
}

/** The rows of a table that are switched off, as a request keeps them. */
export function offRowsOf(rows: readonly QueryRow[]): OffQueryRow[] {
  let after = 0
  return rows.flatMap((row): OffQueryRow[] => {
    if (isWritten(row)) after += 1
    const { id, name, value, isOff } = row
    return isOff && name + value !== '' ? [{ id, name, value, isOff, after }] : []
  })
}

/**
 * The rows of a request: those of its path and, where they stood, those that are switched off. Given the rows shown before, ids, spellings
 * and rows not yet filled in stay, as in {@link queryRows}, unless others were switched off meanwhile.
 */
export function queryTable(
  { path, offQuery = [] }: { path: string; offQuery?: readonly OffQueryRow[] },
  before: readonly QueryRow[] = [],
): QueryRow[] {
  const isKnown = JSON.stringify(offRowsOf(before).map(bare)) === JSON.stringify(offQuery.map(bare))
  if (isKnown) return queryRows(path, before)
  const written = queryRows(path)
  const most = Math.max(0, ...written.map(({ id }) => id))
  const rows = offQuery.map(({ name, value, after }, index) => ({
    row: { id: most + 1 + index, name, value, isOff: true },
    after,
  }))
  const at = (place: number) =>
    rows
      .filter(({ after }) => (place === written.length ? after >= place : after === place))
      .map(({ row }) => row)
  return [...written.flatMap((row, index) => [...at(index), row]), ...at(written.length)]
}

const bare = ({ name, value }: RequestRow): [string, string] => [name, value]
