import type { RouteHandle } from '@/layouts/page-title'

export { DeploysTab as Component } from './DeploysTab'

export const handle = { crumb: 'Deploys' } satisfies RouteHandle
