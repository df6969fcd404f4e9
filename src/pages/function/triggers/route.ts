import type { RouteHandle } from '@/layouts/page-title'

export { TriggersTab as Component } from './TriggersTab'

export const handle = { crumb: 'Triggers' } satisfies RouteHandle
