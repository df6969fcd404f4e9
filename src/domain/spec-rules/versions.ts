import { isProvisioning } from '@/domain/function-state'
import { isBranch } from '@/lib/tree'
import { finding, type Finding } from './finding'
import type { Subject } from './surroundings'

/** Names that are taken, versions that somebody else has passed, and functions that may not be changed just now. */
export function standing({ config, surroundings: { act, existing } }: Subject): Finding[] {
  if (!existing) return []
  if (act === 'create') {
    const words = 'Cannot create two functions with the same name'
    return [finding('name/taken', ['metadata', 'name'], words, 409)]
  }
  const found: Finding[] = []
  const version = config.metadata?.resourceVersion
  if (version && version !== existing.resourceVersion) {
    const words = 'Function resource version is stale'
    found.push(finding('version/stale', ['metadata', 'resourceVersion'], words, 409))
  }
  if (existing.state !== undefined && isProvisioning(existing.state || undefined)) {
    const words = 'Function cannot be updated when existing function is being provisioned'
    found.push(finding('version/provisioning', [], words, 412))
  }
  return found
}

/** What cannot be made of a function that is not there, or not deployed. */
export function beginnings({ config, spec, surroundings: { existing } }: Subject): Finding[] {
  if (existing === undefined) return []
  if (existing === null) {
    if (!isBranch(spec.build) || spec.build.mode !== 'neverBuild') return []
    const words = 'Non existing function cannot be created with neverBuild mode'
    return [finding('build/never-built', ['spec', 'build', 'mode'], words)]
  }
  if (config.spec.disable !== true) return []
  const path = ['spec', 'disable']
  const found: Finding[] = []
  if (existing.apiGateways?.length) {
    found.push(finding('disable/gateway', path, 'Cannot disable function while used by an API gateway'))
  }
  if (existing.state === 'imported') {
    const words = 'Failed to disable function: non-deployed functions cannot be disabled'
    found.push(finding('disable/not-deployed', path, words, 412))
  }
  return found
}
