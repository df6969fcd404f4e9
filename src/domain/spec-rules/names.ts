import { isBranch } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { dnsLabelProblems, qualifiedNameProblems } from './kubernetes-names'
import type { Subject } from './surroundings'

const path = ['metadata', 'name']
const reservedNames = new Set(['dashboard', 'controller', 'dlx', 'scaler'])
/** The service of a function is called `nuclio-<name>` and may have 63 characters. */
const nameLimit = 56

/** The very first thing that is looked at, even before types are. */
export function missingName({ config }: Pick<Subject, 'config'>): Finding[] {
  if (!isBranch(config) || !isBranch(config.metadata ?? {}) || config.metadata?.name) return []
  return [finding('name/required', path, 'Function name must be provided in metadata')]
}

export function nameOfRequest({ config, surroundings: { act, requestName } }: Subject): Finding[] {
  if (act !== 'update' || requestName === undefined || config.metadata?.name === requestName) return []
  return [finding('name/of-request', path, 'Function name is different from request id')]
}

/** Nuclio lets more pass than Kubernetes, and a slash even breaks its list for everybody: those are refused as well. */
export function formOfName({ config }: Subject): Finding[] {
  const name: unknown = config.metadata?.name
  if (typeof name !== 'string' || name === '') return []
  const problems = qualifiedNameProblems(name)
  if (problems.length === 0) problems.push(...dnsLabelProblems(name))
  if (problems.length === 0 && name.length > nameLimit)
    problems.push(`must be no more than ${nameLimit} characters`)
  if (problems.length === 0) return []
  const words = `Function name doesn't conform to k8s naming convention. Errors: ${problems.join(', ')}`
  return [finding('name/form', path, words)]
}

export function reservedName({ config }: Subject): Finding[] {
  const name: unknown = config.metadata?.name
  if (typeof name !== 'string' || !reservedNames.has(name)) return []
  return [finding('name/reserved', path, `Function name ${name} is reserved and cannot be used.`, 412)]
}
