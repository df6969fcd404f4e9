import { isBranch, type Path } from '@/lib/tree'
import { displayNameProblem, eventNameProblem } from './event-names'

/** Why a value is no event, and which place of it is to blame. */
export interface EventFault {
  message: string
  path: Path
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null
const isTextMap = (value: unknown): value is Record<string, string> =>
  isBranch(value) && Object.values(value).every((one) => typeof one === 'string')

/**
 * Says what keeps a value from being an event that a server takes: Nuclio refuses anything but text where text belongs, and breaks
 * off without a spec. Empty values count as left out. Keys that are not known are good.
 */
export function eventFault(value: unknown): EventFault | undefined {
  if (!isBranch(value)) return { message: 'An event is written as keys and values.', path: [] }
  const { kind, metadata, spec } = value
  if (typeof kind === 'string' && !/^(nuclio)?functionevent$/i.test(kind))
    return { message: `This describes something else: its kind is “${kind}”.`, path: ['kind'] }
  if (!isBranch(spec))
    return 'spec' in value
      ? { message: '“spec” must hold keys and values.', path: ['spec'] }
      : { message: '“spec” is missing.', path: [] }
  return (isAbsent(metadata) ? undefined : metadataFault(metadata)) ?? specFault(spec)
}

function metadataFault(metadata: unknown): EventFault | undefined {
  if (!isBranch(metadata)) return { message: '“metadata” must hold keys and values.', path: ['metadata'] }
  const { name } = metadata
  if (!isAbsent(name) && typeof name !== 'string')
    return { message: 'The name must be text.', path: ['metadata', 'name'] }
  const problem = typeof name === 'string' ? eventNameProblem(name) : undefined
  if (problem) return { message: `The name cannot be used: ${problem}.`, path: ['metadata', 'name'] }
  for (const key of ['labels', 'annotations'])
    if (!isAbsent(metadata[key]) && !isTextMap(metadata[key]))
      return { message: `“${key}” must hold keys with text.`, path: ['metadata', key] }
  return undefined
}

function specFault(spec: Record<string, unknown>): EventFault | undefined {
  for (const key of ['displayName', 'triggerName', 'triggerKind', 'body'])
    if (!isAbsent(spec[key]) && typeof spec[key] !== 'string')
      return { message: `“${key}” must be text; put it in quotes.`, path: ['spec', key] }
  const { displayName, attributes } = spec
  const problem =
    typeof displayName === 'string' && displayName !== '' ? displayNameProblem(displayName) : undefined
  if (problem)
    return { message: `The name to show cannot be used: ${problem}.`, path: ['spec', 'displayName'] }
  if (isAbsent(attributes)) return undefined
  if (!isBranch(attributes))
    return { message: '“attributes” must hold keys and values.', path: ['spec', 'attributes'] }
  for (const key of ['method', 'path'])
    if (!isAbsent(attributes[key]) && typeof attributes[key] !== 'string')
      return { message: `“${key}” must be text.`, path: ['spec', 'attributes', key] }
  const { headers } = attributes
  if (isAbsent(headers)) return undefined
  if (!isBranch(headers))
    return { message: '“headers” must hold keys and values.', path: ['spec', 'attributes', 'headers'] }
  const odd = Object.entries(headers).find(([, one]) => !['string', 'number', 'boolean'].includes(typeof one))
  return odd
    ? {
        message: `The header “${odd[0]}” must be text or a number.`,
        path: ['spec', 'attributes', 'headers', odd[0]],
      }
    : undefined
}
