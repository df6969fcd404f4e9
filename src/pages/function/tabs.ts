import type { FunctionRef } from '@/api/functions'
import { paths } from '@/domain/paths'

interface Tab {
  label: string
  /** The part of the address after the function. */
  segment: 'code' | 'console' | 'configuration' | 'triggers' | 'yaml' | 'logs' | 'deploys'
}

/** The tabs of a function, in their order. */
export const tabs: readonly Tab[] = [
  { label: 'Code', segment: 'code' },
  { label: 'Console', segment: 'console' },
  { label: 'Configuration', segment: 'configuration' },
  { label: 'Triggers', segment: 'triggers' },
  { label: 'YAML', segment: 'yaml' },
  { label: 'Logs', segment: 'logs' },
  { label: 'Deploys', segment: 'deploys' },
]

/** Address of one tab; `fragment` names a field of it. */
export function tabPath(ref: FunctionRef, { segment }: Pick<Tab, 'segment'>, fragment?: string): string {
  return paths.functionTab(ref, segment) + (fragment ? `#${encodeURIComponent(fragment)}` : '')
}
