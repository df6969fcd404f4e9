import { fact, factsOfOutput, factsOfRecord, stamp, stampGap } from './line-facts'
import type { LogLevel } from './log-view'
import { readJsonRecord } from './record-text'

/** Levels as numbers; what has none comes last. */
export const levelNames = ['debug', 'info', 'warn', 'error'] as const satisfies readonly LogLevel[]
export const noLevel = 4

/** Length of `YY.MM.DD HH:MM:SS.mmm ` */
const stampLength = 22
const openParenthesis = 0x28
const closeParenthesis = 0x29

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** A character a byte, so that places in the text are those in the bytes. */
const byteText = new TextDecoder('latin1')

/** Text of bytes of a log; what is no UTF-8 is shown as replacement characters. */
export const textOf = (bytes: Uint8Array): string => utf8.decode(bytes)

/**
 * A number for bytes, by which equal ones are found. Not made against malice: others may have the same.
 * @param seed the number for what is before them
 */
export function hashOf(bytes: Uint8Array, from: number, to: number, seed = 0x811c9dc5): number {
  let hash = seed ^ (to - from)
  let i = from
  for (const whole = to - 3; i < whole; i += 4)
    hash = Math.imul(
      hash ^
        ((bytes[i] ?? 0) |
          ((bytes[i + 1] ?? 0) << 8) |
          ((bytes[i + 2] ?? 0) << 16) |
          ((bytes[i + 3] ?? 0) << 24)),
      0x9e3779b1,
    )
  // The multiplication only carries upwards.
  hash ^= hash >>> 15
  for (; i < to; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * Looks at one physical line as bytes, by the rules of `readLogRows`. The usual ones, records of the console format and plain prints, are never
 * made into texts.
 */
export class LineScan {
  /** See `fact`. */
  facts = 0
  /** Of a record; `noLevel` for everything else. */
  level: number = noLevel
  /** Of a record; NaN for everything else. */
  time = Number.NaN
  /** Of what is in the line but its time. */
  hash = 0
  /** Where a record begins that was written into a print; then nothing else is known yet. */
  glued = -1
  #date = -1
  #dateTime = 0

  /** The line from `from` to `to`, without its line end. */
  look(bytes: Uint8Array, from: number, to: number): void {
    this.level = noLevel
    this.time = Number.NaN
    this.glued = -1
    if (from === to) {
      this.facts = fact.empty | fact.goLine
      this.hash = 0
    } else if (this.#isRecord(bytes, from, to)) {
      this.facts = fact.record | recordEnd(bytes, from, to)
      this.hash = hashOf(bytes, from + stampLength, to)
    } else if (isPlain(bytes, from, to)) {
      this.facts = fact.before | (isLetter(bytes[from] ?? 0) ? fact.letter : 0)
      this.hash = hashOf(bytes, from, to)
    } else this.#lookAtText(bytes.subarray(from, to), from)
  }

  #lookAtText(line: Uint8Array, from: number): void {
    const text = textOf(line)
    const json = readJsonRecord(text)
    if (json) {
      this.facts = fact.json
      this.level = levelNames.indexOf(json.level ?? 'info')
      this.time = json.time ?? Number.NaN
      this.hash = hashWithoutTime(line)
      return
    }
    const at = mayHoldLevel(line) ? byteText.decode(line).search(stamp) : -1
    if (at > 0) {
      this.glued = from + at
      return
    }
    this.facts = factsOfOutput(text)
    this.hash = hashOf(line, 0, line.length)
  }

  /** Whether a record of the console format begins the line, with its time and level when it does. */
  #isRecord(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from < stampLength + 3 || bytes[from + 2] !== 0x2e || bytes[from + 5] !== 0x2e) return false
    if (bytes[from + 8] !== 0x20 || bytes[from + 11] !== 0x3a || bytes[from + 14] !== 0x3a) return false
    if (bytes[from + 17] !== 0x2e || bytes[from + 21] !== 0x20) return false
    const year = twoDigits(bytes, from)
    const month = twoDigits(bytes, from + 3)
    const day = twoDigits(bytes, from + 6)
    const hour = twoDigits(bytes, from + 9)
    const minute = twoDigits(bytes, from + 12)
    const second = twoDigits(bytes, from + 15)
    const hundredths = twoDigits(bytes, from + 18)
    const last = (bytes[from + 20] ?? 0) - 0x30
    if ((year | month | day | hour | minute | second | hundredths | last) < 0 || last > 9) return false
    const level = levelAfter(bytes, from + stampLength, to)
    if (level < 0) return false
    const date = (year * 100 + month) * 100 + day
    if (date !== this.#date) {
      this.#date = date
      // The container's clock is in UTC and does not say so.
      this.#dateTime = Date.UTC(2000 + year, month - 1, day)
    }
    this.level = level
    this.time = this.#dateTime + ((hour * 60 + minute) * 60 + second) * 1000 + hundredths * 10 + last
    return true
  }
}

function hashWithoutTime(line: Uint8Array): number {
  const time = /"(?:time|datetime)"\s*:\s*(?:"[^"]*"|[-+.\deE]+)/.exec(byteText.decode(line))
  const before = time?.index ?? 0
  const after = before + (time?.[0].length ?? 0)
  return hashOf(line, after, line.length, hashOf(line, 0, before))
}

/** Negative when they are no digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30
  const ones = (bytes[at + 1] ?? 0) - 0x30
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones
}

/** The level in brackets that follows a time, as far as the rule `stamp` lets it be away; -1 when there is none. */
function levelAfter(bytes: Uint8Array, from: number, to: number): number {
  const last = Math.min(from + stampGap, to - 3)
  for (let i = from; i <= last; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte === openParenthesis) return isLevelAt(bytes, i) ? levelOf(bytes[i + 1] ?? 0) : -1
    if (byte > 0x7e || (byte < 0x20 && byte !== 0x1b)) return -1
  }
  return -1
}

/** D, I, W, E */
function levelOf(letter: number): number {
  if (letter === 0x44) return 0
  if (letter === 0x49) return 1
  if (letter === 0x57) return 2
  return letter === 0x45 ? 3 : -1
}

/** What the end of a record says, beside that it is one. */
function recordEnd(bytes: Uint8Array, from: number, to: number): number {
  const last = bytes[to - 1] ?? 0
  // Its brace is what counts for a record, whoever's fields it closes.
  if (last === 0x7d) return fact.braced
  const isPlainEnd = last > 0x20 && last < 0x80 && last !== 0x3a
  return isPlainEnd ? 0 : factsOfRecord(textOf(bytes.subarray(from, to)))
}

function mayHoldLevel(bytes: Uint8Array): boolean {
  for (let i = bytes.length - 3; i >= 0; i -= 1)
    if (bytes[i] === openParenthesis && isLevelAt(bytes, i)) return true
  return false
}

const isLevelAt = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 2] === closeParenthesis && levelOf(bytes[at + 1] ?? 0) >= 0

const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f

/** First two letters of lines that may say more than a plain print. */
const telling = new Set(
  ['go', 'cr', '[s', 'ex', 'pa', 'fa', 'Du', 'Ca'].map((two) => two.charCodeAt(0) * 256 + two.charCodeAt(1)),
)

/**
 * Whether a line can be told to be nothing but a print, and no part of anything, from a few of its bytes: what is in doubt is none. Holds of a
 * line exactly as `factsOfOutput` would say it.
 */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] ?? 0
  const last = bytes[to - 1] ?? 0
  // White space, also that of other scripts, and braces.
  if (
    first <= 0x20 ||
    first > 0x7a ||
    last <= 0x20 ||
    last > 0x7a ||
    last === 0x3a ||
    last === closeParenthesis
  )
    return false
  if (telling.has(first * 256 + (bytes[from + 1] ?? 0))) return false
  let hasSpace = false
  let isFirstWord = true
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte === 0x20) {
      hasSpace = true
      isFirstWord = false
    } else if (byte === openParenthesis) {
      if (isLevelAt(bytes, i)) return false
    } else if (isFirstWord && (byte === 0x45 || byte === 0x54 || byte === 0x55)) {
      // Error, Exception, Throwable, Traceback, The above …, Uncaught.
      return false
    }
  }
  const endsInDigit = last >= 0x30 && last <= 0x39
  return hasSpace || !endsInDigit
}
