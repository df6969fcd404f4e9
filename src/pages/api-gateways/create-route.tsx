import type { LoaderFunctionArgs } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { queryClient } from '@/api/query-client'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'
import { loadGateways } from './load-gateways'

export { CreateGatewayPage as Component } from './CreateGatewayPage'

export const handle: RouteHandle = { crumb: 'New API gateway' }

/** Has the gateways whose names and places are taken; the functions to choose from come meanwhile. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const at = await routeProject(args)
  void queryClient.query({ ...functionsQuery(at), staleTime: 10_000 }).catch(() => undefined)
  await loadGateways({ namespace: at.namespace })
  return null
}
