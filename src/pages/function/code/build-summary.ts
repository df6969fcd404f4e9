import type { FunctionSpec } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** What is set of the build, in one line for the closed section. */
export function buildSummary({ build = {}, runRegistry }: FunctionSpec): string {
  const registries = [build.registry, build.baseImageRegistry, runRegistry].filter(Boolean).length
  const commands = Array.isArray(build.commands) ? build.commands.length : 0
  const dependencies = Array.isArray(build.dependencies) ? build.dependencies.length : 0
  const parts = [
    commands > 0 && counted(commands, 'command'),
    dependencies > 0 && counted(dependencies, 'dependency', 'dependencies'),
    build.baseImage && `on ${build.baseImage}`,
    build.image && `as ${build.image}`,
    registries > 0 && counted(registries, 'registry', 'registries'),
    build.noCache && 'no cache',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : 'as usual'
}

/** What a server puts before the names of images, by its pattern; nothing when it has none, or one that is not known here. */
export function imagePrefix(
  template: string | undefined,
  { project, name }: { project: string; name: string },
): string | undefined {
  const filled = (template ?? '')
    .replace(/\{\{\s*\.ProjectName\s*\}\}/g, project)
    .replace(/\{\{\s*\.FunctionName\s*\}\}/g, name)
  return filled === '' || filled.includes('{{') ? undefined : filled
}

/** Options of the runtime that no field shows, named by where they stand. */
export function otherAttributes(spec: FunctionSpec): string[] {
  const keysOf = (value: unknown, shown: string[]) =>
    isBranch(value) ? Object.keys(value).filter((key) => !shown.includes(key)) : []
  return [
    ...keysOf(spec.build?.runtimeAttributes, ['repositories']).map((key) => `build.runtimeAttributes.${key}`),
    ...keysOf(spec.runtimeAttributes, ['jvmOptions', 'arguments', 'responseHeaders']).map(
      (key) => `runtimeAttributes.${key}`,
    ),
  ]
}
