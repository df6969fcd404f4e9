import type { FunctionConfig } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import { enrichedSpec } from '@/domain/spec-rules/enrichment'

/**
 * A model of a function for tests of the merge: places with values, things with names, and lists whose items have an identity of
 * their own. Editors act on the model, so it is known what each of them touched without comparing configurations.
 */

export interface Slot {
  /** Of an item that was there at first, its position; of a later one, a number below zero. */
  id: number
  text: string
}

export type Fields = Map<string, unknown>

export interface Volume {
  source: Record<string, unknown>
  mount: Fields
}

export interface Model {
  /** By path, keys joined with `|`. */
  fields: Fields
  triggers: Map<string, Fields>
  env: Map<string, Record<string, unknown>>
  volumes: Map<string, Volume>
  /** By path like the fields; the source is one of them, its lines are the items. */
  lists: Map<string, Slot[]>
}

export const sourceKey = 'spec|build|functionSourceCode'
export const listKeys = ['spec|build|commands', 'spec|tolerations', sourceKey] as const
export const fieldKeys = [
  'spec|description',
  'spec|handler',
  'spec|targetCPU',
  'spec|readinessTimeoutSeconds',
  'spec|resources|limits|cpu',
  'spec|nodeSelector|zone',
  'spec|nodeSelector|disk',
  'spec|later|deep|a',
  'spec|later|deep|b',
  'metadata|labels|team',
  'metadata|labels|constructor',
  'metadata|annotations|a.b/c',
  'metadata|unknown|x',
] as const

/** What a server writes into every function by itself. */
const storedFields: [string, unknown][] = [
  ['spec|runtime', 'python:3.11'],
  ['spec|platform', {}],
  ['spec|securityContext', {}],
  ['spec|disableDefaultHTTPTrigger', false],
  ['spec|eventTimeout', ''],
  ['spec|resources|requests', { cpu: '25m', memory: '1Mi' }],
  ['spec|build|codeEntryType', 'sourceCode'],
]

/** Numbers that repeat for one seed (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of them; `undefined` of none. */
  one<Item>(items: Iterable<Item>): Item | undefined {
    const all = [...items]
    return all[this.below(all.length)]
  }
}

export function randomModel(random: Random): Model {
  const fields: Fields = new Map(storedFields)
  for (const key of fieldKeys) if (random.chance(0.6)) fields.set(key, `base ${key}`)
  const triggers: Model['triggers'] = new Map([['http', triggerFields('http')]])
  for (const name of ['tick', 'queue', 'more'])
    if (random.chance(0.6)) triggers.set(name, triggerFields(random.chance(0.5) ? 'cron' : 'nats'))
  const env: Model['env'] = new Map()
  for (const name of ['A', 'B', 'C', 'D']) if (random.chance(0.6)) env.set(name, { value: `base ${name}` })
  const volumes: Model['volumes'] = new Map()
  for (const name of ['data', 'cache']) if (random.chance(0.6)) volumes.set(name, newVolume(name))
  const lists: Model['lists'] = new Map()
  for (const key of listKeys) {
    const length = key === sourceKey ? 1 + random.below(14) : random.below(6)
    lists.set(
      key,
      Array.from({ length }, (_, id) => ({ id, text: `base ${key} ${id}` })),
    )
  }
  return { fields, triggers, env, volumes, lists }
}

function triggerFields(kind: string): Fields {
  return new Map<string, unknown>([
    ['kind', kind],
    ['numWorkers', 1],
    ['attributes|a', 'base'],
  ])
}

const newVolume = (name: string): Volume => ({
  source: { hostPath: { path: `/base/${name}` } },
  mount: new Map([['mountPath', `/mnt/${name}`]]),
})

export function copyOf(model: Model): Model {
  return {
    fields: new Map(model.fields),
    triggers: new Map([...model.triggers].map(([name, fields]) => [name, new Map(fields)])),
    env: new Map(model.env),
    volumes: new Map(
      [...model.volumes].map(([name, { source, mount }]) => [name, { source, mount: new Map(mount) }]),
    ),
    lists: new Map([...model.lists].map(([key, slots]) => [key, [...slots]])),
  }
}

/** One who edits a model; everything that is put in bears the editor's name and a number of its own. */
export class Editor {
  readonly #random: Random
  readonly #name: string
  #count = 0

  constructor(random: Random, name: string) {
    this.#random = random
    this.#name = name
  }

  value(): string {
    this.#count += 1
    return `${this.#name} ${this.#count}`
  }

  /** With `inSource` a line of the source, which two people at one file change in several places each. */
  edit(model: Model, inSource = false): void {
    if (inSource) return this.#list(model, sourceKey)
    const acts = [this.#field, this.#trigger, this.#env, this.#volume, this.#list, this.#list, this.#list]
    this.#random.one(acts)?.call(this, model)
  }

  /** Does to one place what the other has done, as two who fix the same. */
  imitate(model: Model, other: Model): void {
    const random = this.#random
    const kind = random.one(['fields', 'env', 'triggers'] as const) ?? 'fields'
    const from = other[kind] as Map<string, unknown>
    const to = model[kind] as Map<string, unknown>
    const key = random.one(new Set([...from.keys(), ...to.keys()]))
    if (key === undefined || key === 'http' || storedFields.some(([stored]) => stored === key)) return
    const value = from.get(key)
    if (value === undefined) to.delete(key)
    else to.set(key, value instanceof Map ? new Map(value as Fields) : value)
  }

  #field({ fields }: Model): void {
    const key = this.#random.one(fieldKeys)
    if (!key) return
    if (this.#random.chance(0.3)) fields.delete(key)
    else fields.set(key, this.value())
  }

  #trigger({ triggers }: Model): void {
    const random = this.#random
    const name = random.one(['http', 'tick', 'queue', 'more', 'new']) ?? 'http'
    const fields = triggers.get(name)
    if (!fields)
      triggers.set(
        name,
        triggerFields(random.chance(0.5) ? 'cron' : 'nats').set('attributes|a', this.value()),
      )
    else if (name !== 'http' && random.chance(0.25)) triggers.delete(name)
    else if (name !== 'http' && random.chance(0.1))
      triggers.set(name, triggerFields('mqtt').set('attributes|m', this.value()))
    else if (random.chance(0.2)) fields.delete('attributes|a')
    else fields.set(random.one(['numWorkers', 'attributes|a', 'attributes|b', 'x']) ?? 'x', this.value())
  }

  #env({ env }: Model): void {
    const name = this.#random.one(['A', 'B', 'C', 'D', 'E', 'toString']) ?? 'A'
    if (env.has(name) && this.#random.chance(0.3)) env.delete(name)
    else if (this.#random.chance(0.2))
      env.set(name, { valueFrom: { secretKeyRef: { name: this.value(), key: 'k' } } })
    else env.set(name, { value: this.value() })
  }

  #volume({ volumes }: Model): void {
    const random = this.#random
    const name = random.one(['data', 'cache', 'temp']) ?? 'data'
    const volume = volumes.get(name)
    if (!volume) volumes.set(name, { ...newVolume(name), source: { hostPath: { path: this.value() } } })
    else if (random.chance(0.25)) volumes.delete(name)
    else if (random.chance(0.2)) volumes.set(name, { ...volume, source: { emptyDir: {} } })
    else if (random.chance(0.4))
      volumes.set(name, { ...volume, source: { hostPath: { path: this.value() } } })
    else volume.mount.set(random.one(['mountPath', 'subPath']) ?? 'subPath', this.value())
  }

  #list({ lists }: Model, key = this.#random.one(listKeys) ?? sourceKey): void {
    const random = this.#random
    const slots = lists.get(key) ?? []
    const at = random.below(slots.length + 1)
    const slot = slots[at]
    if (!slot || random.chance(0.4)) slots.splice(at, 0, { id: -1, text: this.value() })
    // A text always has a line.
    else if (random.chance(0.4) && slots.length > 1) slots.splice(at, 1)
    else slots[at] = { ...slot, text: this.value() }
  }
}

/** The configuration of a model, as a person edits it, or as the server would have stored it. */
export function configFrom(model: Model, by: 'person' | 'server'): FunctionConfig {
  const config = { metadata: { name: 'fn', namespace: 'nuclio' }, spec: {} } as Record<string, unknown>
  for (const [key, value] of model.fields) put(config, key.split('|'), value)
  for (const [name, fields] of model.triggers)
    put(config, ['spec', 'triggers', name], triggerFrom(name, fields))
  if (model.env.size > 0)
    put(
      config,
      ['spec', 'env'],
      [...model.env].map(([name, item]) => ({ name, ...item })),
    )
  if (model.volumes.size > 0) put(config, ['spec', 'volumes'], [...model.volumes].map(volumeFrom))
  for (const [key, slots] of model.lists) put(config, key.split('|'), listFrom(key, slots))
  const made = config as unknown as FunctionConfig
  return by === 'server' ? { ...made, spec: enrichedSpec(made.spec) } : made
}

export function triggerFrom(name: string, fields: Fields): Record<string, unknown> {
  const trigger: Record<string, unknown> = { name, class: '' }
  for (const [key, value] of fields) put(trigger, key.split('|'), value)
  return trigger
}

export const volumeFrom = ([name, { source, mount }]: [string, Volume]): Record<string, unknown> => ({
  volume: { name, ...source },
  volumeMount: { name, ...Object.fromEntries(mount) },
})

const listFrom = (key: string, slots: readonly Slot[]): unknown =>
  key === sourceKey
    ? encodeSource(slots.map(({ text }) => text).join('\n'))
    : slots.map(({ text }) => (key === 'spec|tolerations' ? { key: text } : text))

function put(tree: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) tree[key] = value
  else {
    if (!Object.hasOwn(tree, key)) tree[key] = {}
    put(tree[key] as Record<string, unknown>, rest, value)
  }
}
