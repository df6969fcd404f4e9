import { finding, type Finding } from './finding'
import type { Subject } from './surroundings'

/** On Kubernetes the platform fills in its default class; on one machine an empty name has to be in the list as well. */
export function priorityClass({ spec, surroundings }: Subject): Finding[] {
  const valid = surroundings.priorityClasses ?? []
  const name: unknown = spec.priorityClassName ?? ''
  if (valid.length === 0 || typeof name !== 'string' || valid.includes(name)) return []
  if (name === '' && surroundings.platformKind !== 'local') return []
  const words = `Priority class name \`${name}\` is not in valid priority class names list: [${valid.join(', ')}]`
  return [finding('priority-class/valid', ['spec', 'priorityClassName'], words)]
}
