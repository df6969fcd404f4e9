import type { FunctionConfig } from '@/api/generated/schema'
import { isSecretName } from '@/domain/function-secrets'
import { differences, isBranch, sameValue, valueAt, type Path } from '@/lib/tree'
import { changeWords, placeWords } from './change-words'
import { consequenceAt, strongest, type Consequence } from './consequence'
import { normalised } from './normalised'

/** One thing that differs between the function on the server and a draft of it. */
export interface SpecChange {
  /** The place in `{ metadata, spec }` of the draft; of an item that is gone, the list that it was in. */
  path: Path
  /** In a person's words, secrets covered: `trigger nightly added`. */
  words: string
  consequence: Consequence
  /** The edit of the draft that takes it back. */
  takeBack: { path: Path; value: unknown }
}

/** Lists whose items have names: they are compared item by item, and the order is a difference of its own. */
const namedLists: { path: Path; item: string; nameOf: (item: Record<string, unknown>) => unknown }[] = [
  { path: ['spec', 'env'], item: 'environment:', nameOf: (item) => item.name },
  { path: ['spec', 'envFrom'], item: 'environment from', nameOf: envFromName },
  { path: ['spec', 'volumes'], item: 'volume', nameOf: volumeName },
  { path: ['spec', 'sidecars'], item: 'sidecar', nameOf: (item) => item.name },
  { path: ['spec', 'initContainers'], item: 'init container', nameOf: (item) => item.name },
]

/**
 * What differs between the server's function and a draft, after both were normalised: `0.5` and `500m`, a default that the server writes
 * in, an empty value and the order of keys are no difference. In the order of the configuration.
 */
export function specChanges(server: FunctionConfig, draft: FunctionConfig): SpecChange[] {
  if (server === draft) return []
  const [before, after] = [normalised(server), normalised(draft)]
  return differences(before, after).flatMap(({ path, from, to }): SpecChange[] => {
    const list = namedLists.find((named) => sameValue(named.path, path))
    const items = list && itemChanges(list, from, to, server, draft)
    if (items) return items
    return refined(path, from, to).flatMap((at) => {
      const rawBefore = valueAt(server, at.path)
      // What the server derives from another field changes with that field, and is taken back with it.
      if (sameValue(rawBefore, valueAt(draft, at.path))) return []
      return [
        {
          path: at.path,
          words: changeWords(at.path, at.from, at.to),
          consequence: consequenceAt(at.path, at.to === undefined ? before : after),
          takeBack: { path: at.path, value: rawBefore },
        },
      ]
    })
  })
}

/** The strongest of what the changes need. */
export const consequenceOf = (changes: readonly SpecChange[]): Consequence =>
  strongest(changes.map(({ consequence }) => consequence))

/** Maps in which every key is a thing of its own: when the whole map comes or goes, each key is a difference. */
const keyed = [
  'metadata.labels',
  'metadata.annotations',
  'spec.triggers',
  'spec.nodeSelector',
  'spec.resources',
  'spec.resources.requests',
  'spec.resources.limits',
  'spec.build',
  'spec.build.args',
  'spec.build.codeEntryAttributes',
  'spec.triggers.*.attributes',
  'spec.triggers.*.attributes.ingresses',
  'spec.triggers.*.annotations',
].map((pattern) => pattern.split('.'))

const isKeyed = (path: Path): boolean =>
  keyed.some((keys) => keys.length === path.length && keys.every((key, i) => key === '*' || key === path[i]))

interface Difference {
  path: Path
  from: unknown
  to: unknown
}

function refined(path: Path, from: unknown, to: unknown): Difference[] {
  const whole = from ?? to
  const comesOrGoes = from === undefined || to === undefined
  if (!comesOrGoes || !isBranch(whole) || !isKeyed(path)) return [{ path, from, to }]
  return Object.entries(whole).flatMap(([key, value]) =>
    refined([...path, key], from === undefined ? undefined : value, to === undefined ? undefined : value),
  )
}

type NamedList = (typeof namedLists)[number]

function itemChanges(
  list: NamedList,
  from: unknown,
  to: unknown,
  server: FunctionConfig,
  draft: FunctionConfig,
): SpecChange[] | undefined {
  const before = byName(from, list)
  const after = byName(to, list)
  const rawBefore = byName(valueAt(server, list.path), list)
  const rawAfter = byName(valueAt(draft, list.path), list)
  if (!before || !after || !rawBefore || !rawAfter) return undefined
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const changes = names.flatMap((name): SpecChange[] => {
    const [was, is] = [before.get(name), after.get(name)]
    if (sameValue(was, is)) return []
    const index = [...rawAfter.keys()].indexOf(name)
    return [
      {
        path: index < 0 ? list.path : [...list.path, String(index)],
        words: itemWords(list, name, was, is),
        consequence: consequenceAt(list.path, draft),
        takeBack: { path: list.path, value: withItem(rawBefore, rawAfter, name) },
      },
    ]
  })
  if (changes.length > 0) return changes
  return [
    {
      path: list.path,
      words: `${placeWords(list.path)}: another order`,
      consequence: consequenceAt(list.path, draft),
      takeBack: { path: list.path, value: valueAt(server, list.path) },
    },
  ]
}

/** The items of a list by their names; nothing when one has none or two have the same. */
function byName(value: unknown, { nameOf }: NamedList): Map<string, unknown> | undefined {
  if (value === undefined || value === null) return new Map()
  if (!Array.isArray(value)) return undefined
  const found = new Map<string, unknown>()
  for (const item of value) {
    const name = isBranch(item) ? nameOf(item) : undefined
    if (typeof name !== 'string' || name === '' || found.has(name)) return undefined
    found.set(name, item)
  }
  return found
}

/** The draft's list with one item as the server has it, near where it stands there. */
function withItem(
  server: Map<string, unknown>,
  draft: Map<string, unknown>,
  name: string,
): unknown[] | undefined {
  const item = server.get(name)
  const list = [...draft]
  const at = list.findIndex(([key]) => key === name)
  if (item === undefined) list.splice(at, 1)
  else if (at >= 0) list[at] = [name, item]
  else {
    const before = [...server.keys()]
    const previous = before.slice(0, before.indexOf(name)).findLast((key) => draft.has(key))
    list.splice(previous === undefined ? 0 : list.findIndex(([key]) => key === previous) + 1, 0, [name, item])
  }
  return list.length === 0 && server.size === 0 ? undefined : list.map(([, value]) => value)
}

function itemWords(list: NamedList, name: string, was: unknown, is: unknown): string {
  const label = `${list.item} ${name}`
  if (list.path[1] !== 'env') {
    if (was === undefined) return `${label} added`
    return is === undefined ? `${label} removed` : `${label} changed`
  }
  const isSecret = isSecretName(name)
  if (was === undefined) return `${label} added`
  if (is === undefined) return `${label} removed`
  const [before, after] = [envValue(was), envValue(is)]
  return changeWords(['spec', 'env', name], before ?? '', after ?? '', { label, isSecret })
}

function envValue(item: unknown): unknown {
  if (!isBranch(item)) return item
  return isBranch(item.valueFrom) ? item.valueFrom : item.value
}

function envFromName(item: Record<string, unknown>): unknown {
  for (const kind of ['configMapRef', 'secretRef']) {
    const ref = item[kind]
    if (isBranch(ref) && typeof ref.name === 'string')
      return `${kind === 'secretRef' ? 'secret' : 'config map'} ${ref.name}${typeof item.prefix === 'string' ? ` as ${item.prefix}` : ''}`
  }
  return undefined
}

function volumeName(item: Record<string, unknown>): unknown {
  const { volume, volumeMount } = item
  const name = isBranch(volume) ? volume.name : undefined
  const at = isBranch(volumeMount) ? volumeMount.mountPath : undefined
  return typeof name === 'string' && typeof at === 'string' ? `${name} at ${at}` : name
}
