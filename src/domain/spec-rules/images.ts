import { isBranch, type Path } from '@/lib/tree'
import { finding, type Finding } from './finding'
import type { Subject } from './surroundings'

const hostPart = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const host = `(?:${hostPart}(?:\\.${hostPart})*|\\[[a-fA-F0-9:]+\\])(?::\\d+)?`
const pathPart = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const tag = '[\\w][\\w.-]{0,127}'
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}'
const reference = new RegExp(`^((?:${host}/)?${pathPart}(?:/${pathPart})*)(?::${tag})?(?:@${digest})?$`)
const nameLimit = 255

/** Whether a text can name an image or a registry, by the grammar of Docker. */
export function isImageReference(text: string): boolean {
  const name = reference.exec(text)?.[1]
  return name !== undefined && name.length <= nameLimit
}

const fields: [path: Path, words: string][] = [
  [['spec', 'image'], 'Spec.Image'],
  [['spec', 'runRegistry'], 'Spec.RunRegistry'],
  [['spec', 'build', 'image'], 'Spec.Build.Image'],
  [['spec', 'build', 'onbuildImage'], 'Spec.Build.OnbuildImage'],
  [['spec', 'build', 'registry'], 'Spec.Build.Registry'],
  [['spec', 'build', 'baseImageRegistry'], 'Spec.Build.BaseImageRegistry'],
]

export function images({ spec }: Subject): Finding[] {
  return fields.flatMap(([path, words]) => {
    const parent: unknown = path.length === 3 ? spec.build : spec
    const value = isBranch(parent) ? parent[path.at(-1) ?? ''] : undefined
    if (typeof value !== 'string' || value === '') return []
    return isImageReference(plain(value))
      ? []
      : [finding('images/reference', path, `Invalid ${words} passed`)]
  })
}

/** The documents' own samples end a registry in a slash; an onbuild image may leave its tag to the server. */
function plain(value: string): string {
  return value.replace(/\/$/, '').replaceAll(/\{\{\s*\.\w+\s*\}\}/g, 'x')
}
