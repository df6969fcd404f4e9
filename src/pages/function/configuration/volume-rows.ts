import type { Volume } from '@/api/generated/schema'
import { isBranch, sameValue } from '@/lib/tree'
import { without } from '@/lib/without'

export type VolumeKind =
  | 'hostPath'
  | 'secret'
  | 'configMap'
  | 'persistentVolumeClaim'
  | 'emptyDir'
  | 'flexVolume'
  | 'nfs'
  | 'csi'
  | 'downwardAPI'
  | 'projected'
  | 'other'

type VolumeSource = NonNullable<Volume['volume']>

/** The kinds that have fields, with their names. `other` is any further kind of Kubernetes, as YAML. */
export const volumeKinds: readonly { value: VolumeKind; label: string }[] = [
  { value: 'hostPath', label: 'Host path' },
  { value: 'secret', label: 'Secret' },
  { value: 'configMap', label: 'Config map' },
  { value: 'persistentVolumeClaim', label: 'Persistent volume claim' },
  { value: 'emptyDir', label: 'Empty folder' },
  { value: 'flexVolume', label: 'V3IO' },
  { value: 'nfs', label: 'NFS' },
  { value: 'csi', label: 'CSI driver' },
  { value: 'downwardAPI', label: 'Facts about the pod' },
  { value: 'projected', label: 'Several sources' },
  { value: 'other', label: 'Another kind' },
]

const v3ioDriver = 'v3io/fuse'

/** The kind of a volume; a flexVolume of another driver than v3io has no fields. */
export function kindOfVolume({ volume }: Volume): VolumeKind {
  const found = volumeKinds.find(({ value }) => isBranch(volume) && isBranch(sourceAt(volume, value)))?.value
  if (found === 'flexVolume' && volume?.flexVolume?.driver !== v3ioDriver) return 'other'
  return found ?? 'other'
}

const sourceAt = (volume: VolumeSource, kind: VolumeKind): unknown =>
  (volume as Record<string, unknown>)[kind]

/** The body of the kind, for its fields. */
export function sourceOf(item: Volume): Record<string, unknown> {
  const source = item.volume && sourceAt(item.volume, kindOfVolume(item))
  return isBranch(source) ? source : {}
}

/** A volume of another kind under the same name. */
export function withVolumeKind(item: Volume, kind: VolumeKind): Volume {
  const name = item.volume?.name
  const bodies: Record<VolumeKind, object> = {
    hostPath: { hostPath: {} },
    secret: { secret: {} },
    configMap: { configMap: {} },
    persistentVolumeClaim: { persistentVolumeClaim: {} },
    emptyDir: { emptyDir: {} },
    flexVolume: { flexVolume: { driver: v3ioDriver, options: {} } },
    nfs: { nfs: {} },
    csi: { csi: {} },
    downwardAPI: { downwardAPI: {} },
    projected: { projected: {} },
    other: {},
  }
  return { ...item, volume: { ...(name === undefined ? {} : { name }), ...bodies[kind] } }
}

/** The volume with something of its body changed; `undefined` takes the key away. */
export function withSource(item: Volume, change: Record<string, unknown>): Volume {
  const kind = kindOfVolume(item)
  return { ...item, volume: { ...item.volume, [kind]: changed(sourceOf(item), change) } }
}

/** A v3io volume with one of the driver's options changed. */
export function withOption(item: Volume, option: string, value: string | undefined): Volume {
  const options = sourceOf(item)['options']
  return withSource(item, { options: changed(isBranch(options) ? options : {}, { [option]: value }) })
}

/** The mount with something changed; `undefined` takes the key away. */
export function withMount(item: Volume, change: Record<string, unknown>): Volume {
  return { ...item, volumeMount: changed(item.volumeMount ?? {}, change) }
}

/** An object with something changed; `undefined` takes a key away. */
export function changed(tree: object, change: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...tree, ...change }).filter(([, value]) => value !== undefined))
}

/** Volume and mount by one name; the server wants them to be the same. */
export function withVolumeName(item: Volume, name: string): Volume {
  return { ...item, volume: { ...item.volume, name }, volumeMount: { ...item.volumeMount, name } }
}

export const nameOfVolume = ({ volume, volumeMount }: Volume): string =>
  volume?.name ?? volumeMount?.name ?? ''

/** What stands beside the name to make up the body of a volume of any kind. */
export function volumeBody({ volume }: Volume): object {
  return without(volume ?? {}, 'name')
}

/** The volume by its name with another body. */
export function withVolumeBody(item: Volume, body: unknown): Volume {
  const name = item.volume?.name
  return { ...item, volume: { ...(name === undefined ? {} : { name }), ...(isBranch(body) ? body : {}) } }
}

/**
 * The list after one line was changed. Lines that mount the same volume show it the same: a change of the volume, its name
 * included, goes to all of them.
 */
export function withVolume(items: readonly Volume[], index: number, next: Volume): Volume[] {
  const before = items[index]
  const name = before && nameOfVolume(before)
  const isSame = (item: Volume) =>
    before !== undefined &&
    name !== '' &&
    nameOfVolume(item) === name &&
    sameValue(item.volume, before.volume)
  return items.map((item, at) => {
    if (at === index) return next
    if (!isSame(item)) return item
    return { volume: next.volume, volumeMount: { ...item.volumeMount, name: next.volumeMount?.name } }
  })
}

/** The same volume once more, to be mounted elsewhere; right behind it. */
export function withFurtherMount(items: readonly Volume[], index: number): Volume[] {
  const item = items[index]
  if (!item) return [...items]
  const again: Volume = { volume: item.volume, volumeMount: { name: nameOfVolume(item), mountPath: '' } }
  return [...items.slice(0, index + 1), again, ...items.slice(index + 1)]
}

const nameRule = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

/** What is wrong with the name of a volume by itself. */
export function volumeNameProblem(item: Volume): string | undefined {
  const name = nameOfVolume(item)
  if (name === '') return 'Enter a name'
  if (name.length > 63) return `Use at most 63 characters; this name has ${name.length}`
  return nameRule.test(name)
    ? undefined
    : 'Use a–z, 0–9 and hyphens, and begin and end with a letter or a digit'
}

/** What is wrong with where one line is mounted, among all of them. */
export function mountPathProblem(items: readonly Volume[], index: number): string | undefined {
  const path = items[index]?.volumeMount?.mountPath ?? ''
  if (path === '') return 'Enter the path in the container'
  if (path.includes(':')) return 'Leave out “:”'
  const first = items.findIndex((item) => item.volumeMount?.mountPath === path)
  return first === index ? undefined : 'Something is mounted here already'
}

/** One line that says what is mounted where. */
export function volumeSummary(item: Volume): string {
  const kind = kindOfVolume(item)
  const source = sourceOf(item)
  const options = source['options']
  const what = {
    hostPath: source['path'],
    secret: source['secretName'],
    configMap: source['name'],
    persistentVolumeClaim: source['claimName'],
    emptyDir: source['medium'],
    flexVolume: isBranch(options) ? options['container'] : undefined,
    nfs: source['server'],
    csi: source['driver'],
    downwardAPI: undefined,
    projected: undefined,
    other: Object.keys(volumeBody(item))[0],
  }[kind]
  const label = volumeKinds.find(({ value }) => value === kind)?.label ?? ''
  const { mountPath, readOnly, subPath } = item.volumeMount ?? {}
  const to = `${mountPath ?? '?'}${subPath ? ` (only ${subPath})` : ''}`
  return `${label.toLowerCase()}${typeof what === 'string' && what ? ` ${what}` : ''} → ${to}${readOnly ? ', read only' : ''}`
}

type KeyPath = { key?: string; path?: string; mode?: number }

/** The keys of a secret or config map that become files, one `key=path` a line. */
export function keyPathsText(items: unknown): string {
  if (!Array.isArray(items)) return ''
  return items
    .filter(isBranch)
    .map(({ key, path }) => (path === key ? String(key) : `${String(key)}=${String(path)}`))
    .join('\n')
}

/** The keys of a text; their permissions stay as they are in `before`. */
export function keyPathsOf(text: string, before: unknown): KeyPath[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const known: KeyPath[] = Array.isArray(before) ? before.filter(isBranch) : []
  const items = lines.map((line) => {
    const [key = '', ...rest] = line.split('=')
    const path = rest.length > 0 ? rest.join('=').trim() : key.trim()
    return { ...known.find((item) => item.key === key.trim()), key: key.trim(), path }
  })
  return items.length > 0 ? items : undefined
}

/** Permissions as they are written: octal, as in `0644`. */
export const modeText = (mode: unknown): string =>
  typeof mode === 'number' ? `0${mode.toString(8)}` : mode == null ? '' : JSON.stringify(mode)

/** The number of permissions in octal; what is none stays a text. */
export function modeOf(text: string): number | string | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  return /^[0-7]{1,4}$/.test(typed) ? Number.parseInt(typed, 8) : typed
}
