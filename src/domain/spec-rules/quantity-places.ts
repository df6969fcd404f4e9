import type { FunctionSpec } from '@/api/generated/schema'
import { isBranch, type Path } from '@/lib/tree'

/** Stands for every key of a map, or every item of a list. */
const each = '*'

const resources: readonly Path[] = [
  ['resources', 'requests', each],
  ['resources', 'limits', each],
]
const divisor = ['resourceFieldRef', 'divisor']
const container: readonly Path[] = [...resources, ['env', each, 'valueFrom', ...divisor]]
const podFiles = ['downwardAPI', 'items', each, ...divisor]
const metrics = ['resource', 'containerResource', 'pods', 'external', 'object']

/** Every place of a spec that is an amount (`Quantity` in openapi.yaml). */
export const quantityPlaces: readonly Path[] = [
  ...container,
  ...['sidecars', 'initContainers'].flatMap((list) => container.map((place) => [list, each, ...place])),
  ...[['emptyDir', 'sizeLimit'], podFiles, ['projected', 'sources', each, ...podFiles]].map((place) => [
    'volumes',
    each,
    'volume',
    ...place,
  ]),
  ...metrics.flatMap((kind) =>
    ['value', 'averageValue'].map((key) => ['customScalingMetricSpecs', each, kind, 'target', key]),
  ),
]

/** The amounts of a spec with their places in it. What is neither a text nor a number the contract refuses. */
export function quantitiesOf(spec: FunctionSpec): [path: Path, amount: string | number][] {
  return quantityPlaces.flatMap((place) => amountsAt(spec, place, []))
}

function amountsAt(tree: unknown, [key, ...rest]: Path, at: Path): [Path, string | number][] {
  if (key === undefined) return typeof tree === 'string' || typeof tree === 'number' ? [[at, tree]] : []
  if (key === each) {
    if (typeof tree !== 'object' || tree === null) return []
    return Object.entries(tree).flatMap(([name, value]) => amountsAt(value, rest, [...at, name]))
  }
  return isBranch(tree) && Object.hasOwn(tree, key) ? amountsAt(tree[key], rest, [...at, key]) : []
}
