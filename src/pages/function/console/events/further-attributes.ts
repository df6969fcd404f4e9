import type { FunctionEventSpec } from '@/api/generated/schema'
import { expectationsKey } from '@/domain/events/expectation'
import { isBranch, sameValue } from '@/lib/tree'
import { without } from '@/lib/without'
import { readYaml, yamlOf } from '../../form/yaml-text'

type Attributes = NonNullable<FunctionEventSpec['attributes']>

/** Attributes that are edited elsewhere, and where. */
const elsewhere: Record<string, string> = {
  method: 'belongs to the request',
  path: 'belongs to the request',
  headers: 'belongs to the request',
  [expectationsKey]: 'is what stands above as expected',
}

/** What a kind of trigger, or somebody else, keeps with an event beside its request and what is expected of its answer. */
function furtherOf({ attributes }: FunctionEventSpec): Record<string, unknown> {
  return without(attributes ?? {}, ...Object.keys(elsewhere))
}

/** The further attributes of an event as YAML to edit; none are the empty text. */
export function furtherText(spec: FunctionEventSpec): string {
  const further = furtherOf(spec)
  return Object.keys(further).length === 0 ? '' : yamlOf(further)
}

/** What is wrong with a text of further attributes, in words. */
export function furtherProblem(text: string): string | undefined {
  const read = readYaml(text, 'object')
  if ('problem' in read) {
    const { line, message } = read.problem
    return line === undefined ? message : `Line ${line}: ${message}`
  }
  const taken = Object.keys(read.value ?? {}).find((key) => Object.hasOwn(elsewhere, key))
  if (taken !== undefined) return `“${taken}” ${elsewhere[taken]}, and is edited there`
  const odd = oddNumber(read.value)
  return odd === undefined ? undefined : `${odd} is no number that can be sent; put it in quotes`
}

/** A number that JSON has no writing for. */
function oddNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : value
  if (typeof value !== 'object' || value === null) return undefined
  for (const inner of Object.values(value)) {
    const odd = oddNumber(inner)
    if (odd !== undefined) return odd
  }
  return undefined
}

/** The event with the further attributes of a text without a problem, all others as they are. */
export function withFurther(spec: FunctionEventSpec, text: string): FunctionEventSpec {
  const read = readYaml(text, 'object')
  const further = 'value' in read && isBranch(read.value) ? read.value : {}
  const before = furtherOf(spec)
  if (sameValue(further, before)) return spec
  const rest: Attributes = without(spec.attributes ?? {}, ...Object.keys(before))
  return { ...spec, attributes: { ...rest, ...further } }
}
