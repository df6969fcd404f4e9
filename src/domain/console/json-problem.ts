import { scanJson } from '@/lib/json-rows/json-scan'
import type { JsonFault } from '@/lib/json-rows/json-scan'

/** What is wrong with a text that should be JSON. */
export interface JsonProblem {
  /** Offset in UTF-16 code units. */
  at: number
  /** From 1, as an editor counts them; columns in UTF-16 code units. */
  line: number
  column: number
  /** What is wrong and, where it is known, how to put it right; no full stop. */
  words: string
}

const ignore = { open() {}, close() {}, key() {}, scalar() {} }

/**
 * The first thing that makes a text no JSON by RFC 8259, the same in every browser; nothing when it is JSON, and nothing for a
 * text of white space only, which is not yet anything. With `isSequence` the text may hold many values, as newline-delimited JSON does.
 */
export function jsonProblem(text: string, isSequence = false): JsonProblem | undefined {
  const fault = scanJson(text, ignore, isSequence)
  return fault && fault.kind !== 'empty' ? jsonProblemOf(text, fault) : undefined
}

/** The place and the words for a fault that reading the text found. */
export function jsonProblemOf(text: string, fault: JsonFault): JsonProblem {
  return { at: fault.at, ...placeOf(text, fault.at), words: wordsOf(text, fault) }
}

/** `Line 3, column 5: A comma is missing before this` */
export function jsonProblemLine(problem: JsonProblem): string {
  return `Line ${problem.line}, column ${problem.column}: ${problem.words}`
}

function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (const found of text.slice(0, at).matchAll(/\r\n|\r|\n/g)) {
    line++
    lineStart = found.index + found[0].length
  }
  return { line, column: at - lineStart + 1 }
}

function wordsOf(text: string, fault: JsonFault): string {
  const { at, kind } = fault
  switch (kind) {
    case 'empty':
      return 'There is no value'
    case 'value-expected':
      return atValue(text, at)
    case 'key-expected':
      return atKey(text, at)
    case 'colon-expected':
      return text.charAt(at) === '='
        ? 'Between a key and its value goes a colon, not an equals sign'
        : 'A colon is missing between the key and its value'
    case 'comma-expected':
      return commentAt(text, at) ?? 'A comma is missing before this'
    case 'trailing-comma':
      return 'Nothing follows this comma: take it away'
    case 'wrong-bracket':
      return `${opener(text, fault)} is closed by ${text.charAt(at)}`
    case 'never-closed':
      return `${opener(text, fault)} is never closed`
    case 'string-never-closed':
      return 'The quote that begins here is not closed on its line; a line break in a text is written \\n'
    case 'control-character':
      return `A ${controlName(text.charCodeAt(at))} in a text is written as an escape: ${controlEscape(text.charCodeAt(at))}`
    case 'escape':
      return text.charAt(at + 1) === 'u'
        ? 'After \\u come four hexadecimal digits'
        : 'JSON knows no such escape; a backslash itself is written \\\\'
    case 'number':
      return atNumber(text, at)
    case 'after-the-end':
      return commentAt(text, at) ?? afterTheEnd(text, at)
  }
}

function opener(text: string, { openedAt = 0 }: JsonFault): string {
  const { line, column } = placeOf(text, openedAt)
  return `The ${text.charAt(openedAt)} of line ${line}, column ${column}`
}

function commentAt(text: string, at: number): string | undefined {
  return /^(\/\/|\/\*|#)/.test(text.slice(at, at + 2)) ? 'JSON has no comments' : undefined
}

// The word that begins at an offset, as far as it matters here.
function wordAt(text: string, at: number): string {
  return /^[\w$-]+/.exec(text.slice(at, at + 40))?.[0] ?? ''
}

const otherWords: Record<string, string> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  Null: 'null',
  nil: 'null',
  undefined: 'null',
}

function atValue(text: string, at: number): string {
  const comment = commentAt(text, at)
  if (comment) return comment
  const letter = text.charAt(at)
  if (letter === '') return 'A value is missing at the end'
  if (letter === "'" || letter === '`') return 'A text stands in double quotes'
  if (letter === '“' || letter === '”' || letter === '„') return 'A text stands in straight double quotes'
  if (letter === '\ufeff') return 'An invisible byte order mark stands here: take it away'
  if (letter === '\u00a0') return 'A non-breaking space stands here: replace it by an ordinary one'
  if (letter === '+') return 'A number has no plus sign'
  if (letter === '.') return 'A number has a digit before its point'
  const word = wordAt(text, at)
  if (word === 'NaN' || word === 'Infinity')
    return `JSON has no ${word}; a text "${word}" or null can stand for it`
  const meant = Object.hasOwn(otherWords, word) ? otherWords[word] : undefined
  if (meant) return `In JSON ${word} is written ${meant}`
  if (word !== '') return `${word} is no JSON value; a text stands in double quotes`
  return 'A value is missing here'
}

function atKey(text: string, at: number): string {
  const comment = commentAt(text, at)
  if (comment) return comment
  const letter = text.charAt(at)
  if (letter === ',') return 'There is a comma too many here'
  return letter === '{' || letter === '['
    ? 'A key and a colon are missing before this'
    : 'A key stands in double quotes'
}

function atNumber(text: string, at: number): string {
  const written = /^[\w.+-]+/.exec(text.slice(at, at + 40))?.[0] ?? ''
  if (written === '-Infinity') return 'JSON has no Infinity; a text "-Infinity" or null can stand for it'
  if (/^-?0[xXoObB]/.test(written)) return 'A number is written in decimal digits'
  if (/^-?0\d/.test(written)) return 'A number does not begin with a zero'
  if (/^-?\./.test(written)) return 'A number has a digit before its point'
  if (/^-?\d+\.(?!\d)/.test(written)) return 'A number has a digit after its point'
  if (/^-?\d[\d_]*$/.test(written)) return 'A number has no underscores'
  return `${written} is no JSON number; a text stands in double quotes`
}

function afterTheEnd(text: string, at: number): string {
  return text.charAt(at) === ',' || text.charAt(at) === ']' || text.charAt(at) === '}'
    ? 'The value ends before this'
    : 'There is a second value here; several values stand in a list: [ … , … ]'
}

function controlName(code: number): string {
  if (code === 0x09) return 'tab'
  return code === 0x0a || code === 0x0d ? 'line break' : 'control character'
}

function controlEscape(code: number): string {
  return code === 0x09 ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`
}
