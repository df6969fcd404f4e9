import { describe, expect, it } from 'vitest'
import type { MetricSpec } from '@/api/generated/schema'
import {
  labelsText,
  metricKinds,
  metricProblem,
  metricSummary,
  selectorOf,
  withMetricBody,
  withMetricKind,
  withTargetAmount,
  withTargetType,
} from './metric-rows'

const cpu: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } },
}
const queue: MetricSpec = {
  type: 'External',
  external: {
    metric: { name: 'waiting', selector: { matchLabels: { queue: 'a' } } },
    target: { type: 'AverageValue', averageValue: '5' },
  },
}

describe('a Kubernetes metric', () => {
  it('takes its name and its target along to another kind, as far as that has them', () => {
    expect(withMetricKind(cpu, 'ContainerResource')).toEqual({
      type: 'ContainerResource',
      containerResource: cpu.resource,
    })
    expect(withMetricKind(queue, 'Pods')).toEqual({ type: 'Pods', pods: queue.external })
    expect(withMetricKind(cpu, 'Pods')).toEqual({
      type: 'Pods',
      pods: { metric: { name: 'cpu' }, target: { type: 'AverageValue' } },
    })
  })

  it.each(metricKinds.map(({ value }) => value))('is of one kind only, as %s', (type) => {
    expect(Object.keys(withMetricKind(queue, type))).toHaveLength(2)
  })

  it('has its amount under the key that goes with the way it is meant', () => {
    const value = withTargetType(queue, 'Value')
    expect(value.external?.target).toEqual({ type: 'Value', value: '5' })
    expect(withTargetAmount(value, '7').external?.target).toEqual({ type: 'Value', value: '7' })
    // A percentage is no amount of memory.
    expect(withTargetType(cpu, 'AverageValue').resource?.target).toEqual({ type: 'AverageValue' })
  })

  it('keeps what no field is made for', () => {
    const strange = { ...cpu, resource: { ...cpu.resource, own: 1 } } as MetricSpec
    expect(withMetricBody(strange, { name: 'memory' }).resource).toMatchObject({ name: 'memory', own: 1 })
    const selector = { matchLabels: { a: '1' }, matchExpressions: [{ key: 'b', operator: 'Exists' }] }
    expect(selectorOf('', selector)).toEqual({ matchExpressions: selector.matchExpressions })
    expect(withMetricBody({ type: 'New' as 'Pods' }, { name: 'x' })).toEqual({ type: 'New' })
  })

  it('is selected by labels as text', () => {
    expect(labelsText({ matchLabels: { a: '1', b: 'x=y' } })).toBe('a=1\nb=x=y')
    expect(selectorOf('a = 1\n\nb=x=y', undefined)).toEqual({ matchLabels: { a: '1', b: 'x=y' } })
    expect(selectorOf(' \n', undefined)).toBeUndefined()
  })

  it('says in a line what is kept to, and what is missing', () => {
    expect(metricSummary(cpu)).toBe('cpu · on average 60 %')
    expect(metricSummary(queue)).toBe('waiting · on average 5')
    expect(metricProblem(cpu, 'amount')).toBeUndefined()
    expect(metricProblem(withTargetAmount(cpu, undefined), 'amount')).toBe('Enter how much')
    const object = withMetricKind(queue, 'Object')
    expect(metricProblem(object, 'object')).toBe('Enter kind and name of the object')
    expect(metricProblem(withMetricKind(cpu, 'ContainerResource'), 'container')).toBe('Enter the container')
  })
})
