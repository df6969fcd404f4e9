import { isDeeperThan, jsonType, type JsonObject } from './json-content'
import { pairItems } from './json-item-pairs'
import { isLeftOut, joinedNoise, noiseOf, noiseOfMember, noNoise, type Noise } from './json-noise'
import { stayingItems, type Effort } from './json-pairing'
import type { JsonPath, JsonPlace } from './json-path'

/** One place where two JSON values differ. */
export interface JsonDifference {
  /** `moved` is an item of a list that stands elsewhere among the items that stayed; changes inside of it are differences of their own. */
  kind: 'added' | 'removed' | 'changed' | 'type-changed' | 'moved'
  /** The place in the second value; of what was removed, in the first. */
  place: JsonPlace
  /** The place in the first value, which indexes of lists may make another one; nothing of what was added. */
  fromPlace?: JsonPlace
  from?: unknown
  to?: unknown
}

export interface JsonComparison {
  /** In the order of the values, what was removed where it stood. */
  differences: JsonDifference[]
  /** How many there are, also of those beyond the limit that are not in `differences`. */
  count: number
  /** Places (in the second value) that were too large or too deep to look for the shortest explanation: what differs is told, but with too many differences. */
  rough: JsonPlace[]
}

export interface JsonComparisonOptions {
  /** What is not to be compared; patterns match places of either value. */
  ignore?: readonly JsonPath[]
  /** The most differences to tell. */
  limit?: number
}

/** Beyond so many lists and objects within each other, two values are only compared as wholes. */
const depthLimit = 400

/**
 * Where two JSON values differ. Numbers are compared by value, objects without regard to the order of keys; items of lists are paired
 * by content, identity (`id`, `name` …) and likeness, so that an item that moved is one difference. Takes time by the size of the
 * values: what would take more is answered less exactly and said in `rough`.
 */
export function jsonDifference(
  from: unknown,
  to: unknown,
  { ignore = [], limit = 10_000 }: JsonComparisonOptions = {},
): JsonComparison {
  const result: JsonComparison = { differences: [], count: 0, rough: [] }
  if (isDeeperThan(from, depthLimit) || isDeeperThan(to, depthLimit)) {
    result.rough.push([])
    if (areSameDeep(from, to)) return result
    return { ...result, differences: [{ kind: 'changed', place: [], fromPlace: [], from, to }], count: 1 }
  }
  const walk = newWalk(result, limit)
  const noise = noiseOf(ignore)
  if (!isLeftOut(noise)) compare(from, to, noise, walk)
  return result
}

/** Where a comparison is, and what it found. */
interface Walk {
  result: JsonComparison
  fromPlace: (string | number)[]
  toPlace: (string | number)[]
  effort: Effort
  tell: (kind: JsonDifference['kind'], from: unknown, to: unknown) => void
}

function newWalk(result: JsonComparison, limit: number): Walk {
  const [fromPlace, toPlace]: [(string | number)[], (string | number)[]] = [[], []]
  return {
    result,
    fromPlace,
    toPlace,
    effort: { sequenceSteps: 360_000, traits: 60_000 },
    tell: (kind, from, to) => {
      result.count += 1
      if (result.differences.length >= limit) return
      if (kind === 'added') result.differences.push({ kind, place: [...toPlace], to })
      else if (kind === 'removed')
        result.differences.push({ kind, place: [...fromPlace], fromPlace: [...fromPlace], from })
      else result.differences.push({ kind, place: [...toPlace], fromPlace: [...fromPlace], from, to })
    },
  }
}

function compare(from: unknown, to: unknown, noise: Noise, walk: Walk): void {
  if (from === to) return
  const [a, b] = [jsonType(from), jsonType(to)]
  if (a !== b) walk.tell('type-changed', from, to)
  else if (a === 'object') compareObjects(from as JsonObject, to as JsonObject, noise, walk)
  else if (a === 'list') compareLists(from as unknown[], to as unknown[], noise, walk)
  else walk.tell('changed', from, to)
}

function compareObjects(from: JsonObject, to: JsonObject, noise: Noise, walk: Walk): void {
  const { fromPlace, toPlace } = walk
  const visit = (key: string, look: (inner: Noise) => void) => {
    const inner = noise.length > 0 ? noiseOfMember(noise, key) : noNoise
    if (isLeftOut(inner)) return
    fromPlace.push(key)
    toPlace.push(key)
    look(inner)
    fromPlace.pop()
    toPlace.pop()
  }
  for (const key of Object.keys(from))
    visit(key, (inner) => {
      if (Object.hasOwn(to, key)) compare(from[key], to[key], inner, walk)
      else walk.tell('removed', from[key], undefined)
    })
  for (const key of Object.keys(to))
    if (!Object.hasOwn(from, key)) visit(key, () => walk.tell('added', undefined, to[key]))
}

function compareLists(from: readonly unknown[], to: readonly unknown[], noise: Noise, walk: Walk): void {
  const { fromPlace, toPlace, result } = walk
  const pairing = pairItems(from, to, noise, walk.effort)
  if (pairing.isRough) result.rough.push([...toPlace])
  const stays = stayingItems(pairing)

  // Of one place, what was removed is told before what was added.
  let told = 0
  const tellRemoved = () => {
    for (; told < pairing.from.length && stays[told] !== 1; told += 1) {
      const item = pairing.from[told]
      if (!item || pairing.partner[told] !== -1) continue
      fromPlace.push(item.index)
      walk.tell('removed', item.value, undefined)
      fromPlace.pop()
    }
  }
  for (const [j, item] of pairing.to.entries()) {
    const i = pairing.partnerOfTo[j] ?? -1
    const old = pairing.from[i]
    const isStaying = stays[i] === 1
    if (!old || isStaying) tellRemoved()
    if (isStaying) told = i + 1
    if (isStaying && pairing.isEqual[i] === 1) continue
    toPlace.push(item.index)
    if (old) {
      fromPlace.push(old.index)
      if (!isStaying) walk.tell('moved', old.value, item.value)
      if (pairing.isEqual[i] !== 1) compare(old.value, item.value, joinedNoise(old.noise, item.noise), walk)
      fromPlace.pop()
    } else walk.tell('added', undefined, item.value)
    toPlace.pop()
  }
  tellRemoved()
}

/** Equality that takes no stack. */
function areSameDeep(from: unknown, to: unknown): boolean {
  const pairs: [unknown, unknown][] = [[from, to]]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b] = pair
    if (a === b) continue
    const [typeA, typeB] = [jsonType(a), jsonType(b)]
    if (typeA !== typeB || (typeA !== 'object' && typeA !== 'list')) return false
    const [left, right] = [a as JsonObject, b as JsonObject]
    const keys = Object.keys(left)
    if (keys.length !== Object.keys(right).length) return false
    for (const key of keys) {
      if (!Object.hasOwn(right, key)) return false
      pairs.push([left[key], right[key]])
    }
  }
  return true
}
