import { decodeSource, encodeSource } from '@/domain/function-config'
import { isBranch, type Change, type Path } from '@/lib/tree'
import { mergeSequences, type Stretch } from './merge-sequences'
import { clashId, emptied, type Clash, type Outcome, type State, type Trio } from './outcome'

/** A text of JSON that is the same for values that are the same, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isBranch(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

/** The items of a list; none of anything else. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function itemKeys({ raw, normal }: State): string[] {
  const items = listOf(raw)
  const normals = listOf(normal)
  return (normals.length === items.length ? normals : items).map(canonical)
}

/** Merges lists whose items have no names: what is the same is the same item. */
export function mergeItems(path: Path, trio: Trio): Outcome {
  const { base, mine, theirs } = trio
  const lists = { base: listOf(base.raw), mine: listOf(mine.raw), theirs: listOf(theirs.raw) }
  const stretches = mergeSequences(itemKeys(base), itemKeys(mine), itemKeys(theirs), 'items')
  const made = assemble(path, lists, stretches, 'items', canonical)
  const orGone = (side: 'merged' | 'base') =>
    made[side].length > 0 ? made[side] : emptied(trio, side, made[side])
  return { ...made, merged: orGone('merged'), base: orGone('base') }
}

/** Merges the source by lines; nothing where one of the three is no text. */
export function mergeSource(path: Path, { base, mine, theirs }: Trio): Outcome | undefined {
  const lists = { base: linesOf(base.raw), mine: linesOf(mine.raw), theirs: linesOf(theirs.raw) }
  if (!lists.base || !lists.mine || !lists.theirs) return undefined
  const texts = { base: lists.base, mine: lists.mine, theirs: lists.theirs }
  const stretches = mergeSequences(
    texts.base.map(withoutReturn),
    texts.mine.map(withoutReturn),
    texts.theirs.map(withoutReturn),
    'lines',
  )
  const made = assemble(path, texts, stretches, 'lines', String)
  return { ...made, merged: sourceOf(made.merged), base: sourceOf(made.base) }
}

/** The lines of a stored source; nothing where there is none, or no text. */
export function linesOf(source: unknown): string[] | undefined {
  return typeof source === 'string' ? decodeSource(source)?.split('\n') : undefined
}

/** Lines as a source is stored. */
export const sourceOf = (lines: readonly unknown[]): string => encodeSource(lines.join('\n'))

// A server may turn the line ends of another system into its own.
const withoutReturn = (line: string): string => line.replace(/\r$/, '')

type Lists = Record<'base' | 'mine' | 'theirs', readonly unknown[]>

function assemble(
  path: Path,
  lists: Lists,
  stretches: readonly Stretch[],
  of: 'lines' | 'items',
  keyOf: (item: unknown) => string,
) {
  const merged: unknown[] = []
  const base: unknown[] = []
  const clashes: Clash[] = []
  const changes: { mine: Change[]; theirs: Change[] } = { mine: [], theirs: [] }
  for (const stretch of stretches) {
    const old = lists.base.slice(...stretch.base)
    const own = lists.mine.slice(...stretch.mine)
    const other = lists.theirs.slice(...stretch.theirs)
    const changed = (side: 'mine' | 'theirs', to: unknown[]) => changes[side].push({ path, from: old, to })
    if (stretch.by === 'clash') {
      const spans = {
        base: [base.length, base.length + old.length] as const,
        merged: [merged.length, merged.length + own.length] as const,
      }
      const id = clashId(path, stretch.base[0])
      clashes.push({ id, path, base: old, mine: own, theirs: other, part: { of, ...spans } })
      base.push(...old)
      merged.push(...own)
      continue
    }
    for (const item of other) base.push(item)
    if (stretch.by === 'theirs') changed('theirs', other)
    if (stretch.by === 'mine') changed('mine', own)
    if (stretch.by === 'inserts') {
      const known = new Set(other.map(keyOf))
      const added = own.filter((item) => !known.has(keyOf(item)))
      changed('theirs', other)
      if (added.length > 0) changed('mine', added)
      merged.push(...other, ...added)
    } else {
      const isTaken = stretch.by === 'theirs' || stretch.by === 'same'
      for (const item of isTaken ? other : own) merged.push(item)
    }
  }
  return { merged, base, clashes, ...changes }
}
