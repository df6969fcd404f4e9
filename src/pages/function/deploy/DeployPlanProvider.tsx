import type { ReactNode } from 'react'
import { DeploysContext } from './deploy-context'
import { useDeployPlan, type DeployPlanGiven } from './use-deploy-plan'

interface DeployPlanProviderProps extends DeployPlanGiven {
  forceDelete: () => void
  children: ReactNode
}

/**
 * Gives the parts of a function's page what a deploy would do. A component of its own, because the plan comes after the key that
 * changes it: only who reads the plan is drawn again for it, and no form.
 */
export function DeployPlanProvider({ forceDelete, children, ...given }: DeployPlanProviderProps) {
  const plan = useDeployPlan(given)
  return <DeploysContext value={{ ...plan, history: given.history, forceDelete }}>{children}</DeploysContext>
}
