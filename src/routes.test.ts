import { matchRoutes, type LoaderFunctionArgs } from 'react-router'
import { expect, it } from 'vitest'
import { routes } from './routes'

async function redirected(address: string): Promise<string | null> {
  const url = new URL(address, 'http://localhost')
  const match = matchRoutes(routes, url)?.at(-1)
  const loader = match?.route.loader
  if (!match || typeof loader !== 'function') return null
  const args = { request: new Request(url), params: match.params, context: {} }
  const answer: unknown = await loader(args as unknown as LoaderFunctionArgs)
  return answer instanceof Response ? answer.headers.get('location') : null
}

it.each([
  ['/', '/projects'],
  ['/welcome', '/projects'],
  ['/projects/create-function', '/projects'],
  ['/projects/shop', '/projects/shop/functions'],
  ['/projects/shop/functions/echo/', '/projects/shop/functions/echo/code'],
  ['/projects/shop/functions/echo/monitoring', '/projects/shop/functions/echo/deploys'],
  ['/projects/a%2Fb/functions/echo/monitoring/?ns=other', '/projects/a%2Fb/functions/echo/deploys?ns=other'],
])('%s leads to %s', async (from, to) => expect(await redirected(from)).toBe(to))

it.each(['code', 'configuration', 'triggers', 'yaml', 'review', 'deploys'])('%s is a page itself', (tab) => {
  const match = matchRoutes(routes, `/projects/shop/functions/echo/${tab}`)?.at(-1)
  expect(match?.route.path).toBe(tab)
})
