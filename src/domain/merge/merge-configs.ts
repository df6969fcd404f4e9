import type { FunctionConfig } from '@/api/generated/schema'
import { isBuilt } from '@/domain/function-config'
import { enrichedSpec } from '@/domain/spec-rules/enrichment'
import { isBranch, sameValue, setAt, type Change, type Path } from '@/lib/tree'
import { mergeItems, mergeSource } from './merge-parts'
import { clashAt, emptied, isMissing, type Clash, type Outcome, type State, type Trio } from './outcome'
import { isSource, isThing, isUnit, itemNames, writtenByServer } from './places'

export type { Clash } from './outcome'

/** What two changes of one function come to. */
export interface Merge {
  /** Both changes; where they clash, mine. */
  merged: FunctionConfig
  /** What `merged` is to be compared with: theirs, and the old state where they clash. Merging on from it finds the same clashes. */
  base: FunctionConfig
  clashes: Clash[]
  /** What they changed without a clash, place by place. */
  theirs: Change[]
  /** What I changed without a clash. */
  mine: Change[]
}

/**
 * Merges two changes of one configuration by its structure: maps by key, triggers, environment, volumes and containers by name, other
 * lists by item, the source by lines, and everything else, unknown fields too, by path. States are compared as the server
 * would write them, so a default or `0.5` for `500m` is no change. A removal of what the other changed is a clash;
 * the same change on both sides is none. Fields that the server writes while it builds are taken from theirs.
 */
export function mergeConfigs(base: FunctionConfig, mine: FunctionConfig, theirs: FunctionConfig): Merge {
  const built = [base, mine, theirs].every(({ spec }) => isBuilt(spec))
  const trio = { base: stateOf(base), mine: stateOf(mine), theirs: stateOf(theirs) }
  const merge = mergeAt([], trio, { built }) as Merge
  return { ...merge, merged: withoutImplied(merge.merged) }
}

/** There is one http trigger at most; the one that the server makes where there is none gives way to a person's own. */
function withoutImplied(config: FunctionConfig): FunctionConfig {
  const { triggers } = config.spec ?? {}
  const implied = own(triggers, 'default-http')
  const isHttp = (trigger: unknown) => isBranch(trigger) && trigger.kind === 'http'
  if (!isBranch(triggers) || !isHttp(implied) || Object.values(triggers).filter(isHttp).length < 2)
    return config
  const isAsMade = sameValue(implied, own(enrichedSpec({}).triggers, 'default-http'))
  return isAsMade ? setAt(config, ['spec', 'triggers', 'default-http'], undefined) : config
}

function stateOf(config: FunctionConfig): State {
  // Half-typed YAML may hold anything; what cannot be filled in is compared as it is.
  const spec = isBranch(config.spec) ? enrichedSpec(config.spec) : config.spec
  return { raw: config, normal: { ...config, spec } }
}

interface Options {
  built: boolean
  /** There or not there: never merged with what is missing. */
  whole?: boolean
}

function mergeAt(path: Path, trio: Trio, options: Options): Outcome {
  const { base, mine, theirs } = trio
  const outcome = decided(path, trio, options) ?? mergeInside(path, trio, options) ?? clashAt(path, trio)
  const made = isUnit(path) ? asUnit(path, trio, outcome) : outcome
  // The same objects where nothing changed, so that nothing of them is drawn or compared again.
  return {
    ...made,
    merged: known(made.merged, mine.raw, theirs.raw),
    base: known(made.base, theirs.raw, base.raw),
  }
}

/** A clash within a unit is one of the whole, and so is a change. */
function asUnit(path: Path, trio: Trio, outcome: Outcome): Outcome {
  if (outcome.clashes.length > 0) return clashAt(path, trio)
  const whole = (side: 'mine' | 'theirs') =>
    outcome[side].length > 0 ? [change(path, trio.base, trio[side])] : []
  return { ...outcome, mine: whole('mine'), theirs: whole('theirs') }
}

const known = (value: unknown, ...candidates: unknown[]): unknown => {
  const found = candidates.find((candidate) => hasSameParts(candidate, value))
  return found === undefined ? value : found
}

/** Enough for what was put together of parts that are the same objects already. */
function hasSameParts(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => Object.is(item, b[i]))
  if (!isBranch(a) || !isBranch(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], own(b, key)))
}

const nothing = { clashes: [], theirs: [], mine: [] }

/** What needs no look inside. */
function decided(path: Path, trio: Trio, { built, whole }: Options): Outcome | undefined {
  const { base, mine, theirs } = trio
  const taken = { ...nothing, merged: theirs.raw, base: theirs.raw }
  const written = writtenByServer(path, built)
  if (written === 'always') return taken
  const isUntouched = sameValue(base.raw, mine.raw)
  if (isUntouched && sameValue(mine.raw, theirs.raw)) return taken
  if (written) return isUntouched ? taken : { ...taken, merged: mine.raw, mine: [change(path, base, mine)] }
  if (hasInside(path, trio, whole)) return undefined

  const isMineSame = sameMeaning(base.normal, mine.normal)
  const isTheirsSame = sameMeaning(base.normal, theirs.normal)
  if (isTheirsSame && isUntouched) return taken
  if (isTheirsSame) {
    // As typed, also where the server would write it in another way.
    return { ...taken, merged: mine.raw, mine: isMineSame ? [] : [change(path, base, mine)] }
  }
  if (isMineSame) return { ...taken, theirs: [change(path, base, theirs)] }
  return sameMeaning(mine.normal, theirs.normal) ? taken : undefined
}

const change = (path: Path, from: State, to: State): Change => ({ path, from: from.raw, to: to.raw })

/** An empty text and a null say as little as a missing value. */
const sameMeaning = (a: unknown, b: unknown): boolean => sameValue(a, b) || (isBlank(a) && isBlank(b))
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

const statesOf = ({ base, mine, theirs }: Trio): unknown[] => [base.raw, mine.raw, theirs.raw]

/** Whether the three are merged part by part: maps or lists, of which one may be missing unless they are things. */
function hasInside(path: Path, trio: Trio, whole = isThing(path)): boolean {
  const present = statesOf(trio).filter((value) => !isMissing(value))
  if (present.length < (whole ? 3 : 2)) return false
  if (present.every(Array.isArray)) return true
  if (!present.every(isBranch)) return false
  // Another kind has other attributes.
  return !isThing(path) || present.every((thing) => thing.kind === present[0]?.kind)
}

function mergeInside(path: Path, trio: Trio, { built, whole }: Options): Outcome | undefined {
  if (isSource(path)) return mergeSource(path, trio)
  if (!hasInside(path, trio, whole)) return undefined
  if (!statesOf(trio).some(Array.isArray)) return mergeMaps(path, trio, built)
  const lists = statesOf(trio).map((list) => (Array.isArray(list) ? (list as unknown[]) : []))
  const nameOf = itemNames(path, lists)
  return nameOf ? mergeNamed(path, trio, nameOf, built) : mergeItems(path, trio)
}

function mergeMaps(path: Path, trio: Trio, built: boolean): Outcome {
  const keys = [...new Set([trio.theirs, trio.mine, trio.base].flatMap(({ raw }) => Object.keys(raw ?? {})))]
  const parts = keys.map((key) => {
    const part = {
      base: partOf(trio.base, key),
      mine: partOf(trio.mine, key),
      theirs: partOf(trio.theirs, key),
    }
    return [key, mergeAt([...path, key], part, { built })] as const
  })
  const mapOf = (side: 'merged' | 'base') =>
    Object.fromEntries(
      parts.map(([key, outcome]) => [key, outcome[side]] as const).filter(([, value]) => value !== undefined),
    )
  const [merged, base] = [mapOf('merged'), mapOf('base')]
  return {
    ...gathered(parts.map(([, outcome]) => outcome)),
    merged: Object.keys(merged).length > 0 ? merged : emptied(trio, 'merged', merged),
    base: Object.keys(base).length > 0 ? base : emptied(trio, 'base', base),
  }
}

function partOf({ raw, normal }: State, key: string): State {
  return { raw: own(raw, key), normal: isBranch(normal) ? own(normal, key) : own(raw, key) }
}

const own = (map: unknown, key: string): unknown =>
  isBranch(map) && Object.hasOwn(map, key) ? map[key] : undefined

const gathered = (outcomes: readonly Outcome[]) => ({
  clashes: outcomes.flatMap(({ clashes }) => clashes),
  theirs: outcomes.flatMap(({ theirs }) => theirs),
  mine: outcomes.flatMap(({ mine }) => mine),
})

type NameOf = (item: unknown) => string

function mergeNamed(path: Path, trio: Trio, nameOf: NameOf, built: boolean): Outcome {
  const base = named(trio.base, nameOf)
  const mine = named(trio.mine, nameOf)
  const theirs = named(trio.theirs, nameOf)
  const missing: State = { raw: undefined, normal: undefined }
  const outcomes = new Map(
    [...new Set([...theirs.keys(), ...mine.keys(), ...base.keys()])].map((name) => {
      const part = {
        base: base.get(name) ?? missing,
        mine: mine.get(name) ?? missing,
        theirs: theirs.get(name) ?? missing,
      }
      return [name, mergeAt([...path, name], part, { built, whole: true })] as const
    }),
  )
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] }
  const listOf = (side: 'merged' | 'base', names: readonly string[]) => {
    const items = names.map((name) => outcomes.get(name)?.[side]).filter((item) => item !== undefined)
    return items.length > 0 ? items : emptied(trio, side, items)
  }
  return {
    ...gathered([...outcomes.values()]),
    merged: listOf('merged', mergedOrder(orders)),
    base: listOf('base', inserted(orders.theirs, orders.base)),
  }
}

function named({ raw, normal }: State, nameOf: NameOf): Map<string, State> {
  const items = Array.isArray(raw) ? (raw as unknown[]) : []
  const normals = Array.isArray(normal) && normal.length === items.length ? (normal as unknown[]) : items
  return new Map(items.map((item, i) => [nameOf(item), { raw: item, normal: normals[i] }]))
}

/** The order of who changed it; theirs when both did. */
function mergedOrder({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', string[]>): string[] {
  const within = (names: readonly string[], other: readonly string[]) =>
    names.filter((name) => other.includes(name))
  const isTheirsMoved = !sameValue(within(base, theirs), within(theirs, base))
  return isTheirsMoved ? inserted(theirs, mine, base) : inserted(mine, theirs, base)
}

/** All names: the first list as it is, and each further name behind the one that it follows in its own list. */
function inserted(spine: readonly string[], ...others: readonly string[][]): string[] {
  const order = [...spine]
  for (const names of others)
    names.forEach((name, i) => {
      if (order.includes(name)) return
      const before = names.slice(0, i).findLast((previous) => order.includes(previous))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name)
    })
  return order
}
