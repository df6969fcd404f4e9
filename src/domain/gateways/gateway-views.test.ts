import { expect, it } from 'vitest'
import { modesToChoose } from './authentication'
import { isSettingUp, stateOfGateway } from './gateway-state'
import { gatewayUrl } from './gateway-url'
import { hasGateways } from './platform-gateways'

const page = { hostname: 'dash.example', protocol: 'https:' }

it.each([
  [{ host: 'shop.example.com', path: '/v1' }, undefined, 'https://shop.example.com/v1'],
  [{ host: 'shop.example.com/', path: 'v1/' }, undefined, 'https://shop.example.com/v1'],
  [{ host: 'shop.localhost:8091', path: '/' }, undefined, 'http://shop.localhost:8091'],
  [{ host: 'shop.localhost:8091' }, 9000, 'http://shop.localhost:9000'],
  [{ host: 'shop.localhost', path: '/a' }, 9000, 'http://shop.localhost:9000/a'],
  [{ host: ' ' }, 9000, undefined],
  [{}, undefined, undefined],
])('has the URL of %j', (spec, port, url) => {
  expect(gatewayUrl(spec, page, port)).toBe(url)
})

it('puts states into words, with a reason only where it holds', () => {
  expect(stateOfGateway({ status: { state: 'ready', last_error: 'old' } })).toEqual({
    key: 'ready',
    word: 'ready',
    tone: 'ok',
  })
  expect(stateOfGateway({ status: { state: 'error', last_error: ' broken ' } })).toMatchObject({
    key: 'error',
    reason: 'broken',
  })
  for (const status of [undefined, {}, { state: '' as const }, { state: 'waitingForProvisioning' as const }])
    expect(isSettingUp({ metadata: { name: 'g' }, spec: {}, status })).toBe(true)
})

it('offers the modes that a platform lists, or all', () => {
  expect(modesToChoose(['none', 'basicAuth'])).toEqual(['none', 'basic'])
  expect(modesToChoose(['accessKey', 'none', 'newer'])).toEqual(['none', 'accessKey'])
  expect(modesToChoose([])).toEqual(['none', 'basic', 'accessKey', 'oauth2'])
})

it.each([
  [{ platformKind: 'kube' as const, allowedAuthenticationModes: null }, true],
  [{ platformKind: 'local' as const, allowedAuthenticationModes: null }, false],
  [{ platformKind: 'local' as const, allowedAuthenticationModes: ['none'] }, true],
])('says whether %j has gateways: %s', (spec, has) => {
  expect(hasGateways(spec)).toBe(has)
})
