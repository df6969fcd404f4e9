import { describeState, isProvisioning } from './function-state'
import type { FunctionSummary } from './function-summary'

export type FunctionAction =
  'edit' | 'deploy' | 'delete' | 'forceDelete' | 'disable' | 'enable' | 'redeploy' | 'scaleToZero' | 'invoke'

type Rule = (fn: FunctionSummary) => string | undefined

const busy: Rule = (fn) => {
  if (!isProvisioning(fn.status?.state)) return undefined
  return fn.status?.state
    ? 'Wait until the deploy has ended'
    : 'The server has not said yet what state it is in'
}

const isDisabled = (fn: FunctionSummary): boolean => fn.spec?.disable === true && fn.status?.state === 'ready'

const usedByGateways: Rule = (fn) => {
  const gateways = fn.status?.apiGateways ?? []
  if (gateways.length === 0) return undefined
  return gateways.length === 1
    ? `The API gateway ${gateways[0]} uses it`
    : `${gateways.length} API gateways use it: ${gateways.slice(0, 3).join(', ')}`
}

// Nuclio 1.14: what PUT, PATCH and DELETE refuse in which state (400, 412 and 500 answers), and where they are accepted
// without effect. Every button, menu, shortcut and bulk action asks this table and no other.
const rules: Record<FunctionAction, readonly Rule[]> = {
  edit: [],
  deploy: [busy],
  delete: [
    (fn) => busy(fn) && 'A deploy is in progress; wait until it has ended, or force the deletion',
    usedByGateways,
  ],
  forceDelete: [(fn) => (busy(fn) ? undefined : 'Only needed while a deploy is in progress')],
  disable: [
    busy,
    (fn) => (isDisabled(fn) ? 'It is disabled already' : undefined),
    (fn) => (fn.status?.state === 'imported' ? 'It was never deployed' : undefined),
    usedByGateways,
  ],
  enable: [busy, (fn) => (fn.spec?.disable ? undefined : 'It is enabled already')],
  redeploy: [
    busy,
    (fn) => (fn.spec?.disable ? 'It is disabled; enable it instead' : undefined),
    (fn) => (fn.spec?.image ? undefined : 'It was never built; build and deploy it'),
  ],
  scaleToZero: [
    busy,
    (fn) => (fn.spec?.disable ? 'It is disabled' : undefined),
    (fn) => (fn.status?.state === 'scaledToZero' ? 'It is scaled to zero already' : undefined),
    (fn) => (fn.status?.state === 'ready' ? undefined : 'Only a ready function can be scaled to zero'),
    (fn) => (fn.spec?.minReplicas === 0 ? undefined : 'Its minimum of replicas must be 0'),
  ],
  invoke: [
    (fn) => {
      const { key } = describeState(fn, 0)
      // What wakes up holds its requests until it is there.
      if (key === 'ready' || key === 'scaled-to-zero' || key === 'waking') return undefined
      if (key === 'disabled') return 'It is disabled; enable it first'
      if (key === 'error' || key === 'unhealthy') return 'It is not running; deploy it first'
      if (key === 'imported' || key === 'not-deployed') return 'It was never deployed'
      if (key === 'scaling-to-zero') return 'Wait until it is scaled to zero'
      return 'Wait until the deploy has ended'
    },
    (fn) =>
      fn.status?.state === 'scaledToZero' && fn.spec?.disable ? 'It is disabled; enable it first' : undefined,
  ],
}

/** What a platform cannot do at all, whatever the function. */
export interface PlatformLimits {
  scalesToZero?: boolean
}

/**
 * Why an action may not be done to a function in its present state; nothing when it may. What the platform can do is
 * taken for granted unless it is said.
 */
export function whyNot(
  action: FunctionAction,
  fn: FunctionSummary,
  platform: PlatformLimits = {},
): string | undefined {
  if (action === 'scaleToZero' && platform.scalesToZero === false)
    return 'This platform does not scale to zero'
  for (const rule of rules[action]) {
    const reason = rule(fn)
    if (reason) return reason
  }
  return undefined
}
