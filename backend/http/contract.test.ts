import { describe, expect, it } from 'vitest'
import { contractOf } from './contract'

const contract = contractOf({
  paths: {
    '/api/functions': {
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Config' } } } },
      },
    },
    '/functions/{name}': { patch: { requestBody: { $ref: '#/components/requestBodies/Patch' } } },
  },
  components: {
    requestBodies: {
      Patch: {
        content: {
          'application/json': { schema: { type: 'object', properties: { a: { type: 'boolean' } } } },
        },
      },
    },
    schemas: {
      Config: {
        type: 'object',
        required: ['metadata', 'spec'],
        properties: {
          metadata: { type: 'object', properties: { labels: { additionalProperties: { type: 'string' } } } },
          spec: { $ref: '#/components/schemas/Spec' },
        },
      },
      Spec: {
        type: 'object',
        additionalProperties: false,
        properties: {
          minReplicas: { type: 'integer', minimum: 0 },
          cpu: { anyOf: [{ type: 'string' }, { type: 'number' }] },
          level: { enum: ['debug', 'info'] },
          env: {
            type: 'array',
            items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
          },
          port: { type: ['string', 'integer'] },
        },
      },
    },
  },
})

const refusal = (operation: string, body: unknown): string => {
  try {
    contract.check(operation, body)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}
const withSpec = (spec: unknown) => refusal('post /functions', { metadata: {}, spec })

describe('the contract', () => {
  it('takes what fits, by path with and without its prefix', () => {
    expect(withSpec({ minReplicas: 1, cpu: 1, env: [{ name: 'A' }] })).toBe('')
    expect(refusal('patch /functions/{name}', { a: true })).toBe('')
  })

  it.each([
    [{ minReplicas: 'one' }, 'spec.minReplicas must be an integer'],
    [{ minReplicas: -1 }, 'spec.minReplicas must be >= 0'],
    [{ cpu: true }, 'spec.cpu must be a string or a number'],
    [{ level: 'loud' }, 'spec.level must be one of debug, info'],
    [{ env: [{ value: 'x' }] }, 'spec.env[0].name is required'],
    [{ env: {} }, 'spec.env must be an array'],
    [{ port: true }, 'spec.port must be a string or an integer'],
    [{ nonsense: 1 }, 'spec.nonsense is not a known field'],
  ])('names what is wrong in %j', (spec, message) => {
    expect(withSpec(spec)).toBe(message)
  })

  it('names fields with odd keys, missing ones, and a body of a wrong type', () => {
    expect(refusal('post /functions', { metadata: { labels: { 'a.b/c': 1 } } })).toBe(
      'spec is required; metadata.labels["a.b/c"] must be a string',
    )
    expect(refusal('post /functions', [])).toBe('body must be an object')
    expect(refusal('patch /functions/{name}', { a: 'x' })).toBe('a must be a boolean')
  })

  it('checks against a schema by its name', () => {
    expect(refusal('schema Spec', { minReplicas: true })).toBe('minReplicas must be an integer')
  })

  it('counts what it does not show', () => {
    const env = Array.from({ length: 7 }, () => ({}))
    expect(withSpec({ env })).toMatch(/spec\.env\[4\]\.name is required; and 2 more$/)
  })

  it('knows no other operations', () => {
    expect(() => contract.check('post /nowhere', {})).toThrow(/no JSON request body/)
  })
})
