import { expect, it } from 'vitest'
import { parse } from 'yaml'
import contract from '../../../openapi.yaml?raw'
import { quantitiesOf, quantityPlaces } from './quantity-places'

interface Schema {
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: boolean | Schema
}

const { schemas } = (parse(contract) as { components: { schemas: Record<string, Schema> } }).components

/** Where a schema, or what it refers to, says that there is an amount. */
function amountsIn(schema: Schema | undefined, path: string): string[] {
  if (!schema) return []
  const name = schema.$ref?.split('/').at(-1)
  if (name === 'Quantity') return [path]
  if (name) return amountsIn(schemas[name], path)
  const { properties, items, additionalProperties: values } = schema
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, value]) => amountsIn(value, `${path}.${key}`)),
    ...amountsIn(items, `${path}.*`),
    ...(typeof values === 'object' ? amountsIn(values, `${path}.*`) : []),
  ]
}

it('has every amount of the contract', () => {
  const known = quantityPlaces.map((place) => `.${place.join('.')}`)
  expect(known.toSorted()).toEqual(amountsIn(schemas['FunctionSpec'], '').toSorted())
})

it('finds amounts in lists and maps, and passes over what is of another type', () => {
  const spec = {
    resources: { limits: { cpu: 2, 'nvidia.com/gpu': '1', memory: true } },
    sidecars: [null, { resources: { requests: { memory: '1Gi' } } }, 'text'],
    volumes: { none: 1 },
    env: [{ valueFrom: { resourceFieldRef: { divisor: '1m' } } }, { valueFrom: [] }],
  }
  expect(quantitiesOf(spec as never)).toEqual([
    [['resources', 'limits', 'cpu'], 2],
    [['resources', 'limits', 'nvidia.com/gpu'], '1'],
    [['env', '0', 'valueFrom', 'resourceFieldRef', 'divisor'], '1m'],
    [['sidecars', '1', 'resources', 'requests', 'memory'], '1Gi'],
  ])
})
