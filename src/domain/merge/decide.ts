import type { FunctionConfig } from '@/api/generated/schema'
import { isBranch, setAt, type Path } from '@/lib/tree'
import type { Clash, Merge } from './merge-configs'
import { linesOf, listOf, sourceOf } from './merge-parts'
import { indexOfItem } from './places'

/** Whose value stands, or another one. Of a part, the value is the list of its items or lines. */
export type Choice = 'mine' | 'theirs' | { value: unknown }

export interface Decision {
  clash: Clash
  choice: Choice
}

/**
 * Settles clashes of a merge, one or several: the choice goes into the merged state, and theirs into the base, so that the place is an
 * edit like any other from then on, or none. The decisions must be about clashes of this very merge.
 */
export function decide(
  { merged, base }: Pick<Merge, 'merged' | 'base'>,
  decisions: readonly Decision[],
): { merged: FunctionConfig; base: FunctionConfig } {
  // From the back: what is settled moves nothing that is still to be found by its position.
  const inOrder = decisions.toSorted((a, b) => (b.clash.part?.base[0] ?? 0) - (a.clash.part?.base[0] ?? 0))
  return inOrder.reduce(
    (at, { clash, choice }) => ({
      merged: choice === 'mine' ? at.merged : put(at.merged, at.base, clash, 'merged', chosen(clash, choice)),
      base: put(at.base, at.merged, clash, 'base', clash.theirs),
    }),
    { merged, base },
  )
}

const chosen = ({ theirs }: Clash, choice: Exclude<Choice, 'mine'>): unknown =>
  choice === 'theirs' ? theirs : choice.value

/** `like` shows whether what is missing on the way is a list or a map. */
function put(
  config: FunctionConfig,
  like: FunctionConfig,
  { path, part }: Clash,
  side: 'merged' | 'base',
  value: unknown,
): FunctionConfig {
  const change = (old: unknown): unknown => {
    if (!part) return value
    const [start, end] = part[side]
    const items = part.of === 'lines' ? (linesOf(old) ?? []) : listOf(old)
    const next = [...items.slice(0, start), ...listOf(value), ...items.slice(end)]
    return part.of === 'lines' ? sourceOf(next) : next
  }
  return putAt([], config, like, path, change) as FunctionConfig
}

function putAt(
  above: Path,
  tree: unknown,
  like: unknown,
  path: Path,
  change: (old: unknown) => unknown,
): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(tree)
  const here = [...above, key]
  if (!Array.isArray(tree) && (isBranch(tree) || !Array.isArray(like))) {
    const map = setAt<unknown>(tree, [key], putAt(here, own(tree, key), own(like, key), rest, change))
    return isEmpty(map) ? undefined : map
  }
  const items = listOf(tree)
  const index = indexOfItem(above, items, key)
  const likeItems = listOf(like)
  const item = putAt(here, items[index], likeItems[indexOfItem(above, likeItems, key)], rest, change)
  if (item === undefined) {
    const left = index < 0 ? items : items.toSpliced(index, 1)
    return left.length > 0 ? left : undefined
  }
  return index < 0 ? [...items, item] : items.with(index, item)
}

/** What is left when the last part was removed; the server would not keep it. */
const isEmpty = (map: unknown): boolean => isBranch(map) && Object.keys(map).length === 0

const own = (map: unknown, key: string): unknown =>
  isBranch(map) && Object.hasOwn(map, key) ? map[key] : undefined
