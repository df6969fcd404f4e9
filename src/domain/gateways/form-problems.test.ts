import { expect, it } from 'vitest'
import { formProblems } from './form-problems'
import { emptyGatewayForm, type GatewayForm } from './gateway-form'

const surroundings = {
  namespace: 'nuclio',
  project: 'shop',
  functions: new Set(['echo', 'next']),
  used: [{ host: 'taken.localhost', path: '/' }],
  modes: ['none', 'basic'],
  hostTakesPort: true,
}
const good: GatewayForm = { ...emptyGatewayForm, name: 'api', host: 'api.localhost:8091', primary: 'echo' }
const problemsOf = (change: Partial<GatewayForm>, more = {}) =>
  formProblems({ ...good, ...change }, { ...surroundings, ...more }).map(
    ({ field, words, isMissing }) => `${field}${isMissing ? ' (missing)' : ''}: ${words}`,
  )

it('has nothing against a good one', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ hasCanary: true, canary: 'next', share: 10, path: 'v1/' })).toEqual([])
})

it('says in the order of the fields what is still missing', () => {
  expect(problemsOf({ name: '', host: '', primary: '', hasCanary: true, mode: 'basic' })).toEqual([
    'name (missing): Enter a name',
    'host (missing): Enter the host that the gateway answers for',
    'primary (missing): Choose a function',
    'canary (missing): Choose a function',
    'username (missing): Basic authentication needs a username',
    'password (missing): Basic authentication needs a password',
  ])
})

it.each([
  [{ name: 'Shop' }, 'name: Use lower-case letters only'],
  [{ name: 'scaler' }, 'name: “scaler” is reserved for a part of Nuclio itself'],
  [
    { host: 'http://x' },
    'host: Use lower-case letters, digits and inner hyphens between dots, such as shop.example.com',
  ],
  [{ host: 'taken.localhost' }, 'host: Something else answers at this host and path already'],
  [{ path: '/a.b' }, 'path: Use letters, digits, - and _ between single slashes, such as /v1/orders'],
  [{ primary: 'gone' }, 'primary: Function gone does not exist'],
  [{ hasCanary: true, canary: 'gone' }, 'canary: Function gone does not exist'],
  [{ hasCanary: true, canary: 'echo' }, 'canary: This is the function that gets the rest, too'],
  [{ hasCanary: true, canary: 'next', share: 0 }, 'share: Give the canary 1 to 100 percent'],
  [{ hasCanary: true, canary: 'next', share: Number.NaN }, 'share: Give the canary 1 to 100 percent'],
  [
    { mode: 'oauth2' as const },
    'mode: This platform cannot do oauth2: its authentication modes are none, basic',
  ],
])('finds what is wrong with %j', (change, words) => {
  expect(problemsOf(change)).toEqual([words])
})

it('finds a name that is taken', () => {
  expect(problemsOf({}, { act: 'create', existing: { project: 'other' } })).toEqual([
    'name: There is already a gateway by this name',
  ])
})
