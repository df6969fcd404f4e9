import type { NuclioFunction } from '@/api/generated/schema'
import { projectOf } from './function-config'
import { failureOf } from './function-error'
import { ingressesOf } from './spec-rules/ingresses'
import type { UsedIngress } from './spec-rules/surroundings'
import { describeState, stateGroup, type StateDescription, type StateGroup } from './function-state'
import { summaryOf, type FunctionSummary } from './function-summary'
import { runtimeOf } from './runtimes'

/** What lists show of a function and ask of it: plain data, which can be sent between threads as JSON. */
export interface FunctionRow {
  name: string
  /** The project that it belongs to. */
  project: string
  description: string
  fn: FunctionSummary
  state: StateDescription
  group: StateGroup
  runtime: string
  runtimeFamily: string
  /** Kinds of its enabled triggers with how many there are of each, http first. */
  triggers: { kind: string; count: number }[]
  /** Configured replicas: a number or a range; one when nothing is said. */
  replicas: string
  /** When it was last built or deployed, milliseconds. */
  changedAt?: number
  /** Hosts and paths that lead to it, where there are any. */
  ingresses?: UsedIngress[]
}

function triggersOf(fn: NuclioFunction): FunctionRow['triggers'] {
  const counts = new Map<string, number>()
  for (const trigger of Object.values(fn.spec?.triggers ?? {}))
    if (trigger && !trigger.disabled)
      counts.set(trigger.kind ?? '', (counts.get(trigger.kind ?? '') ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => ({ kind: kind || 'unknown', count }))
    .sort((a, b) => Number(b.kind === 'http') - Number(a.kind === 'http') || (a.kind < b.kind ? -1 : 1))
}

function replicasOf({ spec }: NuclioFunction): string {
  const { replicas, minReplicas, maxReplicas } = spec ?? {}
  if (typeof replicas === 'number') return String(replicas)
  const min = minReplicas ?? maxReplicas
  const max = maxReplicas ?? minReplicas
  if (min == null || max == null) return '1'
  return min === max ? String(min) : `${min}–${max}`
}

function changedAt(fn: NuclioFunction): number | undefined {
  const built = (fn.spec?.build?.timestamp ?? 0) * 1000
  const told = fn.status?.logs?.at(-1)?.time
  const latest = Math.max(built, typeof told === 'number' ? told : 0)
  return latest > 0 ? latest : undefined
}

/** The row of a function. Ageing (how long a build takes, whether it is stuck) is for whoever draws it. */
export function functionRow(fn: NuclioFunction): FunctionRow {
  const state = describeState(fn, 0, 0)
  const reason = state.tone === 'bad' ? failureOf(fn)?.summary : undefined
  const description = fn.spec?.description ?? ''
  const name = fn.metadata?.name ?? ''
  const { label, family } = runtimeOf(fn.spec?.runtime)
  const triggers = triggersOf(fn)
  const at = changedAt(fn)
  const ingresses = ingressesOf(fn.spec)
  return {
    name,
    project: projectOf(fn),
    description,
    fn: summaryOf(fn),
    state: reason === undefined ? state : { ...state, reason },
    group: stateGroup(state),
    runtime: label,
    runtimeFamily: family || 'none',
    triggers,
    replicas: replicasOf(fn),
    ...(at === undefined ? {} : { changedAt: at }),
    ...(ingresses.length > 0 && { ingresses }),
  }
}
