import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import contract from '../../../openapi.yaml?raw'
import { fieldsOf, triggerKinds } from './kinds'
import type { TriggerField } from './trigger-field'

interface Schema {
  $ref?: string
  type?: string | string[]
  default?: unknown
  enum?: string[]
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: boolean | Schema
}

interface Contract {
  components: {
    schemas: Record<string, Schema> & {
      Trigger: {
        properties: Record<string, Schema>
        allOf: {
          if: { properties: { kind: { const?: string; enum?: string[] } } }
          then: { properties: { attributes: Schema } }
        }[]
      }
    }
  }
}

const { schemas } = (parse(contract) as Contract).components

function resolved(schema: Schema): Schema {
  return schema.$ref ? resolved(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
}

/** The places of a schema that hold values, with what the contract says of them. */
function places(given: Schema, path: string[] = []): [path: string, schema: Schema][] {
  const schema = resolved(given)
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, child]) => places(child, [...path, key]))
  return [[path.join('.'), schema]]
}

/** Types of the contract that a field's type can hold. */
function fits(field: TriggerField, schema: Schema): boolean {
  const types = [schema.type ?? 'object'].flat().filter((type) => type !== 'null')
  const items = schema.items && resolved(schema.items)
  switch (field.type) {
    case 'number':
    case 'workers':
      return types.join() === 'integer'
    case 'numberOrText':
      return types.join() === 'integer,string'
    case 'switch':
      return types.join() === 'boolean'
    case 'lines':
      return types.join() === 'array' && items?.type === 'string'
    case 'numbers':
      return types.join() === 'array' && items?.type === 'integer'
    case 'rows':
      return types.join() === 'array' && items?.properties !== undefined
    case 'map':
    case 'entries':
      return types.join() === 'object' && typeof schema.additionalProperties === 'object'
    case 'choice':
      return types.join() === 'string' && (!schema.enum || sameSet(schema.enum, field.choices))
    case 'text':
    case 'long':
    case 'secret':
    case 'duration':
      return types.join() === 'string' && !schema.enum
  }
}

const sameSet = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

function compare(fields: readonly TriggerField[], schema: Schema): string[] {
  const wrong: string[] = []
  for (const [path, place] of places(schema)) {
    const field = fields.find((one) => one.path.join('.') === path)
    if (!field) {
      wrong.push(`${path} is not drawn`)
      continue
    }
    if (!fits(field, place)) wrong.push(`${path} is ${field.type}`)
    const { least, most } = field as { least?: number; most?: number }
    if (place.minimum !== undefined && least !== place.minimum) wrong.push(`${path} begins at ${least}`)
    if (place.maximum !== undefined && most !== place.maximum) wrong.push(`${path} ends at ${most}`)
    const usual = 'default' in field ? field.default : undefined
    if (place.default !== undefined && !saysDefault(usual, place.default))
      wrong.push(`${path} has the default ${usual}`)
    if (field.type === 'rows') wrong.push(...compare(field.of, place.items ?? {}))
    if (field.type === 'entries') wrong.push(...compare(field.of, place.additionalProperties as Schema))
  }
  return wrong
}

/** Off, nothing and an empty list need no word; a list is named in one line. */
function saysDefault(shown: unknown, real: unknown): boolean {
  if (real === false) return shown === undefined
  if (Array.isArray(real)) return (shown ?? '') === real.join(' ')
  return shown === real
}

const attributesOf = (kind: string): Schema | undefined =>
  schemas.Trigger.allOf.find(({ if: { properties } }) =>
    [properties.kind.const, ...(properties.kind.enum ?? [])].includes(kind),
  )?.then.properties.attributes

describe('the fields of a trigger', () => {
  const inContract = triggerKinds.filter(({ kind }) => attributesOf(kind))

  it('stand for every kind of the contract', () => {
    expect(inContract).toEqual(triggerKinds)
    expect(schemas.Trigger.allOf.length).toBeGreaterThan(10)
  })

  it.each(inContract.map(({ kind }) => kind))('of kind %s are those of the contract', (kind) => {
    const own = fieldsOf(kind).filter(({ path }) => path[0] === 'attributes')
    const relative = own.map((field) => ({ ...field, path: field.path.slice(1) }))
    const schema = attributesOf(kind) ?? {}
    expect(compare(relative, schema)).toEqual([])
    const known = places(schema).map(([path]) => path)
    expect(relative.map(({ path }) => path.join('.')).filter((path) => !known.includes(path))).toEqual([])
  })

  it('of any kind cover what all triggers have', () => {
    // The server's own, what the row itself shows, and the older name of the number of workers.
    const elsewhere = new Set(['class', 'kind', 'name', 'disabled', 'attributes', 'maxWorkers'])
    const shared = Object.entries(schemas.Trigger.properties).filter(([key]) => !elsewhere.has(key))
    expect(compare(fieldsOf('something-else'), { properties: Object.fromEntries(shared) })).toEqual([])
  })

  it('are each drawn once', () => {
    for (const { kind } of triggerKinds) {
      const paths = fieldsOf(kind).map(({ path }) => path.join('.'))
      expect(paths).toEqual([...new Set(paths)])
    }
  })
})
