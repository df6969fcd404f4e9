import type { RouteHandle } from '@/layouts/page-title'

export { ConfigurationTab as Component } from './ConfigurationTab'

export const handle = { crumb: 'Configuration' } satisfies RouteHandle
