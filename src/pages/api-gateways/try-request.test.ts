import { expect, it } from 'vitest'
import { goodGateway } from '@/domain/gateways/cases'
import { credentialsFor, sentHeaders, tryCommand, type TryRequest } from './try-request'

const request: TryRequest = {
  method: 'POST',
  path: '/v1/x?y=1',
  headers: 'Accept: text/plain\n# X-Off: 1\nX-Twice: a\nX-Twice: b',
  body: 'hello',
  withCredentials: true,
}
const basic = (password: string) => ({
  ...goodGateway,
  spec: {
    ...goodGateway.spec,
    authenticationMode: 'basic' as const,
    authentication: { basicAuth: { username: 'änn', password } },
  },
})
const withKey = { ...goodGateway, spec: { ...goodGateway.spec, authenticationMode: 'accessKey' as const } }

it('knows what a gateway asks for, as far as that can be known', () => {
  expect(credentialsFor(basic('é'), undefined)).toEqual(['Authorization', 'Basic w6RubjrDqQ=='])
  expect(credentialsFor(basic('$ref:/spec/x'), undefined)).toBeUndefined()
  expect(credentialsFor(withKey, 'key')).toEqual(['x-v3io-session-key', 'key'])
  expect(credentialsFor(withKey, undefined)).toBeUndefined()
  expect(credentialsFor(goodGateway, 'key')).toBeUndefined()
})

it('sends the headers that are on, and credentials when it is told to', () => {
  const typed = [
    ['Accept', 'text/plain'],
    ['X-Twice', 'a'],
    ['X-Twice', 'b'],
  ]
  expect(sentHeaders(request, ['A', 'b'])).toEqual([...typed, ['A', 'b']])
  expect(sentHeaders({ ...request, withCredentials: false }, ['A', 'b'])).toEqual(typed)
})

it('is a command as well, with variables for secrets', () => {
  const { command, variables } = tryCommand(request, 'http://a.localhost:8091/v1', [
    'x-v3io-session-key',
    'the-key',
  ])
  expect(command).toContain(`-X POST 'http://a.localhost:8091/v1/x?y=1'`)
  expect(command).toContain(`--data-raw 'hello'`)
  expect(command).not.toContain('the-key')
  expect(variables).toMatchObject([{ value: 'the-key' }])
  expect(tryCommand({ ...request, method: 'GET' }, 'http://a', undefined).command).not.toContain('data')
})
