import type { RouteHandle } from '@/layouts/page-title'

export { LogsTab as Component } from './LogsTab'

export const handle = { crumb: 'Logs' } satisfies RouteHandle
