import { createContext, use } from 'react'
import type { DeployPlan } from './deploy-plan'
import type { DeployHistory } from './use-deploy-history'

/** What a deploy of the draft will be, and what became of the earlier ones. */
export interface Deploys {
  plan: DeployPlan
  history: DeployHistory
  /** Why the draft cannot be deployed now. */
  whyNot?: string
  /** The same without what the server is expected to refuse: a person may let it decide. */
  whyNotAtAll?: string
  forceDelete: () => void
}

export const DeploysContext = createContext<Deploys | undefined>(undefined)

export function useDeploys(): Deploys {
  const deploys = use(DeploysContext)
  if (!deploys) throw new Error('A part of a function’s page was drawn outside of it')
  return deploys
}
