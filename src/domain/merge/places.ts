import { isBranch, samePath, type Path } from '@/lib/tree'

/**
 * Which parts of a function stand for themselves when two people change it. Places are written with the keys of maps and,
 * where the items of a list have names, with those; `*` stands for any one key.
 */

type KeyOf = (item: Record<string, unknown>) => unknown

const nameOf: KeyOf = (item) => item.name

const at =
  (...path: Path): KeyOf =>
  (item) =>
    path.reduce<unknown>((value, key) => (isBranch(value) ? value[key] : undefined), item)

const joined =
  (...keys: KeyOf[]): KeyOf =>
  (item) => {
    const parts = keys.map((keyOf) => keyOf(item))
    return parts.every((part) => typeof part === 'string') ? parts.join(' at ') : undefined
  }

const referred: KeyOf = (item) => {
  const [secret, map] = [at('secretRef', 'name')(item), at('configMapRef', 'name')(item)]
  if (typeof secret === 'string') return `secret ${secret}`
  return typeof map === 'string' ? `config map ${map}` : undefined
}

type Pattern = readonly string[]
const pattern = (text: string): Pattern => text.split('.')

/** What names the items of a list; the first that tells all of them apart counts. Any other list of objects goes by `name`. */
const namedLists: { list: Pattern; keys: readonly KeyOf[] }[] = [
  { list: pattern('spec.envFrom'), keys: [referred] },
  {
    list: pattern('spec.volumes'),
    keys: [
      at('volumeMount', 'name'),
      at('volume', 'name'),
      joined(at('volume', 'name'), at('volumeMount', 'mountPath')),
    ],
  },
  { list: pattern('spec.loggerSinks'), keys: [(item) => item.sink ?? ''] },
  { list: pattern('spec.autoScaleMetrics'), keys: [at('metricName')] },
  { list: pattern('spec.scaleToZero.scaleResources'), keys: [at('metricName')] },
  { list: pattern('spec.triggers.*.attributes.subscriptions'), keys: [at('topic')] },
]

/** Things that are there or not: whole when both made one, and when one removed what the other changed. */
const things = ['spec.triggers.*', 'spec.dataBindings.*', 'spec.triggers.*.attributes.ingresses.*'].map(
  pattern,
)

/** Things whose parts mean something only together: when their parts clash, the whole does. */
const units = [
  'spec.env.*',
  'spec.envFrom.*',
  'spec.volumes.*.volume',
  'spec.sidecars.*.env.*',
  'spec.initContainers.*.env.*',
].map(pattern)

const source = pattern('spec.build.functionSourceCode')

const fits = (path: Path, keys: Pattern): boolean =>
  keys.length === path.length && keys.every((key, i) => key === '*' || key === path[i])

const fitsAny = (path: Path, patterns: readonly Pattern[]): boolean =>
  patterns.some((keys) => fits(path, keys))

export const isThing = (path: Path): boolean => fitsAny(path, things)
export const isUnit = (path: Path): boolean => fitsAny(path, units)

/** The source, which is merged by lines. */
export const isSource = (path: Path): boolean => fits(path, source)

const keysOf = (path: Path): readonly KeyOf[] =>
  namedLists.find(({ list }) => fits(path, list))?.keys ?? [nameOf]

/**
 * How the items of a list are named, when every item of all the given states of it has a name of its own within its state; otherwise
 * nothing, and the list is one of plain items.
 */
export function itemNames(
  path: Path,
  states: readonly (readonly unknown[])[],
): ((item: unknown) => string) | undefined {
  const keyOf = keysOf(path).find((key) =>
    states.every((items) => {
      const names = items.map((item) => (isBranch(item) ? key(item) : undefined))
      return names.every((name) => typeof name === 'string') && new Set(names).size === names.length
    }),
  )
  return keyOf && ((item) => String(isBranch(item) ? keyOf(item) : ''))
}

/** What an item of a list is called by itself; nothing when it has no name. */
export function nameOfItem(path: Path, item: Record<string, unknown>): string | undefined {
  return keysOf(path)
    .map((keyOf) => keyOf(item))
    .find((name): name is string => typeof name === 'string')
}

/** Where in a list the item of a name stands; -1 when it has none of that name. */
export function indexOfItem(path: Path, items: readonly unknown[], name: string): number {
  const found = keysOf(path).map((keyOf) => items.findIndex((item) => isBranch(item) && keyOf(item) === name))
  return found.find((index) => index >= 0) ?? -1
}

/** Fields of the server, whatever an edit says: never a question, never a change of a person. */
const always: Path[] = [
  ['metadata', 'resourceVersion'],
  ['metadata', 'namespace'],
  ['spec', 'imageHash'],
  ['spec', 'build', 'timestamp'],
]

/** Fields that a server fills in while it builds: what it writes is nobody's change, what a person wrote stays. */
const byBuild: Path[] = [
  ['spec', 'image'],
  ['spec', 'build', 'mode'],
  ['spec', 'build', 'noBaseImagesPull'],
  ['spec', 'build', 'offline'],
]

/**
 * Whether a place is written by the server: `always`, or `byBuild` where a person may have written too. The image of a function that is
 * not built is a person's.
 */
export function writtenByServer(path: Path, isBuilt: boolean): 'always' | 'byBuild' | undefined {
  const isOne = (own: Path) => samePath(own, path)
  if (always.some(isOne)) return 'always'
  if (!isBuilt && path.at(-1) === 'image') return undefined
  return byBuild.some(isOne) ? 'byBuild' : undefined
}
