import { jsonMatches, parseJsonPath } from '@/domain/console/json-path'
import { sameValue } from '@/lib/tree'
import { textOf } from './body-text'
import { differingExcerpts, excerpt } from './excerpts'
import type { Expectation } from './expectation'

/** The part of an answer that expectations look at. */
export interface ExpectedAnswer {
  status: number
  /** Names may repeat, their case does not matter. */
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
  milliseconds: number
}

/** How one expectation came out. `uncheckable` is one that cannot be met by any answer as it stands, with the reason. */
export interface ExpectationVerdict {
  expectation: Expectation
  outcome: 'met' | 'unmet' | 'uncheckable'
  /** What was looked at, such as `Status` or `$.total`. */
  subject: string
  /** What was found out, in a sentence without its full stop. */
  words: string
  /** The difference, where there is one to show; long texts are cut to where it begins. */
  expected?: string
  got?: string
}

type Found = Omit<ExpectationVerdict, 'expectation' | 'subject'>
type On<Subject extends Expectation['on']> = Extract<Expectation, { on: Subject }>

/** Bytes above which a body is not looked into: reading it would hold up the page. */
const readLimit = 10_000_000

const met = (words: string): Found => ({ outcome: 'met', words })
const uncheckable = (words: string): Found => ({ outcome: 'uncheckable', words })
const unmet = (words: string, expected?: string, got?: string): Found => ({
  outcome: 'unmet',
  words,
  ...(expected !== undefined && { expected }),
  ...(got !== undefined && { got }),
})

/** Compares an answer with what is expected of it: a verdict for each, in their order. Never throws. */
export function checkExpectations(
  expectations: readonly Expectation[],
  answer: ExpectedAnswer,
): ExpectationVerdict[] {
  const body = bodyReader(answer.body)
  return expectations.map((expectation) => {
    const subject = subjectOf(expectation)
    try {
      return { expectation, subject, ...check(expectation, answer, body) }
    } catch (error) {
      // Such as a value that is nested deeper than the stack reaches.
      const reason = error instanceof Error ? error.message : String(error)
      return { expectation, subject, ...uncheckable(`It could not be checked: ${reason}`) }
    }
  })
}

/** Whether every expectation is met; true without any. */
export const areMet = (verdicts: readonly ExpectationVerdict[]): boolean =>
  verdicts.every(({ outcome }) => outcome === 'met')

function subjectOf(expectation: Expectation): string {
  switch (expectation.on) {
    case 'status':
      return 'Status'
    case 'header':
      return `Header ${expectation.name}`
    case 'json':
      return expectation.path
    case 'body':
      return 'Body'
    case 'time':
      return 'Time'
    case 'unknown':
      return 'Unknown'
  }
}

function check(expectation: Expectation, answer: ExpectedAnswer, body: BodyReader): Found {
  switch (expectation.on) {
    case 'status':
      return checkStatus(expectation, answer.status)
    case 'header':
      return checkHeader(expectation, answer.headers)
    case 'json':
      return checkJson(expectation, body)
    case 'body':
      return checkBody(expectation, body)
    case 'time':
      return answer.milliseconds < expectation.value
        ? met(`It took ${Math.round(answer.milliseconds)} ms`)
        : unmet('It took longer', `below ${expectation.value} ms`, `${Math.round(answer.milliseconds)} ms`)
    case 'unknown':
      return uncheckable('This page does not know this kind of expectation')
  }
}

function checkStatus(expectation: On<'status'>, status: number): Found {
  const { test, value } = expectation
  const isMet =
    test === 'equals'
      ? status === value
      : test === 'oneOf'
        ? value.includes(status)
        : Math.floor(status / 100) === Number(value[0])
  if (isMet) return met(`The status is ${status}`)
  const expected = test === 'oneOf' ? `one of ${value.join(', ')}` : String(value)
  return unmet('The status is another', expected, String(status))
}

function checkHeader(expectation: On<'header'>, headers: ExpectedAnswer['headers']): Found {
  const name = expectation.name.trim().toLowerCase()
  const values = headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value)
  const got = excerpt(values.join(', '))
  if (values.length === 0)
    return unmet('The header is missing', expectation.test === 'exists' ? undefined : expectation.value)
  if (expectation.test === 'exists') return met('The header is there')
  // A repeated header may mean each of its values, or all of them as a list.
  const candidates = [...values, values.join(', ')]
  if (expectation.test === 'equals')
    return candidates.includes(expectation.value)
      ? met('The header is as expected')
      : unmet('The header is another', expectation.value, got)
  return checkPattern(expectation.value, (pattern) =>
    candidates.some((value) => pattern.test(value))
      ? met('The header matches')
      : unmet('The header does not match', `/${expectation.value}/`, got),
  )
}

function checkPattern(source: string, check: (pattern: RegExp) => Found): Found {
  let pattern: RegExp
  try {
    pattern = compiled(source)
  } catch (error) {
    return uncheckable(error instanceof Error ? error.message : 'This is no regular expression')
  }
  return check(pattern)
}

/** By whole characters; needless escapes such as `\-`, which that forbids, are borne too. Throws a SyntaxError. */
function compiled(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch {
    return new RegExp(source)
  }
}

function checkJson(expectation: On<'json'>, body: BodyReader): Found {
  const read = parseJsonPath(expectation.path)
  if ('problem' in read)
    return uncheckable(`The path cannot be read, at character ${read.at + 1}: ${read.problem}`)
  const json = body.json()
  if ('problem' in json) return json.problem
  const found = jsonMatches(json.value, read.path).map(({ value }) => value)
  if (expectation.test === 'absent')
    return found.length === 0
      ? met('There is nothing')
      : unmet('There is something', 'nothing', excerpt(shown(found)))
  if (found.length === 0)
    return unmet(
      'There is nothing',
      expectation.test === 'exists' ? undefined : expectedOf(expectation),
      'nothing',
    )
  if (expectation.test === 'exists') return met('There is a value')
  if (expectation.test === 'equals') {
    const other = found.find((value) => !sameValue(value, expectation.value))
    if (other === undefined) return met('The value is as expected')
    const { expected, got } = differingExcerpts(JSON.stringify(expectation.value), JSON.stringify(other))
    return unmet('The value is another', expected, got)
  }
  return checkPattern(expectation.value, (pattern) => {
    const other = found.find((value) => !pattern.test(textToMatch(value)))
    return other === undefined
      ? met('The value matches')
      : unmet('The value does not match', `/${expectation.value}/`, excerpt(textToMatch(other)))
  })
}

const expectedOf = (expectation: Extract<On<'json'>, { value: unknown }>): string =>
  expectation.test === 'matches' ? `/${expectation.value}/` : excerpt(JSON.stringify(expectation.value))

const shown = (found: readonly unknown[]): string => found.map((value) => JSON.stringify(value)).join(', ')

const textToMatch = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function checkBody({ value }: On<'body'>, body: BodyReader): Found {
  const text = body.text()
  if (typeof text !== 'string') return text.problem
  if (text === value) return met('The body is as expected')
  const { expected, got } = differingExcerpts(value, text)
  return unmet('The body is another', expected, got)
}

interface BodyReader {
  text: () => string | { problem: Found }
  json: () => { value: unknown } | { problem: Found }
}

/** The body as text and as JSON, each made once and only when it is asked for. */
function bodyReader(body: Uint8Array): BodyReader {
  let text: ReturnType<BodyReader['text']> | undefined
  let json: ReturnType<BodyReader['json']> | undefined
  const readText = (): ReturnType<BodyReader['text']> => {
    if (body.length > readLimit)
      return { problem: uncheckable('The body is over 10 MB and is not looked into') }
    return textOf(body) ?? { problem: unmet('The body is no text', undefined, `${body.length} bytes`) }
  }
  const readJson = (): ReturnType<BodyReader['json']> => {
    const read = (text ??= readText())
    if (typeof read !== 'string') return read
    try {
      // Some servers put a byte order mark before their JSON.
      return { value: JSON.parse(read.replace(/^\uFEFF/, '')) as unknown }
    } catch {
      return { problem: unmet('The body is no JSON', undefined, excerpt(read)) }
    }
  }
  return { text: () => (text ??= readText()), json: () => (json ??= readJson()) }
}
