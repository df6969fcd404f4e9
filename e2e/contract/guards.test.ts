import { request } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

let server: DashboardServer

beforeAll(async () => {
  server = await DashboardServer.start()
})
afterAll(() => server?.dispose())

/** A request with any header at all; `fetch` would not send a Host or an Origin of our choice. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, { method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const project = JSON.stringify({ metadata: { name: 'smuggled', namespace: 'nuclio' }, spec: {} })

describe('the guards', () => {
  it.each([
    ['a read with a foreign Host', 'GET', '/api/projects', { host: 'evil.example' }],
    ['a page with a foreign Host', 'GET', '/', { host: 'evil.example' }],
    ['a write with a foreign Host', 'POST', '/api/projects', { ...json, host: 'evil.example:8090' }],
    ['a write with a foreign Origin', 'POST', '/api/projects', { ...json, origin: 'http://evil.example' }],
    [
      'a write from another port of this host',
      'POST',
      '/api/projects',
      { ...json, origin: 'http://127.0.0.1:9', 'sec-fetch-site': 'same-site' },
    ],
    [
      'a write that a browser calls cross-site',
      'POST',
      '/api/projects',
      { ...json, 'sec-fetch-site': 'cross-site' },
    ],
    [
      'an invocation with a foreign Origin',
      'GET',
      '/api/function_invocations',
      { origin: 'http://evil.example', 'x-nuclio-function-name': 'echo' },
    ],
    ['an opaque Origin', 'POST', '/api/projects', { ...json, origin: 'null' }],
  ])('refuse %s', async (_name, method, path, headers) => {
    const { status, text } = await send(method, path, headers, method === 'POST' ? project : '')
    expect(status).toBe(403)
    expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/\w+ \w+/) })
    const listed = await new PlatformClient(server.url).send('GET', '/api/projects')
    expect(Object.keys((await listed.json()) as object)).not.toContain('smuggled')
  })

  it('let a client without an Origin through', async () => {
    const { status } = await send(
      'POST',
      '/api/projects',
      json,
      JSON.stringify({ metadata: { name: 'by-hand', namespace: 'nuclio' }, spec: {} }),
    )
    expect(status).toBe(201)
  })

  it('say where broken JSON breaks', async () => {
    const { status, text } = await send('POST', '/api/functions', json, '{\n  "metadata": {"name": "x",}\n}')
    expect(status).toBe(400)
    expect(text).toMatch(/line 2/)
  })

  it('hold the test controls behind their switch', async () => {
    const other = await DashboardServer.start({ TEST_CONTROLS: '' })
    try {
      const answer = await fetch(`${other.url}/test-controls/faults`, {
        method: 'POST',
        headers: json,
        body: '{}',
      })
      expect(answer.status).toBe(404)
    } finally {
      await other.dispose()
    }
  })

  it('give pages a policy without eval and without foreign hosts', async () => {
    const answer = await fetch(server.url)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
