/** Is told what stands in a JSON text, in its order. Offsets are UTF-16 code units; `end` is behind the last one. */
export interface JsonHandler {
  /** `{` or `[` at this offset. */
  open(at: number): void
  /** `}` or `]` at this offset. */
  close(at: number): void
  /** A key with its quotes. */
  key(at: number, end: number): void
  /** A string with its quotes, a number or a literal. */
  scalar(at: number, end: number): void
}

export type JsonFaultKind =
  | 'empty'
  | 'value-expected'
  | 'key-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'trailing-comma'
  | 'wrong-bracket'
  | 'never-closed'
  | 'string-never-closed'
  | 'control-character'
  | 'escape'
  | 'number'
  | 'after-the-end'

/** Where and why a text is no JSON. */
export interface JsonFault {
  kind: JsonFaultKind
  /** Offset in UTF-16 code units; the length of the text when something is missing at its end. */
  at: number
  /** Where that begins which is never closed, or closed by the wrong bracket. */
  openedAt?: number
}

const quote = 0x22
const comma = 0x2c
const minus = 0x2d
const colon = 0x3a
const openList = 0x5b
const backslash = 0x5c
const closeList = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/** The first offset from `at` on that is not white space. */
export function skipSpace(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at
    at++
  }
}

/** The offset behind a string that begins at `at` with its quote; of a faulty one, `-1 - offset of the fault`. */
function scanString(text: string, at: number): number {
  for (let i = at + 1; ; i++) {
    const code = text.charCodeAt(i)
    if (code === quote) return i + 1
    if (code === backslash) {
      const escaped = text.charCodeAt(i + 1)
      if (escaped === 0x75) {
        for (let digit = i + 2; digit < i + 6; digit++) if (!isHexDigit(text.charCodeAt(digit))) return -1 - i
        i += 5
      } else if (isEscapable(escaped)) i++
      else return -1 - i
    } else if (code < 0x20 || code !== code) return -1 - i
  }
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46)
}

function isEscapable(code: number): boolean {
  switch (code) {
    case quote:
    case backslash:
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return true
    default:
      return false
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function skipDigits(text: string, at: number): number {
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/** Whether a character is one of those that numbers and literals are written with, or that would run on from one. */
function isWordCode(code: number): boolean {
  return code < 128 && wordCodes[code] === 1
}

const wordCodes = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w.+$-]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** The offset behind a number that begins at `at`, however large or precise it is; -1 when it is not written as JSON has it. */
function scanNumber(text: string, at: number): number {
  let i = text.charCodeAt(at) === minus ? at + 1 : at
  const whole = i
  i = skipDigits(text, i)
  if (i === whole || (text.charCodeAt(whole) === 0x30 && i > whole + 1)) return -1
  if (text.charCodeAt(i) === 0x2e) {
    const fraction = i + 1
    i = skipDigits(text, fraction)
    if (i === fraction) return -1
  }
  const exponent = text.charCodeAt(i)
  if (exponent === 0x65 || exponent === 0x45) {
    const sign = text.charCodeAt(i + 1)
    const digits = sign === 0x2b || sign === minus ? i + 2 : i + 1
    i = skipDigits(text, digits)
    if (i === digits) return -1
  }
  // `1abc` and `1.2.3` are one faulty number, not a number and something after it.
  return isWordCode(text.charCodeAt(i)) ? -1 : i
}

function scanLiteral(text: string, at: number): number {
  for (const word of ['true', 'false', 'null'])
    if (text.startsWith(word, at) && !isWordCode(text.charCodeAt(at + word.length))) return at + word.length
  return -1
}

/** The offset behind the string, number or literal that begins at `at`, in a text that is known to be JSON. */
export function endOfScalar(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === quote) {
    for (let i = at + 1; ; i++) {
      const next = text.charCodeAt(i)
      if (next === backslash) i++
      else if (next === quote || next !== next) return i + 1
    }
  }
  let end = at
  while (isWordCode(text.charCodeAt(end))) end++
  return end
}

/** The offset behind any value that begins at `at`, in a text that is known to be JSON. */
export function endOfValue(text: string, at: number): number {
  let depth = 0
  for (let i = at; i < text.length;) {
    const code = text.charCodeAt(i)
    if (code === quote) {
      i = endOfScalar(text, i)
      if (depth === 0) return i
      continue
    }
    if (code === openObject || code === openList) depth++
    else if (code === closeObject || code === closeList) depth--
    else if (depth === 0) return endOfScalar(text, i)
    i++
    if (depth === 0) return i
  }
  return text.length
}

const wantsValue = 0
const wantsFirstItem = 1
const wantsFirstKey = 2
const wantsKey = 3
const wantsMore = 4

/**
 * Reads a JSON text by RFC 8259 to the letter and tells a handler what stands in it, without making values of it: numbers of
 * any size and keys that repeat are passed on as they are. Nesting may be as deep as memory allows. With `isSequence` the text
 * may hold any number of values one after the other, as newline-delimited JSON does.
 * @returns what is wrong with the text, after the handler was told of all before that; nothing when it is JSON
 */
export function scanJson(text: string, handler: JsonHandler, isSequence = false): JsonFault | undefined {
  const opened: number[] = []
  let inObject = false
  let wants = wantsValue
  let at = skipSpace(text, 0)
  if (at >= text.length) return { kind: 'empty', at: text.length }

  for (; ; at = skipSpace(text, at)) {
    const code = text.charCodeAt(at)
    if (at >= text.length) {
      if (opened.length === 0 && wants === wantsMore) return undefined
      const openedAt = opened.at(-1)
      return openedAt === undefined ? { kind: 'value-expected', at } : { kind: 'never-closed', at, openedAt }
    }

    if (wants === wantsMore) {
      if (opened.length === 0) {
        if (!isSequence) return { kind: 'after-the-end', at }
        wants = wantsValue
      } else if (code === comma) {
        wants = inObject ? wantsKey : wantsValue
        at++
        continue
      } else if (code !== closeList && code !== closeObject) return { kind: 'comma-expected', at }
    }

    if (code === closeList || code === closeObject) {
      const openedAt = opened.at(-1)
      if (openedAt === undefined) return { kind: 'value-expected', at }
      if (inObject !== (code === closeObject)) return { kind: 'wrong-bracket', at, openedAt }
      if (wants === wantsKey) return { kind: 'trailing-comma', at: lastComma(text, at) }
      if (wants === wantsValue) {
        const before = lastComma(text, at)
        return text.charCodeAt(before) === comma
          ? { kind: 'trailing-comma', at: before }
          : { kind: 'value-expected', at }
      }
      opened.pop()
      const outer = opened.at(-1)
      inObject = outer !== undefined && text.charCodeAt(outer) === openObject
      handler.close(at)
      wants = wantsMore
      at++
      continue
    }

    if (wants === wantsKey || wants === wantsFirstKey) {
      if (code !== quote) return { kind: 'key-expected', at }
      const end = scanString(text, at)
      if (end < 0) return stringFault(text, at, -1 - end)
      handler.key(at, end)
      at = skipSpace(text, end)
      // Cut off behind a key, all that was opened is missing, and not only the colon.
      if (at >= text.length) continue
      if (text.charCodeAt(at) !== colon) return { kind: 'colon-expected', at }
      wants = wantsValue
      at++
      continue
    }

    if (code === openObject || code === openList) {
      handler.open(at)
      opened.push(at)
      inObject = code === openObject
      wants = inObject ? wantsFirstKey : wantsFirstItem
      at++
      continue
    }

    let end: number
    if (code === quote) {
      end = scanString(text, at)
      if (end < 0) return stringFault(text, at, -1 - end)
    } else if (isDigit(code) || code === minus) {
      end = scanNumber(text, at)
      if (end < 0) return { kind: 'number', at }
    } else {
      end = scanLiteral(text, at)
      if (end < 0) return { kind: 'value-expected', at }
    }
    handler.scalar(at, end)
    wants = wantsMore
    at = end
  }
}

/** The offset of the last thing before `at` that is not white space. */
function lastComma(text: string, at: number): number {
  let i = at - 1
  while (i > 0 && /[ \n\r\t]/.test(text.charAt(i))) i--
  return i
}

function stringFault(text: string, openedAt: number, at: number): JsonFault {
  if (at >= text.length) return { kind: 'string-never-closed', at: openedAt, openedAt }
  const code = text.charCodeAt(at)
  // A string that runs to the end of its line is one whose quote was forgotten.
  if (code === 0x0a || code === 0x0d) return { kind: 'string-never-closed', at: openedAt, openedAt }
  if (code === backslash && at + 1 >= text.length)
    return { kind: 'string-never-closed', at: openedAt, openedAt }
  return { kind: code === backslash ? 'escape' : 'control-character', at, openedAt }
}
