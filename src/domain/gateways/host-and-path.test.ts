import { expect, it } from 'vitest'
import { bareHost, isBelow, placeOfGateway, renderedHost } from './host-and-path'

it('compares hosts without case, port and last dot', () => {
  expect(['Shop.Localhost:8091', ' shop.localhost.', 'shop.localhost:'].map(bareHost)).toEqual(
    Array.from({ length: 3 }, () => 'shop.localhost'),
  )
  expect(placeOfGateway({ host: 'A.example', path: 'v1/' })).toEqual({ host: 'a.example', path: '/v1' })
  expect(placeOfGateway({})).toEqual({ host: '', path: '/' })
})

it.each([
  ['/anything', '/', true],
  ['/v1', '/v1', true],
  ['/v1/', '/v1', true],
  ['/v1/x', '/v1', true],
  ['/v10', '/v1', false],
  ['/', '/v1', false],
  ['/V1', '/v1', false],
])('says of a request to %s at the gateway %s: %s', (request, gateway, is) => {
  expect(isBelow(request, gateway)).toBe(is)
})

it('makes a host of the names, and of nothing else', () => {
  const names = { name: 'shop', project: 'web', namespace: 'nuclio' }
  expect(renderedHost('{{ .ResourceName }}-{{.ProjectName}}.{{ .Namespace }}.localhost:8091', names)).toBe(
    'shop-web.nuclio.localhost:8091',
  )
  expect(renderedHost('{{ .ResourceName | trunc 8 }}.example', names)).toBeUndefined()
  expect(renderedHost('', names)).toBeUndefined()
})
