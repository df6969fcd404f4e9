import type { LoaderFunctionArgs } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { queryClient } from '@/api/query-client'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'

export { FunctionsPage as Component } from './FunctionsPage'

export const handle: RouteHandle = { crumb: 'Functions' }

/** Has the functions before the page is drawn. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  await queryClient.query({ ...functionsQuery(await routeProject(args)), staleTime: 2_000 })
  return null
}
