import type { LoaderFunctionArgs } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { queryClient } from '@/api/query-client'
import { orKnown } from '@/layouts/load'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'

export { FunctionsPage as Component } from './FunctionsPage'

export const handle: RouteHandle = { crumb: 'Functions' }

/** Has the functions before the page is drawn. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const functions = functionsQuery(await routeProject(args))
  await orKnown(functions.queryKey, queryClient.query({ ...functions, staleTime: 2_000 }))
  return null
}
