import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import { notifyError } from '@/components/notify'
import type { FunctionSummary } from '@/domain/function-summary'
import { paths } from '@/domain/paths'
import type { functionActs } from './function-acts'
import type { FunctionActs } from './row-actions'

/** The acts of the row menus of a project's functions. What they need is loaded with the first of them. */
export function useFunctionActs(
  { namespace, project }: ProjectRef,
  openDuplicate: (fn: FunctionSummary) => void,
): FunctionActs {
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  return useMemo(() => {
    const at = { namespace, project }
    const run = (act: (acts: ReturnType<typeof functionActs>) => void): void => {
      import('./function-acts').then(
        (module) => act(module.functionActs(queryClient, at)),
        (error: unknown) => notifyError('Nothing was done: a part of this page could not be loaded', error),
      )
    }
    return {
      open: (fn) => void navigate(paths.functionCode({ ...at, name: fn.metadata.name })),
      duplicate: openDuplicate,
      redeploy: (fn) => run((acts) => acts.redeploy(fn)),
      rebuild: (fn) => run((acts) => acts.rebuild(fn)),
      setDisabled: (fn, disable) => run((acts) => acts.setDisabled(fn, disable)),
      scaleToZero: (fn) => run((acts) => acts.scaleToZero(fn)),
      exportYaml: (fn) => run((acts) => acts.exportYaml(fn)),
      remove: (fn) => run((acts) => acts.remove(fn)),
      forceRemove: (fn) => run((acts) => acts.forceRemove(fn)),
    }
  }, [namespace, project, queryClient, navigate, openDuplicate])
}
