import type { RouteHandle } from '@/layouts/page-title'

export { ConflictTab as Component } from './ConflictTab'

export const handle = { crumb: 'Conflict' } satisfies RouteHandle
