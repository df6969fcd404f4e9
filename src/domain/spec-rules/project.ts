import { defaultProject, projectLabel } from '@/domain/function-config'
import { finding, type Finding } from './finding'
import type { Subject } from './surroundings'

export function project({ config, surroundings: { projects } }: Subject): Finding[] {
  const name = config.metadata?.labels?.[projectLabel] || defaultProject
  if (!projects || projects.has(name)) return []
  return [finding('project/exists', ['metadata', 'labels', projectLabel], 'Project does not exist', 412)]
}
