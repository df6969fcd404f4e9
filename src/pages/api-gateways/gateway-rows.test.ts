import { expect, it } from 'vitest'
import { goodGateway, upstreamsTo } from '@/domain/gateways/cases'
import { arrangeGateways, gatewayRow } from './gateway-rows'

const page = { hostname: 'dash.example', protocol: 'http:' }
const row = (name: string, spec = {}, status = {}) =>
  gatewayRow(
    { metadata: { name }, spec: { ...goodGateway.spec, host: `${name}.example`, ...spec }, status },
    page,
  )
const rows = [
  row('b', { upstreams: upstreamsTo(['old'], ['new', 10]) }, { state: 'ready' }),
  row('c', { authenticationMode: 'basic' }, { state: 'error', last_error: 'why' }),
  row('a', {}, { state: 'ready' }),
]
const names = (order: Partial<Parameters<typeof arrangeGateways>[1]>) =>
  arrangeGateways(rows, { search: '', column: 'state', descending: false, ...order }).map(({ name }) => name)

it('puts what is broken first, then goes by name', () => {
  expect(names({})).toEqual(['c', 'a', 'b'])
  expect(names({ descending: true })).toEqual(['a', 'b', 'c'])
  expect(names({ column: 'url', descending: true })).toEqual(['c', 'b', 'a'])
})

it('finds words in all that a row shows', () => {
  expect(names({ search: 'new' })).toEqual(['b'])
  expect(names({ search: 'A.example /v1' })).toEqual(['a'])
  expect(names({ search: 'password error' })).toEqual(['c'])
})
