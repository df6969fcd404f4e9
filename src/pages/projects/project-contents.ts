import type { ApiGateway } from '@/api/generated/schema'
import { defaultProject, projectLabel } from '@/domain/function-config'
import type { FunctionRow } from '@/domain/function-rows'

/** What deleting a project would have to take with it. */
export interface ProjectContents {
  functions: string[]
  gateways: string[]
}

/** What belongs to a project. Lists of API gateways come for the whole namespace, so those are filtered here. */
export function projectContents(
  project: string,
  functions: readonly Pick<FunctionRow, 'name' | 'project'>[],
  gateways: readonly ApiGateway[],
): ProjectContents {
  return {
    functions: functions.filter((row) => row.project === project).map(({ name }) => name),
    gateways: gateways
      .filter(({ metadata }) => (metadata.labels?.[projectLabel] ?? defaultProject) === project)
      .map(({ metadata }) => metadata.name),
  }
}

const shown = 5

function some(names: readonly string[], one: string, many: string): string | undefined {
  if (names.length === 0) return undefined
  const rest = names.length > shown ? ` and ${names.length - shown} more` : ''
  return `${names.length} ${names.length === 1 ? one : many}: ${names.slice(0, shown).join(', ')}${rest}`
}

/** The contents in words, one line for each kind that there is; empty for an empty project. */
export function contentsInWords({ functions, gateways }: ProjectContents): string[] {
  const lines = [some(functions, 'function', 'functions'), some(gateways, 'API gateway', 'API gateways')]
  return lines.filter((line) => line !== undefined)
}

/** Why a project cannot be deleted at all, or nothing. */
export function whyNotDeleteProject(name: string): string | undefined {
  if (name !== defaultProject) return undefined
  return 'Nuclio keeps this one: functions without a project belong to it'
}
