import { sequenceDiff, type Hunk } from '@/lib/sequence-diff'
import { jsonDifference, type JsonComparison } from './json-difference'
import type { JsonPath } from './json-path'

/** What is compared of an answer. */
export interface ComparedAnswer {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
}

/** What a person marked as not worth comparing. */
export interface NoiseMarks {
  /** Names of headers, in any case. */
  headers?: readonly string[]
  /** Places of JSON bodies. */
  paths?: readonly JsonPath[]
}

/** Headers that differ from one answer to the next by nature; offered as marks, never left out unasked. */
export const usualNoiseHeaders: readonly string[] = [
  'age',
  'cf-ray',
  'date',
  'etag',
  'expires',
  'last-modified',
  'request-id',
  'server-timing',
  'traceparent',
  'x-amzn-trace-id',
  'x-b3-spanid',
  'x-b3-traceid',
  'x-correlation-id',
  'x-envoy-upstream-service-time',
  'x-nuclio-logs',
  'x-request-id',
  'x-response-time',
  'x-runtime',
  'x-trace-id',
]

/** A header that is not the same in both answers, with all of its values in their order; none where it is missing. */
export interface HeaderDifference {
  kind: 'added' | 'removed' | 'changed'
  /** In lower case. */
  name: string
  from: string[]
  to: string[]
}

/**
 * How two bodies differ. `json` without differences means that only the writing differs: blanks, the order of keys, how numbers
 * are spelled, or digits beyond the precision of a double. Stretches of `text` count lines from 0. `offset` is that of the first
 * byte that differs; where one body continues the other, the length of the shorter one.
 */
export type BodyDifference =
  | { kind: 'same' }
  | ({ kind: 'json' } & JsonComparison)
  | { kind: 'text'; from: string[]; to: string[]; hunks: Hunk[] }
  | { kind: 'bytes'; offset: number; fromSize: number; toSize: number }

export interface AnswerDifference {
  /** Absent when it is the same. */
  status?: { from: number; to: number }
  /** By name. */
  headers: HeaderDifference[]
  body: BodyDifference
}

/**
 * Where two answers differ. Bodies are compared as JSON by place when both are, else as text by lines when both are, else as bytes.
 * Takes time by the size of the bodies: run it away from the page for large ones.
 */
export function answerDifference(
  from: ComparedAnswer,
  to: ComparedAnswer,
  { headers = [], paths = [] }: NoiseMarks = {},
): AnswerDifference {
  return {
    ...(from.status === to.status ? {} : { status: { from: from.status, to: to.status } }),
    headers: headerDifferences(from.headers, to.headers, headers),
    body: bodyDifference(from, to, paths),
  }
}

/** Where two answers are the same, but for what was marked. */
export function isSameAnswer({ status, headers, body }: AnswerDifference): boolean {
  return (
    !status && headers.length === 0 && (body.kind === 'same' || (body.kind === 'json' && body.count === 0))
  )
}

function headerDifferences(
  from: ComparedAnswer['headers'],
  to: ComparedAnswer['headers'],
  noise: readonly string[],
): HeaderDifference[] {
  const leftOut = new Set(noise.map((name) => name.toLowerCase()))
  const [before, after] = [valuesByName(from), valuesByName(to)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => !leftOut.has(name))
    .sort()
    .flatMap((name): HeaderDifference[] => {
      const [old, now] = [before.get(name), after.get(name)]
      if (old && now && fieldText(name, old) === fieldText(name, now)) return []
      return [{ kind: !old ? 'added' : !now ? 'removed' : 'changed', name, from: old ?? [], to: now ?? [] }]
    })
}

function valuesByName(headers: ComparedAnswer['headers']): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [given, value] of headers) {
    const name = given.toLowerCase()
    const known = values.get(name)
    if (known) known.push(value)
    else values.set(name, [value])
  }
  return values
}

// Several lines of one header mean the same as one line with commas (RFC 9110, 5.3), and a browser joins them; only cookies differ.
const fieldText = (name: string, values: readonly string[]): string =>
  name === 'set-cookie' ? JSON.stringify(values) : values.join(', ')

function bodyDifference(
  from: ComparedAnswer,
  to: ComparedAnswer,
  ignore: readonly JsonPath[],
): BodyDifference {
  const offset = firstDifference(from.body, to.body)
  if (offset === undefined) return { kind: 'same' }
  const [before, after] = [textOf(from.body), textOf(to.body)]
  if (before === undefined || after === undefined)
    return { kind: 'bytes', offset, fromSize: from.body.length, toSize: to.body.length }
  const [old, now] = [jsonOf(from, before), jsonOf(to, after)]
  if (old && now) return { kind: 'json', ...jsonDifference(old.value, now.value, { ignore }) }
  const [oldLines, nowLines] = [before.split('\n'), after.split('\n')]
  return { kind: 'text', from: oldLines, to: nowLines, hunks: sequenceDiff(oldLines, nowLines, lineLimit) }
}

/** Beyond so many lines that differ, all between the first and the last of them counts as changed. */
const lineLimit = 500

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const least = Math.min(a.length, b.length)
  for (let at = 0; at < least; at += 1) if (a[at] !== b[at]) return at
  return a.length === b.length ? undefined : least
}

/** The text of bytes; nothing when they are not UTF-8, or hold what text does not. */
function textOf(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
    return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** The value of a JSON body: one that says so, or an object or a list that does not. */
function jsonOf(answer: ComparedAnswer, text: string): { value: unknown } | undefined {
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (!/^[^;]*[/+]json\s*(?:;|$)/i.test(type) && !/^\ufeff?\s*[[{]/.test(text)) return undefined
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown }
  } catch {
    return undefined
  }
}
