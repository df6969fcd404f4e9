import type { FunctionConfig } from '@/api/generated/schema'
import { sameValue, setAt, valueAt, type Change } from '@/lib/tree'
import { decide } from './decide'
import { mergeConfigs } from './merge-configs'

/**
 * Makes changes that were made on another state, such as those of an undo. What else the same list or text holds by now
 * stays; where it is about the very same item or line, the change made now stands.
 */
export function reapplied(config: FunctionConfig, changes: readonly Change[]): FunctionConfig {
  return changes.reduce((at, { path, from, to }) => {
    if (sameValue(valueAt(at, path), from)) return setAt(at, path, to)
    const merge = mergeConfigs(setAt(at, path, from), at, setAt(at, path, to))
    const decisions = merge.clashes.map((clash) => ({ clash, choice: 'theirs' as const }))
    return decide(merge, decisions).merged
  }, config)
}
