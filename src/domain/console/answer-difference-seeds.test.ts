import { describe, expect, it } from 'vitest'
import { answerDifference, usualNoiseHeaders, type AnswerDifference } from './answer-difference'
import { formatJsonPath } from './json-path'

// Both can be set in the environment, to play one pair again or many more.
const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process
const firstSeed = Number(env.COMPARE_SEED ?? 1)
const pairs = Number(env.COMPARE_PAIRS ?? 60)

type Place = (string | number)[]

/**
 * A value as a tree that remembers what was done to it: what differs is known from the acts, not by comparing. Items of lists keep
 * their place before; each list sees at most one move, over three others or more, so that only one explanation is the shortest.
 */
type Tree =
  | { kind: 'plain'; was: unknown; is: unknown }
  | { kind: 'object'; members: Map<string, Part> }
  | { kind: 'list'; items: Part[]; isTouched: boolean }

interface Part {
  tree: Tree
  /** The index before, of an item that was there. */
  index: number
  fate: 'kept' | 'added' | 'removed' | 'moved'
}

class Seeded {
  #state: number
  #count = 0
  constructor(seed: number) {
    this.#state = Math.imul(seed, 2_654_435_761) >>> 0
  }
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }
  chance(percent: number): boolean {
    return this.below(100) < percent
  }
  pick<T>(from: readonly T[]): T {
    const found = from[this.below(from.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  /** A plain value that no other place has, of a type that may be asked for. */
  fresh(type = this.pick(['string', 'number'])): string | number {
    this.#count += 1
    return type === 'string' ? `value ${this.#count} ✓` : this.#count + this.below(2) / 2
  }
}

const kept = (tree: Tree, index = -1): Part => ({ tree, index, fate: 'kept' })

const keys = ['a', 'b c', 'name', 'é', "it's", '0', 'toString', '__proto__', 'x-y', 'items', '']

function plain(random: Seeded): Tree {
  const value = random.chance(20) ? random.pick([null, true, false, 0, '']) : random.fresh()
  return { kind: 'plain', was: value, is: value }
}

function object(random: Seeded, depth: number): Tree {
  const members = new Map<string, Part>()
  for (let count = 2 + random.below(4); count > 0; count -= 1)
    members.set(random.pick(keys), kept(value(random, depth - 1)))
  return { kind: 'object', members }
}

function list(random: Seeded, depth: number): Tree {
  const kind = random.pick(['plain', 'identified', 'alike'])
  const items = Array.from({ length: random.below(12) }, (_, index) =>
    kept(item(random, kind, depth - 1), index),
  )
  return { kind: 'list', items, isTouched: false }
}

/** An item that no other equals; with an identity, or with enough values to be known by most of them. */
function item(random: Seeded, kind: string, depth: number): Tree {
  const fresh = (): Part => {
    const is = random.fresh()
    return kept({ kind: 'plain', was: is, is })
  }
  if (kind === 'plain') return fresh().tree
  const members = new Map<string, Part>()
  if (kind === 'identified') members.set('id', fresh())
  for (const key of ['p', 'q', 'r', 's', 't']) members.set(key, fresh())
  if (kind === 'identified' && depth > 0) members.set('inner', kept(value(random, depth - 1)))
  return { kind: 'object', members }
}

function value(random: Seeded, depth: number): Tree {
  if (depth <= 0 || random.chance(15)) return plain(random)
  return random.chance(50) ? object(random, depth) : list(random, depth)
}

/** All trees that may be edited, from the root on; nothing inside of what was added or removed. */
function editable(tree: Tree): Tree[] {
  const inside = tree.kind === 'object' ? [...tree.members.values()] : tree.kind === 'list' ? tree.items : []
  return [
    tree,
    ...inside
      .filter(({ fate }) => fate === 'kept' || fate === 'moved')
      .flatMap((part) => editable(part.tree)),
  ]
}

function edit(tree: Tree, random: Seeded): void {
  if (tree.kind === 'object') editObject(tree.members, random)
  else if (tree.kind === 'list' && !tree.isTouched) {
    tree.isTouched = true
    editList(tree.items, random)
  }
}

function editObject(members: Map<string, Part>, random: Seeded): void {
  // What an item is known by stays, but for one value.
  const isItem = members.has('p')
  const free = keys.filter((key) => !members.has(key))
  const act = random.below(3)
  if (act === 0 && free.length > 0 && ![...members.values()].some(({ fate }) => fate === 'added'))
    members.set(random.pick(free), { ...kept(plain(random)), fate: 'added' })
  const part = members.get(isItem ? 'p' : random.pick([...members.keys()]))
  if (!part || part.fate !== 'kept') return
  if (act === 1 && members.size > 2) part.fate = 'removed'
  if (act === 2 && part.tree.kind === 'plain') {
    const { was } = part.tree
    if (was !== part.tree.is) return
    part.tree.is = random.chance(30) ? (was === null ? 'no longer nothing' : null) : random.fresh()
  }
}

function editList(items: Part[], random: Seeded): void {
  const first = items[0]?.tree
  const isPlain = first?.kind === 'plain'
  const kind = isPlain
    ? 'plain'
    : first?.kind === 'object' && first.members.has('id')
      ? 'identified'
      : 'alike'
  const act = random.pick([0, 1, 2, 2, 3])
  if (act === 0 || items.length === 0) {
    const count = 1 + random.below(3)
    const added = Array.from({ length: count }, (): Part => ({
      ...kept(item(random, kind, 0)),
      fate: 'added',
    }))
    items.splice(random.below(items.length + 1), 0, ...added)
  } else if (act === 1) {
    for (const part of items) if (random.chance(30)) part.fate = 'removed'
  } else if (act === 2 && items.length >= 5) {
    const from = random.below(items.length)
    const places = items.map((_, to) => to).filter((to) => Math.abs(to - from) >= 3)
    if (places.length === 0) return
    const to = random.pick(places)
    const [part] = items.splice(from, 1)
    if (!part) return
    items.splice(to, 0, Object.assign(part, { fate: 'moved' }))
    if (kind === 'identified') rewrite(part.tree, random)
    else if (part.tree.kind === 'object') editObject(part.tree.members, random)
  } else if (isPlain) {
    for (const { tree } of items) if (tree.kind === 'plain' && random.chance(30)) tree.is = random.fresh()
  } else if (kind === 'identified') {
    for (const { tree } of items) if (random.chance(30)) rewrite(tree, random)
  }
}

/** Makes all plain values of an item but its identity others. */
function rewrite(tree: Tree, random: Seeded): void {
  if (tree.kind !== 'object') return
  for (const [key, { tree: inner, fate }] of tree.members)
    if (key !== 'id' && fate === 'kept' && inner.kind === 'plain') inner.is = random.fresh('string')
}

function before(tree: Tree): unknown {
  if (tree.kind === 'plain') return tree.was
  if (tree.kind === 'object')
    return Object.fromEntries(
      [...tree.members]
        .filter(([, { fate }]) => fate !== 'added')
        .map(([key, part]) => [key, before(part.tree)]),
    )
  const there = tree.items.filter(({ fate }) => fate !== 'added')
  return there.toSorted((a, b) => a.index - b.index).map((part) => before(part.tree))
}

function after(tree: Tree): unknown {
  if (tree.kind === 'plain') return tree.is
  if (tree.kind === 'object')
    // Another order of keys is no difference.
    return Object.fromEntries(
      [...tree.members]
        .reverse()
        .filter(([, { fate }]) => fate !== 'removed')
        .map(([key, part]) => [key, after(part.tree)]),
    )
  return tree.items.filter(({ fate }) => fate !== 'removed').map((part) => after(part.tree))
}

const told = (kind: string, was: Place | undefined, is: Place | undefined): string =>
  `${kind} ${was ? formatJsonPath(was) : '–'} → ${is ? formatJsonPath(is) : '–'}`

const typeOf = (plainValue: unknown): string => (plainValue === null ? 'null' : typeof plainValue)

/** What is to be told of a tree, from the acts alone. */
function expected(tree: Tree, was: Place, is: Place): string[] {
  if (tree.kind === 'plain') {
    if (tree.was === tree.is) return []
    return [told(typeOf(tree.was) === typeOf(tree.is) ? 'changed' : 'type-changed', was, is)]
  }
  let index = 0
  const parts: [Part, string | number, string | number][] =
    tree.kind === 'object'
      ? [...tree.members].map(([key, part]) => [part, key, key])
      : tree.items.map((part) => [part, part.index, part.fate === 'removed' ? -1 : index++])
  return parts.flatMap(([part, old, now]) => {
    if (part.fate === 'added') return [told('added', undefined, [...is, now])]
    if (part.fate === 'removed') return [told('removed', [...was, old], undefined)]
    const inside = expected(part.tree, [...was, old], [...is, now])
    return part.fate === 'moved' ? [told('moved', [...was, old], [...is, now]), ...inside] : inside
  })
}

type Headers = [name: string, value: string][]

/** Headers of two answers, and the names that differ. */
function headerPair(random: Seeded): { from: Headers; to: Headers; differing: string[] } {
  const [from, to, differing]: [Headers, Headers, string[]] = [[], [], []]
  const otherCase = (name: string): string => (random.chance(50) ? name.toUpperCase() : name)
  for (const name of ['content-type', 'set-cookie', 'x-a', 'x-b', 'vary', 'etag', 'x-nuclio', 'link']) {
    const values = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => String(random.fresh('string')))
    const changed = [...values]
    if (random.chance(40)) {
      differing.push(name)
      const act = random.below(3)
      if (act === 0 && values.length > 1) changed.reverse()
      else if (act === 1 && values.length > 0) changed.splice(random.below(values.length), 1)
      else changed.splice(random.below(values.length + 1), random.below(2), String(random.fresh('string')))
    }
    for (const one of values) from.push([otherCase(name), one])
    // Different names stand in another order, the values of one name do not.
    to.unshift(...changed.map((one): [string, string] => [otherCase(name), one]))
  }
  from.push(['Date', 'then'])
  to.push(['date', 'now'])
  return { from, to, differing: differing.filter((name) => !usualNoiseHeaders.includes(name)) }
}

const bytes = (content: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(content))

interface Played {
  differing: string[]
  edits: string[]
  status: number
  difference: AnswerDifference
}

/** One pair of answers: what was done to the second, and what is told of both. */
function play(seed: number): Played {
  const random = new Seeded(seed)
  const tree = random.chance(50) ? object(random, 5) : list(random, 5)
  for (let count = random.below(16); count > 0; count -= 1) {
    const places = editable(tree)
    const lists = places.filter(({ kind }) => kind === 'list')
    const chosen =
      lists.length > 0 && random.chance(60) ? lists : places.filter(({ kind }) => kind === 'object')
    if (chosen.length > 0) edit(random.pick(chosen), random)
  }
  const { from, to, differing } = headerPair(random)
  const status = random.pick([200, 201])
  const difference = answerDifference(
    { status: 200, headers: from, body: bytes(before(tree)) },
    { status, headers: to, body: bytes(after(tree)) },
    { headers: usualNoiseHeaders },
  )
  return { differing: differing.toSorted(), edits: expected(tree, [], []).toSorted(), status, difference }
}

describe('exactly what was edited is told', () => {
  const seeds = Array.from({ length: pairs }, (_, i) => firstSeed + i)

  it.each(seeds)('of the pair of seed %i', (seed) => {
    const { differing, edits, status, difference } = play(seed)
    expect(difference.status).toEqual(status === 200 ? undefined : { from: 200, to: status })
    expect(difference.headers.map(({ name }) => name)).toEqual(differing)
    expect(difference.body.kind).toMatch(/^(?:json|same)$/)
    const found = difference.body.kind === 'json' ? difference.body.differences : []
    const places = found.map(({ kind, place, fromPlace }) =>
      told(kind, fromPlace?.slice(), kind === 'removed' ? undefined : place.slice()),
    )
    expect(places.toSorted()).toEqual(edits)
  })

  it('of every kind', () => {
    const kinds = new Set(
      Array.from({ length: 60 }, (_, i) => play(i + 1).edits)
        .flat()
        .map((edited) => edited.split(' ')[0]),
    )
    expect([...kinds].sort()).toEqual(['added', 'changed', 'moved', 'removed', 'type-changed'])
  })
})
