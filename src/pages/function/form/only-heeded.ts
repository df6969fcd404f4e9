import { createContext, use } from 'react'
import { useWorkbench } from '../workbench'
import type { Setting } from '../settings'

/** What the section around has already said about all of its fields. */
export const SaidOnly = createContext<Setting['only']>(undefined)

/** The words when the platform at hand does not heed something; nothing when it does, or when they were said above. */
export function useOnlyNote(only: Setting['only']): string | undefined {
  const { platform } = useWorkbench()
  const said = use(SaidOnly)
  if (!only || only === said || !platform.platformKind || platform.platformKind === only) return undefined
  const where = only === 'kube' ? 'Kubernetes' : 'the local platform'
  return `Only ${where} heeds this; here it is kept and has no effect.`
}
