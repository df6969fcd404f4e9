import type { RouteHandle } from '@/layouts/page-title'

export { ConsoleTab as Component } from './ConsoleTab'

export const handle = { crumb: 'Console' } satisfies RouteHandle
