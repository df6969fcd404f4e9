import { longestIncreasing } from '@/lib/longest-increasing'
import { isLeftOut, noiseOfItem, type Noise } from './json-noise'

/** An item of a list that is compared, with its index in that list. */
export interface Item {
  value: unknown
  index: number
  /** Its place among the items that are not left out. */
  position: number
  noise: Noise
}

/** Which items of two lists belong together, as far as it is known. */
export interface Pairing {
  from: readonly Item[]
  to: readonly Item[]
  /** Of each item of `from` the position of its partner, or -1. */
  partner: Int32Array
  /** The same of each item of `to`. */
  partnerOfTo: Int32Array
  /** Whether an item of `from` is known to equal its partner. */
  isEqual: Uint8Array
  /** Whether the lists were too large for the shortest explanation. */
  isRough: boolean
}

/** How much may still be spent within one comparison; what goes beyond is paired by linear means. */
export interface Effort {
  /** Squared differences of sequences. */
  sequenceSteps: number
  /** Plain values of items that are looked at for their likeness to others. */
  traits: number
}

/** A pairing without pairs. */
export function newPairing(from: readonly unknown[], to: readonly unknown[], noise: Noise): Pairing {
  const items = (list: readonly unknown[]): Item[] => {
    const kept: Item[] = []
    for (let index = 0; index < list.length; index += 1) {
      const inner = noise.length > 0 ? noiseOfItem(noise, index, list.length) : noise
      if (!isLeftOut(inner)) kept.push({ value: list[index], index, position: kept.length, noise: inner })
    }
    return kept
  }
  const [left, right] = [items(from), items(to)]
  return {
    from: left,
    to: right,
    partner: new Int32Array(left.length).fill(-1),
    partnerOfTo: new Int32Array(right.length).fill(-1),
    isEqual: new Uint8Array(left.length),
    isRough: false,
  }
}

export function pairUp(pairing: Pairing, i: number, j: number, isEqual = false): void {
  pairing.partner[i] = j
  pairing.partnerOfTo[j] = i
  if (isEqual) pairing.isEqual[i] = 1
}

/** The items of both lists that have no partner yet. */
export function openItems({ from, to, partner, partnerOfTo }: Pairing): { left: Item[]; right: Item[] } {
  return {
    left: from.filter(({ position }) => partner[position] === -1),
    right: to.filter(({ position }) => partnerOfTo[position] === -1),
  }
}

/** Of each item of `from`, whether it stays: the fewest possible of those with a partner are moved. */
export function stayingItems({ partner, partnerOfTo }: Pairing): Uint8Array {
  const paired = partnerOfTo.filter((position) => position !== -1)
  const stays = new Uint8Array(partner.length)
  for (const at of longestIncreasing(paired)) stays[paired[at] ?? 0] = 1
  return stays
}

/** Of each item of both lists, how many staying items stand before it: those with the same number stand in the same place. */
export function gapNumbers(pairing: Pairing): { ofFrom: Int32Array; ofTo: Int32Array } {
  const stays = stayingItems(pairing)
  const ofFrom = new Int32Array(pairing.from.length)
  const ofTo = new Int32Array(pairing.to.length)
  let before = 0
  for (let i = 0; i < ofFrom.length; i += 1) {
    ofFrom[i] = before
    before += stays[i] ?? 0
  }
  before = 0
  for (let j = 0; j < ofTo.length; j += 1) {
    ofTo[j] = before
    const i = pairing.partnerOfTo[j] ?? -1
    before += i === -1 ? 0 : (stays[i] ?? 0)
  }
  return { ofFrom, ofTo }
}
