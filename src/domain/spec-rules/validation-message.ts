import type { ErrorObject } from 'ajv'
import type { Path } from '@/lib/tree'

const shownFaults = 5

/** One field that is not as the contract describes it, and what is expected there. */
export interface Fault {
  path: Path
  words: string
}

/** What is wrong with a body, from what a validator made by ajv (with all errors) found; each fault once. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const faults = new Map<string, Fault>()
  for (const error of withJoinedTypes(relevant(errors))) {
    const words = explain(error)
    if (!faults.has(words)) faults.set(words, { path: placeOf(error), words })
  }
  return [...faults.values()]
}

/** One sentence for a body that the contract refuses: each fault names its field by path and what is expected there. */
export function sentenceOf(faults: readonly string[]): string {
  const more = faults.length - shownFaults
  return faults.slice(0, shownFaults).join('; ') + (more > 0 ? `; and ${more} more` : '')
}

/** The same sentence from what ajv found. */
export function explainValidation(errors: readonly ErrorObject[]): string {
  return sentenceOf(faultsOf(errors).map(({ words }) => words))
}

/**
 * Drops what only repeats: the summaries of `oneOf`, `anyOf`, `if` and `$ref` whose branches are reported themselves, and,
 * of branches that all failed, those that failed at a shallower place than the best one.
 */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const summaries = errors.filter((error) => /^(?:oneOf|anyOf|if|not)$/.test(error.keyword))
  const details = errors.filter((error) => !/^(?:oneOf|anyOf|if)$/.test(error.keyword))
  let kept: readonly ErrorObject[] = details
  for (const summary of summaries) {
    const branches = kept.filter(
      (error) =>
        error.schemaPath.startsWith(`${summary.schemaPath}/`) &&
        error.instancePath.startsWith(summary.instancePath),
    )
    const deepest = Math.max(...branches.map((error) => error.instancePath.length))
    kept = kept.filter((error) => !branches.includes(error) || error.instancePath.length === deepest)
  }
  return kept.length > 0 ? kept : errors
}

/** Alternatives of one field that differ only in type become one fault that names all types. */
function withJoinedTypes(errors: readonly ErrorObject[]): ErrorObject[] {
  return errors.map((error) => {
    if (error.keyword !== 'type') return error
    const types = errors
      .filter((other) => other.keyword === 'type' && other.instancePath === error.instancePath)
      .flatMap((other) => (other.params as { type: string | string[] }).type)
    return { ...error, params: { type: [...new Set(types)] } }
  })
}

function explain(error: ErrorObject): string {
  const field = fieldPath(error.instancePath)
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'required':
      return `${inside(field, String(params.missingProperty))} is required`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `${inside(field, String(params.additionalProperty ?? params.unevaluatedProperty))} is not a known field`
    case 'type':
      return `${field} must be ${typeWords(params.type)}`
    case 'enum':
      return `${field} must be one of ${(params.allowedValues as unknown[]).map(String).join(', ')}`
    case 'const':
      return `${field} must be ${JSON.stringify(params.allowedValue)}`
    case 'pattern':
      return `${field} must match ${String(params.pattern)}`
    case 'format':
      return `${field} must be a valid ${String(params.format)}`
    case 'propertyNames':
      return `${field} must not have a key "${String(params.propertyName)}"`
    case 'minLength':
      return params.limit === 1 ? `${field} must not be empty` : `${field} ${error.message ?? 'is too short'}`
    default:
      return `${field} ${error.message ?? 'is not valid'}`
  }
}

/** The field that has to change: of one that is missing or too many, that one. */
function placeOf({ instancePath, params }: ErrorObject): Path {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, unknown>
  const key = missingProperty ?? additionalProperty ?? unevaluatedProperty
  const parent = segmentsOf(instancePath)
  return typeof key === 'string' ? [...parent, key] : parent
}

/** `/spec/triggers/my~1http/partitions/0` → `spec.triggers["my/http"].partitions[0]`; the whole body is `body`. */
function fieldPath(pointer: string): string {
  return segmentsOf(pointer).reduce(inside, 'body')
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'))
}

function inside(parent: string, key: string): string {
  if (/^\d+$/.test(key)) return `${parent}[${key}]`
  if (!/^[\w$-]+$/.test(key)) return `${parent}[${JSON.stringify(key)}]`
  return parent === 'body' ? key : `${parent}.${key}`
}

function typeWords(type: unknown): string {
  const types = Array.isArray(type) ? type.map(String) : String(type).split(',')
  const words = types.map((name) =>
    name === 'null' ? 'null' : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`,
  )
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
    : (words[0] ?? 'another type')
}
