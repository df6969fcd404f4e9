import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import type { FunctionActs } from '@/components/function-acts/function-menu'
import { lazyFunctionActs } from '@/components/function-acts/lazy-function-acts'
import type { FunctionSummary } from '@/domain/function-summary'
import { paths } from '@/domain/paths'

/** The acts of the row menus of a project's functions. */
export function useFunctionActs(
  { namespace, project }: ProjectRef,
  openDuplicate: (fn: FunctionSummary) => void,
): FunctionActs {
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  return useMemo(() => {
    const at = { namespace, project }
    return {
      ...lazyFunctionActs(queryClient, at),
      open: (fn) => void navigate(paths.functionCode({ ...at, name: fn.metadata.name })),
      duplicate: openDuplicate,
    }
  }, [namespace, project, queryClient, navigate, openDuplicate])
}
