import type { Volume } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import { changed } from './volume-rows'

type Body = NonNullable<Volume['volume']>

/** One source of a projected volume. */
export type ProjectedSource = NonNullable<NonNullable<Body['projected']>['sources']>[number]

/** One thing that a pod says of itself, as a file. */
export type PodFile = NonNullable<NonNullable<Body['downwardAPI']>['items']>[number]

export type SourceKind = 'secret' | 'configMap' | 'downwardAPI' | 'serviceAccountToken' | 'other'

/** What a projected volume can be made of. */
export const sourceKinds: readonly { value: Exclude<SourceKind, 'other'>; label: string }[] = [
  { value: 'secret', label: 'Secret' },
  { value: 'configMap', label: 'Config map' },
  { value: 'downwardAPI', label: 'Facts about the pod' },
  { value: 'serviceAccountToken', label: 'Token of the service account' },
]

/** The kind of a source; `other` for one that no field is made for. */
export const kindOfSource = (source: ProjectedSource): SourceKind =>
  sourceKinds.find(({ value }) => isBranch(source[value]))?.value ?? 'other'

/** What stands under the kind of a source. */
export function bodyOfSource(source: ProjectedSource): Record<string, unknown> {
  const kind = kindOfSource(source)
  const body = kind === 'other' ? undefined : source[kind]
  return isBranch(body) ? body : {}
}

/** A source of another kind; keys of a secret stay keys of a config map, and the other way round. */
export function withSourceKind(source: ProjectedSource, kind: SourceKind): ProjectedSource {
  const holdsKeys = (one: SourceKind) => one === 'secret' || one === 'configMap'
  const keeps = holdsKeys(kindOfSource(source)) && holdsKeys(kind)
  return { [kind]: keeps ? bodyOfSource(source) : {} }
}

/** The source with something of its body changed; `undefined` takes the key away. */
export function withSourceBody(source: ProjectedSource, change: Record<string, unknown>): ProjectedSource {
  return { ...source, [kindOfSource(source)]: changed(bodyOfSource(source), change) }
}

/** A line of a projected volume that says nothing yet. */
export const isBlankSource = (source: ProjectedSource): boolean =>
  kindOfSource(source) !== 'other' && Object.keys(bodyOfSource(source)).length === 0

/** Whether a file holds an amount of a container and not a field of the pod. */
export const isAmount = (file: PodFile): boolean => isBranch(file.resourceFieldRef)

/** The file with a field of the pod in it, or an amount of a container. */
export function withContent(file: PodFile, kind: 'field' | 'amount'): PodFile {
  const { path, mode } = file
  const content = kind === 'amount' ? { resourceFieldRef: {} } : { fieldRef: {} }
  return { ...changed({}, { path, mode }), ...content }
}

/** The file with something changed in what it holds; `undefined` takes the key away. */
export function withContentOf(file: PodFile, change: Record<string, unknown>): PodFile {
  const key = isAmount(file) ? 'resourceFieldRef' : 'fieldRef'
  return { ...file, [key]: changed(file[key] ?? {}, change) }
}

/** A line of files that says nothing yet. */
export function isBlankFile({ path, mode, fieldRef, resourceFieldRef }: PodFile): boolean {
  const held = { ...fieldRef, ...resourceFieldRef }
  return !path && mode === undefined && Object.keys(held).length === 0
}
