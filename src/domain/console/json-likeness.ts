import { traitsOf } from './json-content'
import { areDistinct } from './json-identity'
import { gapNumbers, openItems, pairUp, type Effort, type Item, type Pairing } from './json-pairing'

/** A value that more items have than this says nothing about which of them is meant. */
const commonLimit = 16

/** Pairs that are compared in any case. */
const freeLimit = 64

interface Candidate {
  i: Item
  j: Item
  likeness: number
  isInPlace: boolean
}

/**
 * Pairs lists and objects that have at least half of their plain values in common, the most alike first. Away from where it stood, an
 * item has to be more alike, and must not say of itself that it is another. Takes time by the number of values.
 */
export function pairAlike(pairing: Pairing, effort: Effort): void {
  const { left, right } = openItems(pairing)
  const [from, to] = [left.filter(hasInside), right.filter(hasInside)]
  if (from.length === 0 || to.length === 0) return
  // A few items are always looked at: that takes time by the size of the lists only.
  const isFree = from.length * to.length <= freeLimit
  if (!isFree && from.length + to.length > effort.traits) return giveUp(pairing)
  const ofTo: Set<string>[] = []
  const having = new Map<string, number[]>()
  const spend = (item: Item): Set<string> | undefined => {
    const traits = traitsOf(item.value, item.noise)
    if (isFree) return traits
    effort.traits -= traits.size
    return effort.traits < 0 ? undefined : traits
  }

  for (const [at, item] of to.entries()) {
    const traits = spend(item)
    if (!traits) return giveUp(pairing)
    ofTo.push(traits)
    for (const trait of traits) {
      const others = having.get(trait)
      if (others) others.push(at)
      else having.set(trait, [at])
    }
  }

  const gaps = gapNumbers(pairing)
  const candidates: Candidate[] = []
  for (const i of from) {
    const traits = spend(i)
    if (!traits) return giveUp(pairing)
    const near = new Set<number>()
    for (const trait of traits) {
      const others = having.get(trait) ?? []
      if (others.length <= commonLimit) for (const at of others) near.add(at)
    }
    for (const at of near) {
      const [j, others] = [to[at], ofTo[at]]
      if (!j || !others || Array.isArray(i.value) !== Array.isArray(j.value)) continue
      const likeness = likenessOf(traits, others)
      const isInPlace = gaps.ofFrom[i.position] === gaps.ofTo[j.position]
      const isEnough = isInPlace ? likeness >= 0.5 : likeness > 0.5 && !areDistinct(i, j)
      if (isEnough) candidates.push({ i, j, likeness, isInPlace })
    }
  }

  candidates.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      Number(b.isInPlace) - Number(a.isInPlace) ||
      a.i.position - b.i.position ||
      a.j.position - b.j.position,
  )
  for (const { i, j } of candidates)
    if (pairing.partner[i.position] === -1 && pairing.partnerOfTo[j.position] === -1)
      pairUp(pairing, i.position, j.position)
}

function giveUp(pairing: Pairing): void {
  pairing.isRough = true
}

const hasInside = ({ value }: Item): boolean => typeof value === 'object' && value !== null

/** How much two sets have in common, from 0 to 1. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const trait of a) if (b.has(trait)) shared += 1
  return (2 * shared) / (a.size + b.size)
}
