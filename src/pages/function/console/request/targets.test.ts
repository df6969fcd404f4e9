import { expect, it } from 'vitest'
import type { ApiGateway, NuclioFunction } from '@/api/generated/schema'
import { chosenTarget, ownUrls, targetsOf } from './targets'

const page = { hostname: 'dashboard.example', protocol: 'https:' }
const fnWith = (internal: string[], external: string[]) =>
  ({
    metadata: { name: 'echo' },
    spec: {},
    status: { internalInvocationUrls: internal, externalInvocationUrls: external },
  }) as NuclioFunction
const gateway = (spec: ApiGateway['spec']): ApiGateway => ({ metadata: { name: 'shop' }, spec })
const upstream = (name: string, percentage?: number) => ({ nucliofunction: { name }, percentage })

it('names addresses as the server does, and shows where they lead', () => {
  const fn = fnWith(
    ['nuclio-echo.ns:8080', '127.0.0.1:31000'],
    ['127.0.0.1:31000', '0.0.0.0:31001', 'echo.example'],
  )
  expect(ownUrls(fn)).toEqual(['nuclio-echo.ns:8080', '127.0.0.1:31000', '0.0.0.0:31001', 'echo.example'])
  const targets = targetsOf(fn, [], page)
  expect(targets.internal.map(({ value, url }) => [value, url])).toEqual([
    ['nuclio-echo.ns:8080', 'http://nuclio-echo.ns:8080'],
  ])
  expect(targets.external.map(({ value, url }) => [value, url])).toEqual([
    ['127.0.0.1:31000', 'http://127.0.0.1:31000'],
    ['0.0.0.0:31001', 'http://dashboard.example:31001'],
    ['echo.example', 'https://echo.example'],
  ])
  expect(targets.external.map(({ isOutside }) => isOutside)).toEqual([false, true, true])
  const near = targetsOf(fn, [], { hostname: 'localhost', protocol: 'http:' })
  expect(near.external.map(({ isOutside }) => isOutside)).toEqual([true, true, true])
  expect(chosenTarget(fn, targets, '')).toMatchObject({ value: 'nuclio-echo.ns:8080', isOutside: false })
  expect(chosenTarget(fn, targets, 'echo.example')?.isOutside).toBe(true)
  expect(chosenTarget(fn, targets, 'gone:1')).toBeUndefined()
  expect(chosenTarget(fnWith([], []), targetsOf(fnWith([], []), [], page), '')).toBeUndefined()
})

it('finds the gateways that lead to the function', () => {
  const { gateways } = targetsOf(
    fnWith([], []),
    [
      gateway({ host: 'shop.example', path: 'v1/', upstreams: [upstream('echo')] }),
      gateway({ host: 'shop.example:8091', path: '/', upstreams: [upstream('other'), upstream('echo', 10)] }),
      gateway({ host: 'shop.example', upstreams: [upstream('other')] }),
      gateway({ upstreams: [upstream('echo')] }),
    ],
    page,
  )
  expect(gateways.map(({ value, label }) => [value, label])).toEqual([
    ['https://shop.example/v1', 'shop.example/v1 (shop)'],
    ['http://shop.example:8091', '10 % of shop.example:8091 (shop)'],
  ])
})
