import { finding, type Finding } from './finding'
import { triggersOf } from './parts'
import type { Subject } from './surroundings'

/** How many replicas: numbers that contradict each other. Judged after the server has filled in one bound from the other. */
export function replicas({ config, spec }: Subject): Finding[] {
  const { replicas: exact, minReplicas: min, maxReplicas: max } = spec
  const found: Finding[] = []
  if (typeof exact === 'number' && exact < 0)
    found.push(finding('replicas/negative', ['spec', 'replicas'], 'Replicas must not be negative'))
  if (typeof min === 'number') {
    const path = ['spec', 'minReplicas']
    if (min === 0 && typeof max !== 'number')
      found.push(
        finding(
          'replicas/max-missing',
          ['spec', 'maxReplicas'],
          'Max replicas must be set when min replicas is zero',
        ),
      )
    if (typeof max === 'number' && min > max)
      found.push(finding('replicas/order', path, 'Min replicas must be less than or equal to max replicas'))
    if (min < 0 && typeof config.spec.minReplicas === 'number')
      found.push(finding('replicas/negative', path, 'Min replicas must not be negative'))
  }
  if (typeof max === 'number' && max <= 0)
    found.push(finding('replicas/max', ['spec', 'maxReplicas'], 'Max replicas must be greater than zero'))
  return found
}

/** Only a call through an http trigger wakes a function that has no replica. */
export function scaleToZero({ spec }: Subject): Finding[] {
  if (spec.minReplicas !== 0 || typeof spec.replicas === 'number') return []
  if (triggersOf(spec).some(([, trigger]) => trigger.kind === 'http')) return []
  const words =
    'Function can not be scaling to zero without http trigger. Either enable default http trigger creation or create custom http trigger'
  return [finding('replicas/zero-without-http', ['spec', 'minReplicas'], words)]
}
