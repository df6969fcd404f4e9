import { stringify } from 'yaml'

/** How YAML is written: long lines stay whole, what YAML 1.1 would read as another type is quoted, and nothing is an anchor. */
const writing = { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false } as const

/** A value as YAML. */
export function writeYaml(value: unknown, options: { sortMapEntries?: boolean } = {}): string {
  return stringify(value, { ...writing, ...options })
}
