import { useDeferredValue, useMemo, useState } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'
import { isProvisioning } from '@/domain/function-state'
import type { Finding } from '@/domain/spec-rules/finding'
import type { Deploys } from './deploy-context'
import { isLastUnbuilt } from './deploy-history'
import { isStoredUnbuilt, planDeploy } from './deploy-plan'
import type { Draft } from '../draft/draft'
import type { DeployHistory } from './use-deploy-history'
import { whyNotDeploy } from './why-not-deploy'

/** What the plan of a deploy depends on. */
export interface DeployPlanGiven {
  fn: NuclioFunction
  isGone: boolean
  draft: Draft
  findings: readonly Finding[]
  history: DeployHistory
}

/** What a deploy of the draft will be, and why there can be none now. The plan comes a moment after the key that changes it. */
export function useDeployPlan(given: DeployPlanGiven): Pick<Deploys, 'plan' | 'whyNot' | 'whyNotAtAll'> {
  const { fn, isGone, draft, findings, history } = given
  const config = useDeferredValue(draft.config)
  const isLeftUnbuilt = useLeftUnbuilt(fn)
  const isUnbuilt = isLeftUnbuilt || isLastUnbuilt(history.entries)
  const plan = useMemo(() => planDeploy(fn, config, isUnbuilt), [fn, config, isUnbuilt])
  const gone = isGone ? 'The function is deleted; create it again' : undefined
  return {
    plan,
    whyNot: gone ?? whyNotDeploy(draft, findings, fn),
    whyNotAtAll: gone ?? whyNotDeploy(draft, [], fn),
  }
}

/** Whether someone stored what needs a new image while this page was open, and no build has followed. */
function useLeftUnbuilt(fn: NuclioFunction): boolean {
  const [seen, setSeen] = useState({ fn, isUnbuilt: false })
  // Until a deploy has ended, its build may be still to come.
  if (seen.fn === fn || isProvisioning(fn.status.state)) return seen.isUnbuilt
  const builtAt = fn.spec.build?.timestamp
  const isSameBuild = builtAt !== undefined && builtAt === seen.fn.spec.build?.timestamp
  const isUnbuilt = isSameBuild && (seen.isUnbuilt || isStoredUnbuilt(seen.fn, fn))
  setSeen({ fn, isUnbuilt })
  return isUnbuilt
}
