import type { RouteHandle } from '@/layouts/page-title'

export { ReviewTab as Component } from './ReviewTab'

export const handle = { crumb: 'Review' } satisfies RouteHandle
