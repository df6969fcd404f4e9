import { sequenceDiff } from '@/lib/sequence-diff'
import { contentHash, jsonType, sameContent, type JsonObject } from './json-content'
import { areDistinct, pairSameIdentity } from './json-identity'
import { pairAlike } from './json-likeness'
import { isLeftOut, noiseOfMember, type Noise } from './json-noise'
import {
  gapNumbers,
  newPairing,
  openItems,
  pairUp,
  type Effort,
  type Item,
  type Pairing,
} from './json-pairing'

/**
 * Pairs the items of two lists: equal ones first (a longest common sequence, then what moved), then those with the same identity such
 * as an `id`, then the most alike, last what stands in the same place between pairs.
 */
export function pairItems(
  from: readonly unknown[],
  to: readonly unknown[],
  noise: Noise,
  effort: Effort,
): Pairing {
  const pairing = newPairing(from, to, noise)
  pairEqualEnds(pairing)
  // Where all items have an identity of their own, equal items have the same one, and it is quicker to find.
  pairSameIdentity(pairing, true)
  pairEqual(pairing, effort)
  pairSameIdentity(pairing, false)
  pairAlike(pairing, effort)
  pairInPlace(pairing)
  return pairing
}

function pairEqualEnds(pairing: Pairing): void {
  const { from, to } = pairing
  const isSame = (a: Item | undefined, b: Item | undefined): boolean =>
    a !== undefined && b !== undefined && sameContent(a.value, b.value, a.noise, b.noise)
  const least = Math.min(from.length, to.length)
  let start = 0
  for (; start < least && isSame(from[start], to[start]); start += 1) pairUp(pairing, start, start, true)
  for (let end = 1; end <= least - start; end += 1) {
    const [i, j] = [from.length - end, to.length - end]
    if (!isSame(from[i], to[j])) return
    pairUp(pairing, i, j, true)
  }
}

/** An item with the number of its content. */
interface KnownItem {
  content: number
  position: number
}

function pairEqual(pairing: Pairing, effort: Effort): void {
  const { left, right } = openItems(pairing)
  if (left.length === 0 || right.length === 0) return
  const numberOf = contentNumbers()
  const known = (item: Item): KnownItem => ({ content: numberOf(item), position: item.position })
  const [allLeft, allRight] = [left.map(known), right.map(known)]
  const [ofLeft, ofRight] = [new Set(allLeft.map(contentOf)), new Set(allRight.map(contentOf))]
  const from = allLeft.filter(({ content }) => ofRight.has(content))
  const to = allRight.filter(({ content }) => ofLeft.has(content))

  // Only where equal items repeat does the order say which of them belong together.
  const areUnique = new Set(from.map(contentOf)).size === from.length && from.length === to.length
  if (!areUnique) pairInSequence(pairing, from, to, effort)

  const waiting = new Map<number, number[]>()
  for (const { content, position } of to.toReversed()) {
    if (pairing.partnerOfTo[position] !== -1) continue
    const positions = waiting.get(content)
    if (positions) positions.push(position)
    else waiting.set(content, [position])
  }
  for (const { content, position } of from) {
    if (pairing.partner[position] !== -1) continue
    const partner = waiting.get(content)?.pop()
    if (partner !== undefined) pairUp(pairing, position, partner, true)
  }
}

const contentOf = ({ content }: KnownItem): number => content

/** Numbers items so that equal content, and nothing else, gets the same number. */
function contentNumbers(): (item: Item) => number {
  const byHash = new Map<number, { item: Item; content: number }[]>()
  let count = 0
  return (item) => {
    const hash = contentHash(item.value, item.noise)
    const others = byHash.get(hash)
    for (const other of others ?? [])
      if (sameContent(other.item.value, item.value, other.item.noise, item.noise)) return other.content
    count += 1
    if (others) others.push({ item, content: count })
    else byHash.set(hash, [{ item, content: count }])
    return count
  }
}

/** So few differences are found without counting the effort, which then grows with the length of the lists only. */
const alwaysFound = 30

/** Pairs what is in a longest common sequence, if that can be had with the effort that is left. */
function pairInSequence(
  pairing: Pairing,
  from: readonly KnownItem[],
  to: readonly KnownItem[],
  effort: Effort,
): void {
  const most = Math.max(alwaysFound, Math.floor(Math.sqrt(Math.max(0, effort.sequenceSteps))))
  const hunks = sequenceDiff(
    from.map(({ content }) => String(content)),
    to.map(({ content }) => String(content)),
    most,
  )
  const count = hunks.reduce((sum, { from: a, to: b }) => sum + a[1] - a[0] + b[1] - b[0], 0)
  if (count > alwaysFound) effort.sequenceSteps -= Math.min(count, most) ** 2
  if (count > most) {
    pairing.isRough = true
    return
  }
  let [x, y] = [0, 0]
  const pairUntil = (end: number) => {
    for (; x < end; [x, y] = [x + 1, y + 1])
      pairUp(pairing, from[x]?.position ?? 0, to[y]?.position ?? 0, true)
  }
  for (const hunk of hunks) {
    pairUntil(hunk.from[0])
    ;[x, y] = [hunk.from[1], hunk.to[1]]
  }
  pairUntil(from.length)
}

/** Pairs what is left between the same neighbours, in order, where one can have become the other. */
function pairInPlace(pairing: Pairing): void {
  const { left, right } = openItems(pairing)
  if (left.length === 0 || right.length === 0) return
  const gaps = gapNumbers(pairing)
  const byGap = grouped(right, ({ position }) => gaps.ofTo[position] ?? 0)
  for (const [gap, olds] of grouped(left, ({ position }) => gaps.ofFrom[position] ?? 0)) {
    const news = byGap.get(gap) ?? []
    // In lists too large for a closer look, as many new ones are taken for the old ones.
    const isBlind = pairing.isRough && olds.length === news.length
    let next = 0
    for (const old of olds) {
      const near = news.slice(next, next + lookahead).findIndex((item) => canBecome(old, item, isBlind))
      if (near === -1) continue
      const found = next + near
      pairUp(pairing, old.position, news[found]?.position ?? 0)
      next = found + 1
    }
  }
}

function grouped(items: readonly Item[], gapOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const group = groups.get(gapOf(item))
    if (group) group.push(item)
    else groups.set(gapOf(item), [item])
  }
  return groups
}

/** How far an item is looked for among those that took its place. */
const lookahead = 8

function canBecome(from: Item, to: Item, isBlind: boolean): boolean {
  const [a, b] = [jsonType(from.value), jsonType(to.value)]
  if (a !== 'list' && a !== 'object') return b !== 'list' && b !== 'object'
  if (a !== b) return false
  if (a === 'list') return true
  if (!isBlind && areDistinct(from, to)) return false
  const other = to.value as JsonObject
  return Object.keys(from.value as JsonObject).some(
    (key) => Object.hasOwn(other, key) && !isLeftOut(noiseOfMember(from.noise, key)),
  )
}
