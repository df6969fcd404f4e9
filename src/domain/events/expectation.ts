import type { FunctionEventSpec } from '@/api/generated/schema'
import { isBranch, sameValue } from '@/lib/tree'
import { without } from '@/lib/without'

/** The key of an event's attributes that holds what is expected of its answer; servers store it as it is. */
export const expectationsKey = 'dashboardExpectations'

/** What an answer is to be like, in the shape that it is stored in. Further keys of an item are kept. */
export type Expectation =
  | { on: 'status'; test: 'equals'; value: number }
  | { on: 'status'; test: 'oneOf'; value: number[] }
  /** `2xx` and the like. */
  | { on: 'status'; test: 'class'; value: string }
  | { on: 'header'; name: string; test: 'equals' | 'matches'; value: string }
  | { on: 'header'; name: string; test: 'exists' }
  /** The path as the console writes it, `$.a[0]`. */
  | { on: 'json'; path: string; test: 'equals'; value: unknown }
  | { on: 'json'; path: string; test: 'matches'; value: string }
  | { on: 'json'; path: string; test: 'exists' }
  | { on: 'json'; path: string; test: 'absent' }
  | { on: 'body'; test: 'equals'; value: string }
  /** Milliseconds. */
  | { on: 'time'; test: 'below'; value: number }
  | UnknownExpectation

/** What this page cannot read, as it was found. */
export interface UnknownExpectation {
  on: 'unknown'
  raw: unknown
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isStatus = (value: unknown): boolean => Number.isInteger(value)
const isAny = (): boolean => true

/** What each subject and test needs; a check of `undefined` values is for those that need none. */
const shapes: Record<string, { value: (value: unknown) => boolean; needs?: 'name' | 'path' }> = {
  'status equals': { value: isStatus },
  'status oneOf': { value: (value) => Array.isArray(value) && value.length > 0 && value.every(isStatus) },
  'status class': { value: (value) => /^[1-5]xx$/.test(String(value)) },
  'header equals': { value: isText, needs: 'name' },
  'header matches': { value: isText, needs: 'name' },
  'header exists': { value: isAny, needs: 'name' },
  'json equals': { value: (value) => value !== undefined, needs: 'path' },
  'json matches': { value: isText, needs: 'path' },
  'json exists': { value: isAny, needs: 'path' },
  'json absent': { value: isAny, needs: 'path' },
  'body equals': { value: isText },
  'time below': { value: (value) => Number.isFinite(value) },
}

function readExpectation(raw: unknown): Expectation {
  const unknown: Expectation = { on: 'unknown', raw }
  if (!isBranch(raw)) return unknown
  const key = `${String(raw['on'])} ${String(raw['test'])}`
  const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
  if (!shape?.value(raw['value'])) return unknown
  if (shape.needs && typeof raw[shape.needs] !== 'string') return unknown
  return raw as unknown as Expectation
}

/** What is expected of an event's answer. Anything may be stored there; what cannot be read is `unknown` and stays. */
export function expectationsOf({ attributes }: FunctionEventSpec): Expectation[] {
  const stored: unknown = attributes?.[expectationsKey]
  if (stored === undefined || stored === null) return []
  return Array.isArray(stored) ? stored.map(readExpectation) : [readExpectation(stored)]
}

/** The event with these expectations, everything else as it was. Without any, the key goes too. */
export function withExpectations(
  spec: FunctionEventSpec,
  expectations: readonly Expectation[],
): FunctionEventSpec {
  if (sameValue(expectationsOf(spec), expectations)) return spec
  const { attributes = {} } = spec
  if (expectations.length === 0) return { ...spec, attributes: without(attributes, expectationsKey) }
  const stored = expectations.map((one) => (one.on === 'unknown' ? one.raw : one))
  return { ...spec, attributes: { ...attributes, [expectationsKey]: stored } }
}
