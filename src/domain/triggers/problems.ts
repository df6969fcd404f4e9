import type { Trigger } from '@/api/generated/schema'
import { isBranch, valueAt, type Path } from '@/lib/tree'
import { durationMilliseconds } from '../go-duration'
import { cronSchedule, scheduleProblem } from './cron-schedule'
import { fieldsOf } from './kinds'
import type { TriggerField } from './trigger-field'

/** Something that a server stores and that stops the trigger, or the whole function, when it starts. */
export interface TriggerProblem {
  /** Below the trigger. */
  path: Path
  message: string
  /** Nothing is wrong yet: something is still to be filled in. */
  isMissing?: boolean
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What keeps a trigger from working that no server says when it takes it. */
export function triggerProblems(trigger: Trigger): TriggerProblem[] {
  return [
    ...fieldsOf(trigger.kind).flatMap((field) => fieldProblems(field, trigger)),
    ...kindProblems(trigger),
  ]
}

/** What is wrong with one value, by the type and range of its field; undefined when it is fine or not there. */
export function valueProblem(field: TriggerField, value: unknown): string | undefined {
  if (isEmpty(value)) return undefined
  switch (field.type) {
    case 'number':
    case 'numberOrText':
    case 'workers':
      return numberProblem(field, value)
    case 'duration':
      if (typeof value === 'string' && durationMilliseconds(value) !== undefined) return undefined
      return 'Write a number with a unit, such as 500ms, 10s or 1h30m'
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'This is true or false, without quotes'
    case 'lines':
      if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return undefined
      return 'This is a list of texts'
    case 'numbers':
      if (Array.isArray(value) && value.every((one) => Number.isInteger(one) && Number(one) >= 0))
        return undefined
      return 'Write whole numbers and ranges, such as 1,3-6'
    case 'rows':
      return Array.isArray(value) ? undefined : 'This is a list'
    case 'entries':
    case 'map':
      return isBranch(value) ? undefined : 'These are values by name'
    case 'choice':
    case 'text':
    case 'long':
    case 'secret':
      return typeof value === 'string' ? undefined : 'This is a text, in quotes'
  }
}

function numberProblem(
  field: Extract<TriggerField, { type: 'number' | 'numberOrText' | 'workers' }>,
  value: unknown,
): string | undefined {
  if (typeof value !== 'number') {
    if (field.type === 'numberOrText' && typeof value === 'string') return undefined
    return 'This is a number, without quotes'
  }
  if (!Number.isInteger(value)) return 'Use a whole number'
  const { least = -Infinity, most = Infinity } = field
  if (value >= least && value <= most) return undefined
  return Number.isFinite(most) ? `Use a number from ${least} to ${most}` : `Use ${least} or more`
}

function fieldProblems(field: TriggerField, tree: unknown, above: Path = []): TriggerProblem[] {
  const value = valueAt(tree, field.path)
  const path = [...above, ...field.path]
  if (isEmpty(value)) return field.required ? [{ path, message: field.label, isMissing: true }] : []
  const message = valueProblem(field, value)
  if (message) return [{ path, message }]
  if (field.type !== 'rows' && field.type !== 'entries') return []
  const children = Object.entries(value as object) as [string, unknown][]
  return children.flatMap(([key, child]) =>
    field.of.flatMap((part) => fieldProblems(part, child, [...path, key])),
  )
}

function kindProblems({ kind, url, attributes = {} }: Trigger): TriggerProblem[] {
  const missing = (key: string, message: string): TriggerProblem => ({
    path: ['attributes', key],
    message,
    isMissing: true,
  })
  if (kind === 'cron') {
    if (isEmpty(attributes.interval) && isEmpty(attributes.schedule))
      return [missing('interval', 'Interval or schedule')]
    if (isEmpty(attributes.schedule)) return []
    const message = scheduleProblem(() => cronSchedule({ schedule: attributes.schedule }))
    return message ? [{ path: ['attributes', 'schedule'], message }] : []
  }
  if (kind === 'http') return ingressProblems(attributes.ingresses)
  if (kind === 'kafka-cluster' || kind === 'kafka')
    return [
      ...(isEmpty(attributes.brokers) && isEmpty(url) ? [missing('brokers', 'Brokers')] : []),
      ...saslProblems(attributes.sasl),
    ]
  if (kind === 'v3ioStream') {
    const group = attributes.consumerGroup
    if (typeof group !== 'string' || group === '' || /^[A-Za-z_]\w{0,255}$/.test(group)) return []
    const message = 'Use letters, digits and _ for the consumer group, at most 256, the first no digit'
    return [{ path: ['attributes', 'consumerGroup'], message }]
  }
  if (kind === 'rabbit-mq' || kind === 'rabbitMq') {
    const [queue, topics] = [isEmpty(attributes.queueName), isEmpty(attributes.topics)]
    if (queue && topics) return [missing('queueName', 'Queue name or topics')]
    if (!queue && !topics)
      return [{ path: ['attributes', 'topics'], message: 'Give a queue name or topics, not both' }]
  }
  return []
}

const hostRule = /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** What Kubernetes would refuse of ingresses, when the function has been built already. */
function ingressProblems(ingresses: unknown): TriggerProblem[] {
  if (!isBranch(ingresses)) return []
  return Object.entries(ingresses).flatMap(([name, ingress]): TriggerProblem[] => {
    const at: Path = ['attributes', 'ingresses', name]
    const host = valueAt(ingress, ['host'])
    const paths = valueAt(ingress, ['paths'])
    const isRelative = (path: unknown) => typeof path === 'string' && !path.startsWith('/')
    const found: TriggerProblem[] = []
    if (typeof host === 'string' && host !== '' && (host.length > 253 || !hostRule.test(host)))
      found.push({
        path: [...at, 'host'],
        message: `Write the host of ingress ${name} in small letters, such as api.example.com`,
      })
    if (Array.isArray(paths) && paths.some(isRelative))
      found.push({ path: [...at, 'paths'], message: `Begin each path of ingress ${name} with /` })
    return found
  })
}

/** A sign-in that is filled in and not switched on does nothing, and the brokers turn the function away. */
function saslProblems(sasl: unknown): TriggerProblem[] {
  const isOff = valueAt(sasl, ['enable']) !== true
  if (!isOff || (isEmpty(valueAt(sasl, ['user'])) && isEmpty(valueAt(sasl, ['password'])))) return []
  const message = 'Switch “Sign in with SASL” on, or its user and password are not used'
  return [{ path: ['attributes', 'sasl', 'enable'], message }]
}
