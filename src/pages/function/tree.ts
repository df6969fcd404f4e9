/** Keys from the root to one place in a JSON tree. */
export type Path = readonly string[]

/** One place that differs between two trees; a missing side is `undefined`. */
export interface Change {
  path: Path
  from: unknown
  to: unknown
}

type Branch = Record<string, unknown>

function isBranch(value: unknown): value is Branch {
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
  return path.reduce<unknown>((at, key) => (isBranch(at) ? at[key] : undefined), tree)
}

/** A copy with one place changed; objects on the way are made, `undefined` removes the key. */
export function setAt<Tree>(tree: Tree, path: Path, value: unknown): Tree {
  const [key, ...rest] = path
  if (key === undefined) return value as Tree
  const branch: Branch = isBranch(tree) ? { ...tree } : {}
  const next: unknown = rest.length > 0 ? setAt(branch[key], rest, value) : value
  if (next === undefined) delete branch[key]
  else branch[key] = next
  return branch as Tree
}

export function applyChanges<Tree>(tree: Tree, changes: readonly Change[]): Tree {
  return changes.reduce((at, change) => setAt(at, change.path, change.to), tree)
}
