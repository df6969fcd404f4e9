import type { LoaderFunctionArgs } from 'react-router'
import { apiGatewayQuery } from '@/api/api-gateways'
import { functionsQuery } from '@/api/function-list-query'
import { queryClient } from '@/api/query-client'
import { orKnown } from '@/layouts/load'
import { routeGateway } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'
import { loadGateways } from './load-gateways'

export { GatewayPage as Component } from './GatewayPage'

export const handle: RouteHandle = { crumb: 'API gateway' }

/** Has the gateway and what it is judged by before the page is drawn; the functions to choose from come meanwhile. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const ref = await routeGateway(args)
  const gateway = apiGatewayQuery(ref)
  void queryClient.query({ ...functionsQuery(ref), staleTime: 10_000 }).catch(() => undefined)
  if (!(await loadGateways({ namespace: ref.namespace }))) return null
  await orKnown(gateway.queryKey, queryClient.query({ ...gateway, staleTime: 0 }))
  return null
}
