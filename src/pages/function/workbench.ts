import { createContext, use } from 'react'
import type { FunctionRef } from '@/api/functions'
import type { FrontendSpec, NuclioFunction } from '@/api/generated/schema'
import type { Finding } from '@/domain/spec-rules/finding'
import type { DeployControl } from './deploy/use-deploy'
import type { DraftControl } from './draft/use-draft'

/** What every tab of a function works on. */
export interface Workbench {
  ref: FunctionRef
  /** Names the server for what is kept in the browser. */
  server: string
  /** As the server has it; what a person edits is in the draft. */
  fn: NuclioFunction
  /** It was deleted on the server while the page was open. */
  isGone: boolean
  control: DraftControl
  deploying: DeployControl
  /** What the platform can do, and its defaults. */
  platform: FrontendSpec
  /** What the server would refuse of the draft, in the order of its checks. */
  findings: readonly Finding[]
  /** Shows what a function.yaml would change, before it takes the place of the draft. */
  openFile: (file: File) => void
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined)

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext)
  if (!workbench) throw new Error('A tab of a function was drawn outside of its page')
  return workbench
}
