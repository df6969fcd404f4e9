import { describe, expect, it } from 'vitest'
import { emptyRequest, type ConsoleRequest } from './request'
import { putSecretsBack, takeOutSecrets } from './request-secrets'
import { SecretMemory } from './secret-memory'

const request = (secret: string): ConsoleRequest => ({
  ...emptyRequest,
  headers: [{ id: 1, name: 'Authorization', value: `Bearer ${secret}` }],
})

function sent(memory: SecretMemory, id: string, secret: string) {
  const { masked, secrets } = takeOutSecrets(request(secret))
  memory.remember(id, secrets)
  return masked
}

describe('SecretMemory', () => {
  it('gives each request its own secret back, also under the same name', () => {
    const memory = new SecretMemory()
    const first = sent(memory, 'first', 'AAA111')
    const second = sent(memory, 'second', 'BBB222')
    expect(putSecretsBack(first, memory.of('first'))).toEqual({ request: request('AAA111'), missing: [] })
    expect(putSecretsBack(second, memory.of('second'))).toEqual({ request: request('BBB222'), missing: [] })
  })

  it('has none for a request that it does not know, but knows the latest under its key', () => {
    const memory = new SecretMemory()
    const before = takeOutSecrets(request('AAA111')).masked
    sent(memory, 'second', 'BBB222')
    const { missing } = putSecretsBack(before, memory.of('first'))
    expect(missing.map(({ key }) => memory.latest(key))).toEqual(['BBB222'])
    expect(memory.latest('header x-api-key')).toBeUndefined()
  })

  it('takes in what is entered later, and lets go of what is told', () => {
    const memory = new SecretMemory()
    memory.remember('a', new Map([['path token', 'one']]))
    memory.remember('a', new Map([['header authorization', 'two']]))
    expect([...memory.of('a').values()]).toEqual(['one', 'two'])
    memory.forget(['a', 'b'])
    expect(memory.of('a').size).toBe(0)
    expect(memory.latest('path token')).toBe('one')
  })
})
