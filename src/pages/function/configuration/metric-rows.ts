import type { MetricSpec } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import { valuesOf, valuesText } from './value-lines'

type Tree = Record<string, unknown>
type TargetType = 'Utilization' | 'AverageValue' | 'Value'

/** What a kind of metric is called, under which key its body stands, and how its target may be meant. */
export interface MetricKind {
  value: NonNullable<MetricSpec['type']>
  label: string
  key: 'resource' | 'containerResource' | 'pods' | 'external' | 'object'
  targets: readonly TargetType[]
}

/** The kinds of metrics that a horizontal pod autoscaler of Kubernetes knows. */
export const metricKinds: readonly MetricKind[] = [
  {
    value: 'Resource',
    label: 'CPU or memory of the pods',
    key: 'resource',
    targets: ['Utilization', 'AverageValue'],
  },
  {
    value: 'ContainerResource',
    label: 'CPU or memory of one container',
    key: 'containerResource',
    targets: ['Utilization', 'AverageValue'],
  },
  { value: 'Pods', label: 'A metric of the pods', key: 'pods', targets: ['AverageValue'] },
  {
    value: 'External',
    label: 'A metric from outside of Kubernetes',
    key: 'external',
    targets: ['AverageValue', 'Value'],
  },
  { value: 'Object', label: 'A metric of another object', key: 'object', targets: ['AverageValue', 'Value'] },
]

/** The kind of a metric; nothing for one that no field is made for. */
export const kindOfMetric = ({ type }: MetricSpec): MetricKind | undefined =>
  metricKinds.find(({ value }) => value === type)

const branch = (value: unknown): Tree => (isBranch(value) ? value : {})

/** What stands under the key of the metric's kind. */
export function metricBody(spec: MetricSpec): Tree {
  const kind = kindOfMetric(spec)
  return kind ? branch(spec[kind.key]) : {}
}

/** The metric with something of its body changed; `undefined` takes a key away, and so does an object without keys. */
export function withMetricBody(spec: MetricSpec, change: Tree): MetricSpec {
  const kind = kindOfMetric(spec)
  return kind ? { ...spec, [kind.key]: changed(metricBody(spec), change) } : spec
}

/** The metric with something changed in what names it, or the object that it is of. */
export function withMetricPart(
  spec: MetricSpec,
  part: 'metric' | 'describedObject',
  change: Tree,
): MetricSpec {
  return withMetricBody(spec, { [part]: changed(metricPart(spec, part), change) })
}

/** What names the metric, or the object that it is of. */
export const metricPart = (spec: MetricSpec, part: 'metric' | 'describedObject'): Tree =>
  branch(metricBody(spec)[part])

/** The metric as one of another kind. Name, container and target come along as far as that kind has them. */
export function withMetricKind(spec: MetricSpec, type: string): MetricSpec {
  const from = metricBody(spec)
  const to = metricKinds.find(({ value }) => value === type)
  if (!to) return { ...spec, type: type as MetricSpec['type'] }
  const isResource = to.key === 'resource' || to.key === 'containerResource'
  const name = from['name'] ?? branch(from['metric'])['name']
  const target = branch(from['target'])
  const keepsTarget = to.targets.some((one) => one === target['type'])
  const body = changed(
    {},
    {
      ...(isResource ? { name } : { metric: changed(branch(from['metric']), { name }) }),
      ...(to.key === 'containerResource' ? { container: from['container'] } : {}),
      target: keepsTarget ? target : { type: to.targets[0] },
    },
  )
  return { type: to.value, [to.key]: body }
}

const amountKeys: Record<TargetType, string> = {
  Utilization: 'averageUtilization',
  AverageValue: 'averageValue',
  Value: 'value',
}

const amountKey = (type: unknown): string | undefined =>
  typeof type === 'string' && type in amountKeys ? amountKeys[type as TargetType] : undefined

/** How the target is meant, how much it is, and the key of the target that says it. */
export function metricTarget(spec: MetricSpec): { type: unknown; amount: unknown; key?: string } {
  const target = branch(metricBody(spec)['target'])
  const key = amountKey(target['type'])
  return { type: target['type'], amount: key && target[key], key }
}

/** The metric with its target meant in another way; an amount of another unit is not taken along. */
export function withTargetType(spec: MetricSpec, type: string | undefined): MetricSpec {
  const { type: before, amount } = metricTarget(spec)
  const key = amountKey(type)
  const isSameUnit = (before === 'Utilization') === (type === 'Utilization')
  return withMetricBody(spec, {
    target: { type, ...(key && isSameUnit && amount != null && { [key]: amount }) },
  })
}

/** The metric with another amount as its target. */
export function withTargetAmount(spec: MetricSpec, amount: unknown): MetricSpec {
  const target = branch(metricBody(spec)['target'])
  const key = amountKey(target['type'])
  return key ? withMetricBody(spec, { target: changed(target, { [key]: amount }) }) : spec
}

/** The labels by which a metric is selected, one `name=value` a line. */
export const labelsText = (selector: unknown): string => valuesText(branch(selector)['matchLabels'])

/** The selector of a text; comparisons, which have no field, stay as they are in `before`. */
export function selectorOf(text: string, before: unknown): unknown {
  const selector = changed(branch(before), { matchLabels: valuesOf(text) })
  return Object.keys(selector).length > 0 ? selector : undefined
}

/** One line that says what is kept to. */
export function metricSummary(spec: MetricSpec): string {
  const { type, amount } = metricTarget(spec)
  const much = words(amount)
  const target = `${type === 'Value' ? '' : 'on average '}${much}${type === 'Utilization' ? ' %' : ''}`
  return [words(nameOfMetric(spec)), much && target].filter(Boolean).join(' · ')
}

const nameOfMetric = (spec: MetricSpec): unknown =>
  metricBody(spec)['name'] ?? metricPart(spec, 'metric')['name']

const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What is wrong with a metric that Kubernetes would refuse. */
export function metricProblem(
  spec: MetricSpec,
  place: 'name' | 'container' | 'amount' | 'object',
): string | undefined {
  const body = metricBody(spec)
  const isSet = (value: unknown) => value !== undefined && value !== null && value !== ''
  switch (place) {
    case 'name':
      return isSet(nameOfMetric(spec)) ? undefined : 'Enter its name'
    case 'container':
      return isSet(body['container']) ? undefined : 'Enter the container'
    case 'amount':
      return isSet(metricTarget(spec).amount) ? undefined : 'Enter how much'
    case 'object': {
      const { kind, name } = metricPart(spec, 'describedObject')
      return isSet(kind) && isSet(name) ? undefined : 'Enter kind and name of the object'
    }
  }
}

function changed(tree: Tree, change: Tree): Tree {
  const isGone = (value: unknown) =>
    value === undefined || (isBranch(value) && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries({ ...tree, ...change }).filter(([, value]) => !isGone(value)))
}
