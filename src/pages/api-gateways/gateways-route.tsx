import type { LoaderFunctionArgs } from 'react-router'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'
import { loadGateways } from './load-gateways'

export { GatewaysPage as Component } from './GatewaysPage'

export const handle: RouteHandle = { crumb: 'API gateways' }

/** Has the gateways before the page is drawn. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  await loadGateways(await routeProject(args))
  return null
}
