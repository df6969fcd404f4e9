import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { parse } from 'yaml'

interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
}

/** One field of a function: where it is, and a value of a type that it never has. */
export interface Field {
  path: (string | number)[]
  wrong: unknown
}

const contract = parse(
  readFileSync(fileURLToPath(new URL('../../openapi.yaml', import.meta.url)), 'utf8'),
) as { components: { schemas: Record<string, Schema> } }

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  const target = name ? contract.components.schemas[name] : undefined
  return target ? resolve(target) : schema
}

/** The schema itself and everything it is made of, with references followed. */
function parts(schema: Schema): Schema[] {
  const whole = resolve(schema)
  return [whole, ...[...(whole.allOf ?? []), ...(whole.anyOf ?? []), ...(whole.oneOf ?? [])].flatMap(parts)]
}

const samples: [type: string, value: unknown][] = [
  ['boolean', true],
  ['string', 'wrong'],
  ['number', 7.5],
  ['array', []],
  ['object', {}],
]

function wrongValue(schema: Schema): unknown {
  const types = new Set(
    parts(schema).flatMap((part) => [
      ...[part.type ?? []].flat(),
      ...(part.properties || part.additionalProperties ? ['object'] : []),
      ...(part.enum ?? []).map((value) => typeof value),
    ]),
  )
  if (types.has('integer')) types.add('number')
  if (types.size === 0) return undefined
  return samples.find(([type]) => !types.has(type))?.[1]
}

function fieldsOf(schema: Schema, path: Field['path'], seen: Schema[]): Field[] {
  return parts(schema).flatMap((part) => {
    if (seen.includes(part)) return []
    const children: [string | number, Schema][] = Object.entries(part.properties ?? {})
    if (typeof part.additionalProperties === 'object') children.push(['some-key', part.additionalProperties])
    if (part.items) children.push([0, part.items])
    return children.flatMap(([key, child]) => {
      const at = [...path, key]
      const wrong = wrongValue(child)
      return [...(wrong === undefined ? [] : [{ path: at, wrong }]), ...fieldsOf(child, at, [...seen, part])]
    })
  })
}

/** The smallest body that has the value at the path. */
export function bodyWith({ path, wrong }: Field): object {
  const nested = path.reduceRight<unknown>(
    (value, key) => (typeof key === 'number' ? [value] : { [key]: value }),
    wrong,
  )
  const { metadata, spec } = nested as { metadata?: object; spec?: object }
  return {
    metadata: { name: 'typed', namespace: 'nuclio', ...metadata },
    spec: { runtime: 'python:3.11', handler: 'main:handler', ...spec },
  }
}

const config = contract.components.schemas['FunctionConfig'] ?? {}
const fields = fieldsOf(config, [], []).filter(({ path }) => path.length > 1 && path[0] !== 'status')
/** Every field of a function's body, as the contract has it, once. */
export const wrongFields: readonly Field[] = [
  ...new Map(fields.map((field) => [field.path.join('.'), field])).values(),
]
