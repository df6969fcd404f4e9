import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveServer, type LiveServer } from '../live-server'
import { standInApp } from '../stand-in-platform'
import { isLoopbackHost } from './hosts'

let server: LiveServer
beforeAll(async () => {
  const app = standInApp({
    allowedHosts: ['dash.example', 'other.example:8443'],
    allowedOrigins: ['https://front.example'],
    canonicalHost: '127.0.0.1',
    staticDirectory: '/nowhere',
  })
  server = await liveServer(app.fetch)
})
afterAll(() => server.close())

const status = async (...given: Parameters<LiveServer['send']>) => {
  const { status: code, body } = await server.send(...given)
  if (code === 403)
    expect(JSON.parse(body.toString())).toMatchObject({
      error: expect.stringMatching(/ not allowed/) as string,
    })
  return code
}
const invoke = { 'x-nuclio-function-name': 'f' }
const own = () => `127.0.0.1:${server.port}`

describe('hosts', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8:1',
    '[::1]:8090',
    'localhost:9',
    'dash.example',
    'dash.example:80',
    'other.example:8443',
    'DASH.example',
  ])('takes %s', async (host) => {
    expect(await status('GET', '/api/versions', { host })).toBe(200)
  })

  it.each([
    'evil.example',
    'evil.example:8090',
    '127.0.0.1.evil.example',
    'other.example',
    'localhost.evil.example',
    '10.0.0.1',
    '128.0.0.1',
  ])('refuses %s on every path', async (host) => {
    for (const path of ['/api/versions', '/server.json', '/', '/assets/x.js'])
      expect(await status('GET', path, { host })).toBe(403)
  })

  it('knows loopback without and with a port', () => {
    expect(['localhost', '::1', '[::1]', '[::1]:1', '127.0.0.1', '127.0.0.2:80'].every(isLoopbackHost)).toBe(
      true,
    )
    expect(['0.0.0.0', '::', '1127.0.0.1', 'localhost.', '', '127.0.0.1.x'].some(isLoopbackHost)).toBe(false)
  })

  it('moves pages from localhost to the address, and nothing else', async () => {
    const page = await server.send('GET', '/projects/a?ns=x', { host: 'localhost:99' })
    expect([page.status, page.headers.location]).toEqual([307, 'http://127.0.0.1:99/projects/a?ns=x'])
    expect(await status('GET', '/api/versions', { host: 'localhost:99' })).toBe(200)
    expect(await status('GET', '/server.json', { host: 'localhost:99' })).toBe(200)
    expect(await status('GET', '/projects', { host: 'localhost', 'x-forwarded-host': 'dash.example' })).toBe(
      503,
    )
  })
})

describe('origins', () => {
  it('passes programs, the own page and allowed pages', async () => {
    const reached = 204
    const body = JSON.stringify({ metadata: { name: 'f' } })
    const remove = (headers: Record<string, string>) => status('DELETE', '/api/functions', headers, body)
    expect(await remove({})).toBe(reached)
    expect(await remove({ origin: `http://${own()}`, host: own(), 'sec-fetch-site': 'same-origin' })).toBe(
      reached,
    )
    expect(await remove({ origin: 'https://dash.example', host: 'dash.example' })).toBe(reached)
    expect(await remove({ origin: 'https://dash.example', host: 'dash.example:443' })).toBe(reached)
    expect(await remove({ origin: 'https://front.example', 'sec-fetch-site': 'cross-site' })).toBe(reached)
    expect(await remove({ 'sec-fetch-site': 'none' })).toBe(reached)
  })

  it.each([
    ['another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another scheme with another port', { origin: 'https://127.0.0.1' }],
    ['a page that sends no Origin', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site page that sends no Origin', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_who, headers) => {
    expect(await status('POST', '/api/functions', headers, '{}')).toBe(403)
    expect(await status('DELETE', '/api/projects', headers, '{}')).toBe(403)
    expect(await status('GET', '/api/function_invocations', { ...headers, ...invoke })).toBe(403)
    expect(await status('OPTIONS', '/api/function_invocations/x', { ...headers, ...invoke })).toBe(403)
    expect(await status('GET', '/api/projects', headers)).toBe(403)
    expect(await status('POST', '/test-controls/seed', headers, '{}')).toBe(403)
  })

  it('gives no other origin a right to read, not even an allowed one', async () => {
    const { headers } = await server.send('GET', '/api/projects', { origin: 'https://front.example' })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })
})
