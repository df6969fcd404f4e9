import { parseJsonPath } from '@/domain/console/json-path'
import type { Expectation } from '@/domain/events/expectation'
import { without } from '@/lib/without'

/** What a row of the editor offers: a subject with a test. */
export interface ExpectationKind {
  id: string
  label: string
  /** Has a name of a header, or a path of JSON. */
  place?: 'name' | 'path'
  /** How its value is written; absent when it has none. */
  value?: 'status' | 'statuses' | 'class' | 'text' | 'pattern' | 'json' | 'milliseconds'
}

export const expectationKinds: readonly ExpectationKind[] = [
  { id: 'status equals', label: 'Status is', value: 'status' },
  { id: 'status oneOf', label: 'Status is one of', value: 'statuses' },
  { id: 'status class', label: 'Status is of class', value: 'class' },
  { id: 'header equals', label: 'Header is', place: 'name', value: 'text' },
  { id: 'header matches', label: 'Header matches', place: 'name', value: 'pattern' },
  { id: 'header exists', label: 'Header is there', place: 'name' },
  { id: 'json equals', label: 'JSON path is', place: 'path', value: 'json' },
  { id: 'json matches', label: 'JSON path matches', place: 'path', value: 'pattern' },
  { id: 'json exists', label: 'JSON path is there', place: 'path' },
  { id: 'json absent', label: 'JSON path is not there', place: 'path' },
  { id: 'body equals', label: 'Body is', value: 'text' },
  { id: 'time below', label: 'Milliseconds are below', value: 'milliseconds' },
]

/** A row as it is typed. */
export interface ExpectationRow {
  id: number
  /** Of {@link expectationKinds}; `unknown` for what this page cannot read, which stays as it is. */
  kind: string
  place: string
  value: string
  /** What it was made of; further keys of it are kept. */
  from?: Expectation
}

export function rowOf(expectation: Expectation, id: number): ExpectationRow {
  if (expectation.on === 'unknown')
    return { id, kind: 'unknown', place: '', value: JSON.stringify(expectation.raw) ?? '', from: expectation }
  const kind = `${expectation.on} ${expectation.test}`
  const place = 'name' in expectation ? expectation.name : 'path' in expectation ? expectation.path : ''
  return { id, kind, place, value: valueText(kind, expectation), from: expectation }
}

function valueText(kind: string, expectation: Expectation): string {
  if (!('value' in expectation)) return ''
  const { value } = expectation
  if (kind === 'json equals') return JSON.stringify(value)
  return Array.isArray(value) ? value.join(', ') : String(value)
}

const kindOf = ({ kind }: ExpectationRow): ExpectationKind | undefined =>
  expectationKinds.find(({ id }) => id === kind)

/** What keeps a row from being an expectation, with where; nothing when it is one. */
export function rowProblem(row: ExpectationRow): { at: 'place' | 'value'; words: string } | undefined {
  const kind = kindOf(row)
  if (!kind) return undefined
  if (kind.place === 'name' && row.place.trim() === '')
    return { at: 'place', words: 'Enter the name of a header' }
  if (kind.place === 'path') {
    const parsed = parseJsonPath(row.place.trim())
    if ('problem' in parsed) return { at: 'place', words: parsed.problem }
  }
  const words = valueProblem(kind.value, row.value)
  return words ? { at: 'value', words } : undefined
}

function valueProblem(value: ExpectationKind['value'], text: string): string | undefined {
  switch (value) {
    case 'status':
      return /^[1-5]\d\d$/.test(text.trim()) ? undefined : 'Enter a status such as 200'
    case 'statuses':
      return text.split(',').every((one) => /^[1-5]\d\d$/.test(one.trim()))
        ? undefined
        : 'Enter statuses such as 200, 204'
    case 'class':
      return /^[1-5]xx$/.test(text.trim()) ? undefined : 'Enter a class such as 2xx'
    case 'pattern':
      return patternProblem(text)
    case 'json':
      return jsonProblem(text)
    case 'milliseconds':
      return Number(text) > 0 ? undefined : 'Enter milliseconds, such as 500'
    default:
      return undefined
  }
}

function patternProblem(text: string): string | undefined {
  if (text === '') return 'Enter a regular expression'
  try {
    new RegExp(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch {
    return 'Enter JSON: text in double quotes, a number, true, false, null, a list or an object'
  }
}

/** The expectation of a row without a problem, further keys of what it was made of included. */
export function expectationOf(row: ExpectationRow): Expectation {
  const kind = kindOf(row)
  if (!kind) return row.from ?? { on: 'unknown', raw: row.value }
  const [on, test] = kind.id.split(' ')
  const known = row.from && row.from.on !== 'unknown' ? row.from : {}
  const further = without(known as Record<string, unknown>, 'name', 'path', 'value')
  return {
    ...further,
    on,
    test,
    ...(kind.place && { [kind.place]: row.place.trim() }),
    ...(kind.value && { value: valueOf(kind.value, row.value) }),
  } as Expectation
}

function valueOf(value: NonNullable<ExpectationKind['value']>, text: string): unknown {
  switch (value) {
    case 'status':
    case 'milliseconds':
      return Number(text)
    case 'statuses':
      return text.split(',').map((one) => Number(one.trim()))
    case 'class':
      return text.trim()
    case 'json':
      return JSON.parse(text)
    default:
      return text
  }
}
