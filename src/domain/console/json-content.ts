import { isLeftOut, noiseOfItem, noiseOfMember, noNoise, type Noise } from './json-noise'

export type JsonObject = Record<string, unknown>

/** What a JSON value is. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'object'

export function jsonType(value: unknown): JsonType {
  if (typeof value === 'object') return value === null ? 'null' : Array.isArray(value) ? 'list' : 'object'
  return typeof value === 'string' || typeof value === 'number'
    ? (typeof value as 'string' | 'number')
    : 'boolean'
}

/** Whether two values are the same but for noise, each side at its own indexes. The order of keys does not count. */
export function sameContent(a: unknown, b: unknown, noiseA: Noise, noiseB: Noise): boolean {
  if (a === b && noiseA === noiseB) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, noiseA, noiseB)
  if (Array.isArray(b)) return false
  if (noiseA.length > 0 || noiseB.length > 0)
    return sameMembers(a as JsonObject, b as JsonObject, noiseA, noiseB)
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false
    if (!sameContent((a as JsonObject)[key], (b as JsonObject)[key], noNoise, noNoise)) return false
  }
  return true
}

function sameItems(a: readonly unknown[], b: readonly unknown[], noiseA: Noise, noiseB: Noise): boolean {
  let [i, j] = [0, 0]
  for (; ; [i, j] = [i + 1, j + 1]) {
    while (i < a.length && isLeftOut(noiseOfItem(noiseA, i, a.length))) i += 1
    while (j < b.length && isLeftOut(noiseOfItem(noiseB, j, b.length))) j += 1
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length
    if (!sameContent(a[i], b[j], noiseOfItem(noiseA, i, a.length), noiseOfItem(noiseB, j, b.length)))
      return false
  }
}

function sameMembers(a: JsonObject, b: JsonObject, noiseA: Noise, noiseB: Noise): boolean {
  let count = 0
  for (const key of Object.keys(a)) {
    const inner = noiseOfMember(noiseA, key)
    if (isLeftOut(inner)) continue
    const other = noiseOfMember(noiseB, key)
    if (!Object.hasOwn(b, key) || isLeftOut(other)) return false
    if (!sameContent(a[key], b[key], inner, other)) return false
    count += 1
  }
  for (const key of Object.keys(b)) if (!isLeftOut(noiseOfMember(noiseB, key))) count -= 1
  return count === 0
}

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
const mixed = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)

/** A number that is the same for the same content (see `sameContent`) and mostly another one for other content. */
export function contentHash(value: unknown, noise: Noise): number {
  if (typeof value === 'string') {
    let hash = 7
    for (let i = 0; i < value.length; i += 1) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193)
    return mixed(hash)
  }
  if (typeof value === 'number') {
    double[0] = value === 0 ? 0 : value
    return mixed((words[0] ?? 0) ^ Math.imul(words[1] ?? 0, 31))
  }
  if (typeof value !== 'object' || value === null) return value === null ? 1 : value === true ? 2 : 3
  if (Array.isArray(value)) {
    let hash = 4
    for (let i = 0; i < value.length; i += 1) {
      const inner = noiseOfItem(noise, i, value.length)
      if (!isLeftOut(inner)) hash = mixed(Math.imul(hash, 31) + contentHash(value[i], inner))
    }
    return hash
  }
  // A sum, so that the order of keys does not count.
  let hash = 5
  for (const key of Object.keys(value)) {
    const inner = noise.length > 0 ? noiseOfMember(noise, key) : noise
    if (isLeftOut(inner)) continue
    hash =
      (hash +
        mixed(contentHash(key, noNoise) + Math.imul(contentHash((value as JsonObject)[key], inner), 31))) |
      0
  }
  return hash
}

/** Values inside of an item that are looked at for its likeness to others. */
const traitLimit = 64

/** The plain values inside of a value with the keys that lead to them, as texts; indexes do not count. At most some dozens. */
export function traitsOf(value: unknown, noise: Noise): Set<string> {
  const traits = new Set<string>()
  const collect = (at: unknown, under: string, noiseHere: Noise): void => {
    if (traits.size >= traitLimit || isLeftOut(noiseHere)) return
    if (typeof at !== 'object' || at === null) {
      traits.add(`${under} ${typeof at} ${String(at)}`)
      return
    }
    if (Array.isArray(at)) {
      if (at.length === 0) traits.add(`${under} []`)
      for (let i = 0; i < at.length && traits.size < traitLimit; i += 1)
        collect(at[i], `${under}[]`, noiseHere.length > 0 ? noiseOfItem(noiseHere, i, at.length) : noiseHere)
      return
    }
    const keys = Object.keys(at)
    if (keys.length === 0) traits.add(`${under} {}`)
    for (const key of keys) {
      if (traits.size >= traitLimit) return
      collect(
        (at as JsonObject)[key],
        `${under}.${key}`,
        noiseHere.length > 0 ? noiseOfMember(noiseHere, key) : noiseHere,
      )
    }
  }
  collect(value, '', noise)
  return traits
}

/** Whether a value is nested deeper than so many lists and objects; takes no stack. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    const next: unknown[] = []
    for (const at of level) {
      if (typeof at !== 'object' || at === null) continue
      for (const inner of Array.isArray(at) ? (at as unknown[]) : Object.values(at))
        if (typeof inner === 'object' && inner !== null) next.push(inner)
    }
    level = next
  }
  return false
}
