import type { RouteHandle } from '@/layouts/page-title'

export { YamlTab as Component } from './YamlTab'

export const handle = { crumb: 'YAML' } satisfies RouteHandle
