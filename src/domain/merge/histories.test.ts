import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { decodeSource, putConfig } from '@/domain/function-config'
import { decide, type Choice } from './decide'
import { mergeConfigs, type Clash, type Merge } from './merge-configs'
import {
  configFrom,
  copyOf,
  Editor,
  fieldKeys,
  listKeys,
  Random,
  randomModel,
  sourceKey,
  triggerFrom,
  volumeFrom,
  type Fields,
  type Model,
  type Slot,
} from './testing-model'

// Both can be set in the environment, to play one history again or many more.
const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process
const firstSeed = Number(env.MERGE_SEED ?? 1)
const histories = Number(env.MERGE_HISTORIES ?? 1_200)

/** Equality of the plain values of the model; not the code that the merge uses. */
const equal = (a: unknown, b: unknown): boolean => text(a) === text(b)
const text = (value: unknown): string =>
  value instanceof Map ? text([...(value as Fields)].sort()) : (JSON.stringify(value) ?? 'none')

/** What is to come of one place by the rule alone. */
interface Expected {
  path: string[]
  merged: unknown
  isClash: boolean
}

function expectedAt(path: string[], base: unknown, mine: unknown, theirs: unknown): Expected {
  if (equal(mine, base)) return { path, merged: theirs, isClash: false }
  return { path, merged: mine, isClash: !equal(theirs, base) && !equal(mine, theirs) }
}

interface Three<Part> {
  base: Part
  mine: Part
  theirs: Part
}

const three = <Whole, Part>(of: Three<Whole>, part: (whole: Whole) => Part): Three<Part> => ({
  base: part(of.base),
  mine: part(of.mine),
  theirs: part(of.theirs),
})
const keysOf = ({ base, mine, theirs }: Three<Map<string, unknown>>): string[] => [
  ...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()]),
]
const rule = (path: string[], { base, mine, theirs }: Three<unknown>): Expected =>
  expectedAt(path, base, mine, theirs)

/** Every place of the model but those in lists. */
function expectedPlaces(models: Three<Model>): Expected[] {
  const places = fieldKeys.map((key) =>
    rule(
      key.split('|'),
      three(models, ({ fields }) => fields.get(key)),
    ),
  )
  const env = three(models, (model) => model.env)
  for (const name of keysOf(env))
    places.push(
      rule(
        ['spec', 'env', name],
        three(env, (all) => all.get(name) && { name, ...all.get(name) }),
      ),
    )
  const triggers = three(models, (model) => model.triggers)
  for (const name of keysOf(triggers)) {
    const fields = three(triggers, (all) => all.get(name))
    const path = ['spec', 'triggers', name]
    const { base, mine, theirs } = fields
    const isWhole =
      !base || !mine || !theirs || new Set([base, mine, theirs].map((one) => one.get('kind'))).size > 1
    if (isWhole) {
      const whole = rule(path, fields)
      const merged = whole.merged as Fields | undefined
      places.push({ ...whole, merged: merged && triggerFrom(name, merged) })
    } else {
      for (const key of keysOf({ base, mine, theirs }))
        places.push(
          rule(
            [...path, ...key.split('|')],
            three({ base, mine, theirs }, (all) => all.get(key)),
          ),
        )
    }
  }
  const volumes = three(models, (model) => model.volumes)
  for (const name of keysOf(volumes)) {
    const { base, mine, theirs } = three(volumes, (all) => all.get(name))
    const path = ['spec', 'volumes', name]
    const whole = three({ base, mine, theirs }, (volume) => volume && volumeFrom([name, volume]))
    if (!base || !mine || !theirs) {
      places.push(rule(path, whole))
      continue
    }
    const parts = { base, mine, theirs }
    places.push(
      rule(
        [...path, 'volume'],
        three(whole, (volume) => volume?.volume),
      ),
    )
    for (const key of keysOf(three(parts, ({ mount }) => mount)))
      places.push(
        rule(
          [...path, 'volumeMount', key],
          three(parts, ({ mount }) => mount.get(key)),
        ),
      )
  }
  return places
}

/** What a configuration holds at a place; items of lists by name. */
function read(config: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => {
    const list = Array.isArray(at) ? (at as Record<string, unknown>[]) : undefined
    if (list)
      return list.find((item) => (item.name ?? (item.volume as { name: string } | undefined)?.name) === key)
    return typeof at === 'object' && at !== null && Object.hasOwn(at, key)
      ? (at as Record<string, unknown>)[key]
      : undefined
  }, config)
}

function readList(config: FunctionConfig, key: string): string[] {
  const value = read(config, key.split('|'))
  const lines = key === sourceKey ? decodeSource(value as string) : undefined
  // No line of the model is empty: a text without any is the empty one.
  if (lines !== undefined) return lines === '' ? [] : lines.split('\n')
  return ((value ?? []) as (string | { key: string })[]).map(textOfItem)
}
const textOfItem = (item: unknown): string =>
  typeof item === 'string' ? item : (item as { key: string }).key
const texts = (value: unknown): string[] => (value as unknown[]).map(textOfItem)

/** Positions in the first list that an editor touched: items by whole numbers, the gaps between them by halves. */
function touched(base: readonly Slot[], edited: readonly Slot[]): Set<number> {
  const places = new Set<number>()
  const kept = new Map(
    edited.filter(({ id, text: now }) => id >= 0 && base[id]?.text === now).map((slot) => [slot.id, slot]),
  )
  base.forEach(({ id }) => {
    if (!kept.has(id)) places.add(id)
    if (!kept.has(id) && id > 0 && !kept.has(id - 1)) places.add(id - 0.5)
  })
  edited.forEach(({ id }, i) => {
    if (id >= 0) return
    const before = edited.slice(0, i).findLast((slot) => kept.has(slot.id))?.id ?? -1
    const after = edited.slice(i).find((slot) => kept.has(slot.id))?.id ?? base.length
    for (let gap = before; gap < after; gap += 1) places.add(gap + 0.5)
  })
  return places
}

function checkList(key: string, models: Three<Model>, { merged, clashes }: Merge): void {
  const { base, mine, theirs } = three(models, ({ lists }) => lists.get(key) ?? [])
  const asked = clashes.filter(({ path }) => path.join('|') === key)
  const result = readList(merged, key)
  const said = (side: 'base' | 'mine' | 'theirs') => new Set(asked.flatMap((clash) => texts(clash[side])))
  const sides = { mine, theirs }
  for (const side of ['mine', 'theirs'] as const) {
    const now = new Set(sides[side].map((slot) => slot.text))
    for (const { text: put, id } of sides[side])
      if (id < 0 || base[id]?.text !== put)
        expect(result.includes(put) || said(side).has(put), `${side} put in: ${put}`).toBe(true)
    for (const { text: old } of base)
      if (!now.has(old))
        expect(!result.includes(old) || said('base').has(old), `${side} took out: ${old}`).toBe(true)
  }
  const [own, other] = [touched(base, mine), touched(base, theirs)]
  const both = [...own].filter((place) => other.has(place))
  if (both.length > 0) {
    for (const place of both.filter(Number.isInteger)) {
      const at = (slots: Slot[]) => slots.find(({ id }) => id === place)?.text
      if (at(mine) !== at(theirs))
        expect([...said('base')], 'a changed item is asked about').toContain(base[place]?.text)
    }
    return
  }
  expect(asked, `${key}: no question where the places differ`).toEqual([])
  const inOrder = (slots: readonly Slot[]) =>
    slots.map((slot) => slot.text).filter((one) => result.includes(one))
  const survivors = base.filter(({ id }) => !own.has(id) && !other.has(id)).map((slot) => slot.text)
  const put = [...mine, ...theirs].filter(({ id, text: now }) => id < 0 || base[id]?.text !== now)
  expect(result.toSorted()).toEqual([...survivors, ...put.map((slot) => slot.text)].toSorted())
  for (const slots of [mine, theirs])
    expect(result.filter((one) => inOrder(slots).includes(one))).toEqual(inOrder(slots))
}

function checkPlaces(models: Three<Model>, { merged, clashes }: Merge): void {
  const places = expectedPlaces(models)
  const asked = clashes.filter(({ part }) => !part).map(({ path }) => path.join('|'))
  expect(asked.toSorted()).toEqual(
    places
      .filter(({ isClash }) => isClash)
      .map(({ path }) => path.join('|'))
      .toSorted(),
  )
  for (const { path, merged: value } of places) {
    const found = read(merged, path)
    if (path.length > 3 || typeof value !== 'object') expect(text(found), path.join('|')).toBe(text(value))
    else expect(found, path.join('|')).toEqual(value)
  }
}

/** Answers every question, and looks for the answers in what would be sent. */
function checkDecided(random: Random, merge: Merge, theirs: FunctionConfig): void {
  const decisions = merge.clashes.map((clash, i) => ({ clash, choice: randomChoice(random, clash, i) }))
  const settled = decide(merge, decisions)
  const body = putConfig({ ...settled.merged, status: {} })
  for (const { clash, choice } of decisions) {
    const chosen = choice === 'mine' ? clash.mine : choice === 'theirs' ? clash.theirs : choice.value
    const refused = choice === 'mine' ? clash.theirs : clash.mine
    if (!clash.part) {
      expect(text(read(body, clash.path)), clash.id).toBe(text(chosen))
      continue
    }
    const sent = readList(body, clash.path.join('|'))
    const [wanted, unwanted] = [texts(chosen), texts(refused)]
    expect(sent, clash.id).toEqual(expect.arrayContaining(wanted))
    for (const one of unwanted) if (!wanted.includes(one)) expect(sent, clash.id).not.toContain(one)
  }
  for (const key of listKeys) {
    const said = new Set(
      decisions
        .filter(({ clash }) => clash.part && clash.path.join('|') === key)
        .flatMap(({ clash, choice }) => [
          ...[clash.base, clash.mine, clash.theirs].flatMap(texts),
          ...(typeof choice === 'object' ? texts(choice.value) : []),
        ]),
    )
    const rest = (config: FunctionConfig) => readList(config, key).filter((one) => !said.has(one))
    expect(rest(body), `${key}: an answer is about its own place`).toEqual(rest(merge.merged))
  }
  const again = mergeConfigs(settled.base, settled.merged, theirs)
  expect(again.clashes, 'nothing is asked twice').toEqual([])
  expect(sorted(again.merged)).toEqual(sorted(settled.merged))
}

/** Variables and volumes go by name; their order says nothing. */
const sorted = (config: FunctionConfig): FunctionConfig => ({
  ...config,
  spec: {
    ...config.spec,
    env: config.spec.env?.toSorted(byText),
    volumes: config.spec.volumes?.toSorted(byText),
  },
})
const byText = (a: unknown, b: unknown): number => (text(a) < text(b) ? -1 : 1)

function randomChoice(random: Random, clash: Clash, i: number): Choice {
  if (random.chance(0.35)) return 'mine'
  if (random.chance(0.5)) return 'theirs'
  const isTolerations = clash.path.at(-1) === 'tolerations'
  if (clash.part) return { value: [isTolerations ? { key: `third ${i}` } : `third ${i}`] }
  if (clash.path[1] === 'env') return { value: { name: clash.path[2], value: `third ${i}` } }
  return clash.path.length > 3 && clash.path[1] !== 'volumes' ? { value: `third ${i}` } : 'theirs'
}

function play(seed: number): void {
  const random = new Random(seed)
  const base = randomModel(random)
  const [mine, theirs] = [copyOf(base), copyOf(base)]
  const [me, other] = [new Editor(random, 'mine'), new Editor(random, 'theirs')]
  const inSource = random.chance(0.25)
  for (let edits = 1 + random.below(9); edits > 0; edits -= 1) me.edit(mine, inSource)
  for (let edits = 1 + random.below(9); edits > 0; edits -= 1)
    if (random.chance(0.15)) other.imitate(theirs, mine)
    else other.edit(theirs, inSource)
  const models = { base, mine, theirs }
  const stored = configFrom(theirs, 'server')
  const merge = mergeConfigs(configFrom(base, 'server'), configFrom(mine, 'person'), stored)
  checkPlaces(models, merge)
  for (const key of listKeys) checkList(key, models, merge)
  const again = mergeConfigs(merge.base, merge.merged, stored)
  expect(again.merged, 'the same when it is merged again').toEqual(merge.merged)
  // A stretch may take in a neighbour that is changed, too; nothing of a question goes missing.
  for (const { id, path, part, mine: own, theirs: others } of merge.clashes) {
    const same = again.clashes.filter(
      (clash) => equal(clash.path, path) && Boolean(clash.part) === Boolean(part),
    )
    const side = (key: 'mine' | 'theirs', value: unknown) =>
      part
        ? texts(value).every((one) => same.some((clash) => texts(clash[key]).includes(one)))
        : same.some((clash) => equal(clash[key], value))
    expect(side('mine', own) && side('theirs', others), `still asked: ${id}`).toBe(true)
  }
  checkDecided(random, merge, stored)
}

describe('histories of two editors', () => {
  it(`lose no edit and ask only about what both touched: ${histories} from seed ${firstSeed}`, () => {
    for (let seed = firstSeed; seed < firstSeed + histories; seed += 1) {
      try {
        play(seed)
      } catch (error) {
        throw new Error(`MERGE_SEED=${seed}: ${(error as Error).message}`, { cause: error })
      }
    }
  })
})
