import { jsonType, type JsonObject } from './json-content'
import { isLeftOut, noiseOfMember } from './json-noise'
import { openItems, pairUp, type Item, type Pairing } from './json-pairing'

/** Where an object usually says which one it is, the most telling first. */
const identityPlaces = [['id'], ['_id'], ['uuid'], ['uid'], ['key'], ['metadata', 'name'], ['name']] as const

type IdentityPlace = (typeof identityPlaces)[number]

/** The identity that an item has at a place, as text; nothing when there is none, or when it is left out. */
function identityAt(item: Item, place: IdentityPlace): string | undefined {
  let { value, noise } = item
  for (const key of place) {
    if (jsonType(value) !== 'object' || !Object.hasOwn(value as JsonObject, key)) return undefined
    value = (value as JsonObject)[key]
    if (noise.length > 0) noise = noiseOfMember(noise, key)
    if (isLeftOut(noise)) return undefined
  }
  return typeof value === 'string' || typeof value === 'number' ? `${typeof value} ${value}` : undefined
}

/**
 * Pairs items that have the same identity, where only one on each side has it. With `onlySound`, only by keys that all items have,
 * each with another value: these say more than equal content does.
 */
export function pairSameIdentity(pairing: Pairing, onlySound: boolean): void {
  let { left, right } = openItems(pairing)
  for (const place of identityPlaces) {
    if (left.length === 0 || right.length === 0) return
    const ofLeft = byIdentity(left, place, onlySound)
    if (!ofLeft || ofLeft.size === 0) continue
    const ofRight = byIdentity(right, place, onlySound)
    if (!ofRight) continue
    for (const [identity, i] of ofLeft) {
      const j = ofRight.get(identity)
      if (i !== undefined && j !== undefined) pairUp(pairing, i, j)
    }
    ;({ left, right } = openItems(pairing))
  }
}

/** Positions by identity, none for one that several share; nothing at all when it has to be sound and is not. */
function byIdentity(
  items: readonly Item[],
  place: IdentityPlace,
  isToBeSound: boolean,
): Map<string, number | undefined> | undefined {
  const found = new Map<string, number | undefined>()
  for (const item of items) {
    const identity = identityAt(item, place)
    const isShared = identity !== undefined && found.has(identity)
    if (isToBeSound && (identity === undefined || isShared)) return undefined
    if (identity !== undefined) found.set(identity, isShared ? undefined : item.position)
  }
  return found
}

/** Whether two items say of themselves that they are two. */
export function areDistinct(a: Item, b: Item): boolean {
  for (const place of identityPlaces) {
    const [left, right] = [identityAt(a, place), identityAt(b, place)]
    if (left !== undefined && right !== undefined) return left !== right
  }
  return false
}
