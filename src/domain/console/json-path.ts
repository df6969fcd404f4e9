/** Where a value stands in JSON: a key of an object as text, an index of a list as a number. */
export type JsonPlace = readonly (string | number)[]

/** One step of a path: a key, an index (below zero from the end), or all members of an object or items of a list. */
export type JsonStep = string | number | { readonly any: true }

/** A path that may lead to many places. */
export type JsonPath = readonly JsonStep[]

export interface JsonMatch {
  place: JsonPlace
  value: unknown
}

/** Why a text is no path. */
export interface JsonPathProblem {
  problem: string
  /** Index into the text (UTF-16), its length when the text ends too soon. */
  at: number
}

const any: JsonStep = { any: true }
const name =
  /(?:[A-Za-z_\u0080-\ud7ff\ue000-\uffff]|[\ud800-\udbff][\udc00-\udfff])(?:[\w\u0080-\ud7ff\ue000-\uffff]|[\ud800-\udbff][\udc00-\udfff])*/y
const integer = /-?\d+/y
const blank = /[ \t\n\r]*/y
const escape = /\\(?:u[0-9A-Fa-f]{4}|.)/suy

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '/': '/', '\\': '\\' }

/**
 * Reads a path such as `$.a[0]['b c'][*].d[-1]`.
 *
 * The grammar is that part of RFC 9535 (JSONPath): `$`, then steps `.name`, `.*`, `['name']`, `["name"]`, `[0]`, `[-1]`, `[*]`, with
 * blanks between steps and inside of brackets. Of the rest of the standard there are no descendants (`..`), slices (`[1:2]`), filters
 * (`[?…]`) and lists of selectors (`[0, 1]`); each is named in the problem. Unlike the standard, half of a surrogate pair
 * may be written as an escape, because a JSON key may hold one.
 */
export function parseJsonPath(text: string): { path: JsonPath } | JsonPathProblem {
  const path: JsonStep[] = []
  const read = (part: RegExp, from: number): string => {
    part.lastIndex = from
    return part.exec(text)?.[0] ?? ''
  }
  const skip = (from: number): number => from + read(blank, from).length
  if (!text.startsWith('$')) return { problem: 'A path begins with $.', at: 0 }

  let at = 1
  while (at < text.length) {
    const start = skip(at)
    if (start === text.length) return { problem: 'A path does not end with a blank.', at }
    const step = text[start] === '.' ? readDotted(text, start, read) : readBracketed(text, start, read, skip)
    if ('problem' in step) return step
    path.push(step.step)
    at = step.end
  }
  return { path }
}

type Read = (part: RegExp, from: number) => string
type StepRead = { step: JsonStep; end: number } | JsonPathProblem

function readDotted(text: string, dot: number, read: Read): StepRead {
  const at = dot + 1
  if (text[at] === '*') return { step: any, end: at + 1 }
  if (text[at] === '.') return { problem: 'Descendants (..) are not supported.', at: dot }
  const key = read(name, at)
  if (key) return { step: key, end: at + key.length }
  if (at === text.length) return { problem: 'A name or * is missing after the dot.', at }
  if (/\d/.test(text[at] ?? '')) return { problem: 'An index stands in brackets: [0].', at }
  return { problem: "A name begins with a letter or _; write any other as ['…'].", at }
}

function readBracketed(text: string, bracket: number, read: Read, skip: (from: number) => number): StepRead {
  if (text[bracket] !== '[') return { problem: 'Expected a dot or [.', at: bracket }
  const at = skip(bracket + 1)
  const selector = readSelector(text, at, read)
  if ('problem' in selector) return selector
  const end = skip(selector.end)
  if (text[end] === ']') return { step: selector.step, end: end + 1 }
  if (text[end] === ',')
    return { problem: 'Several selectors in one pair of brackets are not supported.', at: end }
  if (text[end] === ':') return { problem: 'Slices ([1:2]) are not supported.', at: end }
  return { problem: 'Expected ].', at: end }
}

function readSelector(text: string, at: number, read: Read): StepRead {
  const first = text[at]
  if (first === '*') return { step: any, end: at + 1 }
  if (first === "'" || first === '"') return readQuoted(text, at, first, read)
  if (first === '?') return { problem: 'Filters ([?…]) are not supported.', at }
  if (first === ':') return { problem: 'Slices ([1:2]) are not supported.', at }
  const digits = read(integer, at)
  if (digits) {
    if (!/^(?:0|-?[1-9]\d*)$/.test(digits)) return { problem: 'An index has no leading zeros and no -0.', at }
    if (!Number.isSafeInteger(Number(digits))) return { problem: 'The index is too large.', at }
    return { step: Number(digits), end: at + digits.length }
  }
  return { problem: 'Expected an index, a name in quotes, or *.', at }
}

function readQuoted(text: string, open: number, quote: string, read: Read): StepRead {
  let key = ''
  for (let at = open + 1; at < text.length;) {
    const char = text[at] ?? ''
    if (char === quote) return { step: key, end: at + 1 }
    if (char < ' ') return { problem: 'A control character is written as an escape, such as \\n.', at }
    if (char !== '\\') {
      key += char
      at += 1
      continue
    }
    const escaped = read(escape, at)
    const kind = escaped[1] ?? ''
    const meant =
      escaped.length === 6
        ? String.fromCharCode(parseInt(escaped.slice(2), 16))
        : kind === quote
          ? quote
          : escapes[kind]
    if (meant === undefined)
      return { problem: kind === 'u' ? '\\u is followed by four hexadecimal digits.' : 'Unknown escape.', at }
    key += meant
    at += escaped.length
  }
  return { problem: 'The quote is not closed.', at: text.length }
}

/** Writes a path or a place: names as `.name` where the grammar lets them, else `['…']`; what is written reads back the same. */
export function formatJsonPath(path: JsonPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    if (typeof step === 'object') return `${text}[*]`
    return text + (isName(step) ? `.${step}` : `['${step.replace(/['\\\p{Cc}\p{Cs}]/gu, escapedCharacter)}']`)
  }, '$')
}

function isName(key: string): boolean {
  name.lastIndex = 0
  return name.exec(key)?.[0].length === key.length && key !== ''
}

function escapedCharacter(char: string): string {
  if (char === "'" || char === '\\') return `\\${char}`
  const short = Object.entries(escapes).find(([, meant]) => meant === char)?.[0]
  return short ? `\\${short}` : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * All places of a value that a path leads to, in the order of the value. A key leads on in objects only, an index in lists only; where
 * nothing is, nothing matches.
 */
export function jsonMatches(value: unknown, path: JsonPath): JsonMatch[] {
  return path.reduce<JsonMatch[]>(
    (matches, step) => matches.flatMap((match) => stepFrom(match, step)),
    [{ place: [], value }],
  )
}

function stepFrom({ place, value }: JsonMatch, step: JsonStep): JsonMatch[] {
  const to = (key: string | number, found: unknown): JsonMatch => ({ place: [...place, key], value: found })
  if (Array.isArray(value)) {
    const items: unknown[] = value
    if (typeof step === 'object') return items.map((item, index) => to(index, item))
    if (typeof step === 'string') return []
    const index = step < 0 ? items.length + step : step
    return index >= 0 && index < items.length ? [to(index, items[index])] : []
  }
  if (typeof value !== 'object' || value === null) return []
  const members = value as Record<string, unknown>
  if (typeof step === 'object') return Object.entries(members).map(([key, member]) => to(key, member))
  return typeof step === 'string' && Object.hasOwn(members, step) ? [to(step, members[step])] : []
}
