import type { FunctionSpec } from '@/api/generated/schema'
import { finding, type Finding } from './finding'
import { itemsOf } from './parts'
import type { Subject } from './surroundings'

type Metric = NonNullable<FunctionSpec['autoScaleMetrics']>[number]

const kinds = new Set<string>(['Resource', 'Pods', 'External', 'Object', 'ContainerResource'])

export function autoscaleMetrics({ spec }: Subject): Finding[] {
  return itemsOf(spec.autoScaleMetrics).flatMap(([index, metric]) => {
    const [field, problem] = problemOf(metric) ?? []
    if (!field) return []
    const words = `Auto scale metric ${problem} - ${asGoShows(metric)}`
    return [finding('autoscale/metric', ['spec', 'autoScaleMetrics', String(index), field], words)]
  })
}

function problemOf({ metricName, sourceType, threshold }: Metric): [keyof Metric, string] | undefined {
  if (!metricName) return ['metricName', 'name is missing']
  if (!sourceType) return ['sourceType', 'kind is missing']
  if (!kinds.has(sourceType)) return ['sourceType', 'kind is invalid']
  if (!threshold) return ['threshold', 'value is missing']
  if (threshold < 0) return ['threshold', 'value must be positive']
  return undefined
}

function asGoShows({ metricName, windowSize, threshold, sourceType, displayType }: Metric): string {
  return `{{${metricName ?? ''} ${windowSize ?? ''} ${threshold ?? 0}} ${sourceType ?? ''} ${displayType ?? ''}}`
}
