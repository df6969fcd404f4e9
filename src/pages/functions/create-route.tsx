import type { LoaderFunctionArgs } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'

export { CreateFunctionPage as Component } from './CreateFunctionPage'

export const handle: RouteHandle = { crumb: 'New function' }

/** Starts asking for what the form checks against; the form itself waits for nothing. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const at = await routeProject(args)
  for (const asked of [
    queryClient.query({ ...functionsQuery(at), staleTime: 10_000 }),
    queryClient.query({ ...serverQuery(), staleTime: 'static' as const }),
  ])
    void asked.catch(() => undefined)
  return null
}
