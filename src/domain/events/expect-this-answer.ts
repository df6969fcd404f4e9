import { formatJsonPath } from '@/domain/console/json-path'
import { isCredentialName, secretSpans } from '@/domain/console/secret-spans'
import { isBranch } from '@/lib/tree'
import { textOf } from './body-text'
import type { ExpectedAnswer } from './check-expectations'
import type { Expectation } from './expectation'
import { isNoisyName, isNoisyValue } from './noise-words'

type Scalar = string | number | boolean | null

/** Characters of a body, and of one value in it, that are expected as a whole. */
const shortText = 200
const mostFields = 20
/** Bytes above which a body is not looked into. */
const readLimit = 1_000_000

/**
 * What to expect from now on, from an answer that was right: its status, its content type, and of its body what will be the same
 * next time: the plain values at the top of a JSON object, or any other short body as a whole. Left out are dates, identifiers
 * and measures, since they change, and what looks like a secret, since events are shared. Another answer like it meets them all.
 */
export function expectThisAnswer({ status, headers, body }: ExpectedAnswer): Expectation[] {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].trim()
  return [
    ...(status > 0 ? [{ on: 'status', test: 'equals', value: status } as const] : []),
    ...(type && !/boundary=/i.test(type)
      ? [{ on: 'header', name: 'Content-Type', test: 'equals', value: type } as const]
      : []),
    ...ofBody(body.length > readLimit ? undefined : textOf(body)),
  ]
}

function ofBody(text: string | undefined): Expectation[] {
  if (text === undefined || text === '') return []
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return isQuietText(text) ? [{ on: 'body', test: 'equals', value: text }] : []
  }
  if (isBranch(json)) {
    const fields = Object.entries(json).filter((entry): entry is [string, Scalar] => isQuietField(...entry))
    return fields
      .slice(0, mostFields)
      .map(([name, value]) => ({ on: 'json', path: formatJsonPath([name]), test: 'equals', value }))
  }
  // Its fields' names tell more than the text does.
  if (!isQuietText(text) || !isQuietTree(json)) return []
  return [{ on: 'json', path: '$', test: 'equals', value: json }]
}

function isQuietText(text: string): boolean {
  return text.length <= shortText && !isNoisyValue(text) && secretSpans(text).length === 0
}

function isQuietField(name: string, value: unknown): boolean {
  if (isNoisyName(name) || isCredentialName(name)) return false
  if (typeof value === 'string') return isQuietText(value)
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && !isNoisyValue(value))
}

/** Of texts as short as those that are looked at, so the depth is bounded. */
function isQuietTree(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isQuietTree)
  if (!isBranch(value)) return true
  return Object.entries(value).every(
    ([name, inner]) => !isNoisyName(name) && !isCredentialName(name) && isQuietTree(inner),
  )
}
