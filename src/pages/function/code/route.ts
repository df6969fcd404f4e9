import type { RouteHandle } from '@/layouts/page-title'

export { CodeTab as Component } from './CodeTab'

export const handle = { crumb: 'Code' } satisfies RouteHandle
