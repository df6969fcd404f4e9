/** Keys from the root to one place in a JSON tree; an index into a list is written as a decimal string. */
export type Path = readonly string[]

/** One place that differs between two trees; a missing side is `undefined`. */
export interface Change {
  path: Path
  from: unknown
  to: unknown
}

type Branch = Record<string, unknown>

/** Whether a value is an object with keys, and not a list. */
export function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Deep equality of JSON values; a key with `undefined` equals a missing key. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]))
  if (!isBranch(a) || !isBranch(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameValue(a[key], b[key]))
}

/** Whether two paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i])
}

/** Whether a place is `above` itself or lies within it. */
export function isWithin(path: Path, above: Path): boolean {
  return above.length <= path.length && above.every((key, i) => key === path[i])
}

/**
 * Where two trees differ. Objects are compared key by key, lists and values as wholes; an object that is on one side
 * only is one difference.
 */
export function differences(from: unknown, to: unknown, path: Path = []): Change[] {
  if (sameValue(from, to)) return []
  if (!isBranch(from) || !isBranch(to)) return [{ path, from, to }]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return keys.flatMap((key) => differences(from[key], to[key], [...path, key]))
}

export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    // A key named like something every object has is still only there when it was put there.
    return isBranch(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }, tree)
}

/**
 * A copy with one place changed. Objects on the way are made; a list on the way stays one. `undefined` removes the key, or
 * the item of a list.
 */
export function setAt<Tree>(tree: Tree, path: Path, value: unknown): Tree {
  const [key, ...rest] = path
  if (key === undefined) return value as Tree
  if (Array.isArray(tree)) {
    const list: unknown[] = [...(tree as unknown[])]
    const index = Number(key)
    const next: unknown = rest.length > 0 ? setAt(list[index], rest, value) : value
    if (next === undefined) list.splice(index, 1)
    else list[index] = next
    return list as Tree
  }
  const branch: Branch = isBranch(tree) ? { ...tree } : {}
  const next: unknown = rest.length > 0 ? setAt(branch[key], rest, value) : value
  if (next === undefined) delete branch[key]
  else branch[key] = next
  return branch as Tree
}

export function applyChanges<Tree>(tree: Tree, changes: readonly Change[]): Tree {
  return changes.reduce((at, change) => setAt(at, change.path, change.to), tree)
}

/**
 * The place to remove so that removing `path` from a tree leaves no empty object behind that was not there `before`: the path
 * itself, or an object above it that would be left without keys.
 */
export function emptiedPath(tree: unknown, path: Path, before: unknown): Path {
  const above = path.slice(0, -1)
  const parent = valueAt(tree, above)
  const isLast = isBranch(parent) && Object.keys(parent).every((key) => key === path.at(-1))
  const isItem = Array.isArray(valueAt(tree, above.slice(0, -1)))
  if (above.length === 0 || !isLast || isItem || valueAt(before, above) !== undefined) return path
  return emptiedPath(tree, above, before)
}
