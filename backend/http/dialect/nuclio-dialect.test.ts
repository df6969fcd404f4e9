import { afterEach, describe, expect, it } from 'vitest'
import { liveServer, type LiveServer } from '../live-server'
import { standInApp, storedFunction } from '../stand-in-platform'

const nuclio = () => standInApp({ testControls: true, dialect: 'nuclio' })
const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

describe('the Nuclio dialect of the whole API', () => {
  it('needs no namespace headers and ends JSON with a line', async () => {
    const { request, standIn } = nuclio()
    standIn.functions.set('f', storedFunction('f'))
    const answer = await request('/api/functions/')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/^\{"f":.*\}\n$/)
    expect(standIn.calls[0]?.arguments).toMatchObject([{ namespace: 'nuclio' }])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      vary: 'Origin',
    })
    for (const path of ['/api/function_events', '/api/api_gateways']) {
      expect(await (await request(path)).text()).toBe('{}\n')
    }
  })

  it('ends errors without a line', async () => {
    const answer = await nuclio().request('/api/functions/nope')
    expect([answer.status, (await answer.text()).endsWith('}')]).toEqual([404, true])
  })

  it('creates, reads and overwrites projects', async () => {
    const { request } = nuclio()
    const created = await request(
      '/api/projects',
      post({ metadata: { name: 'p' }, spec: { description: 'one' } }),
    )
    expect([created.status, await created.json()]).toMatchObject([
      201,
      { metadata: { name: 'p' }, status: {} },
    ])
    const again = await request(
      '/api/projects',
      post({ metadata: { name: 'p' }, spec: { description: 'two' } }),
    )
    expect([again.status, await again.json()]).toMatchObject([201, { spec: { description: 'two' } }])
  })

  it('has no HEAD', async () => {
    expect((await nuclio().request('/api/versions', { method: 'HEAD' })).status).toBe(405)
  })

  it('can be chosen while the server runs', async () => {
    const { request } = standInApp({ testControls: true })
    expect((await request('/api/functions')).status).toBe(400)
    await request('/test-controls/dialect', post({ dialect: 'nuclio' }))
    expect((await request('/api/functions')).status).toBe(200)
    await request('/test-controls/dialect', post({ dialect: 'documented' }))
    expect((await request('/api/functions')).status).toBe(400)
  })

  it('cannot be chosen without test controls', async () => {
    expect((await standInApp({ dialect: 'nuclio' }).request('/api/functions')).status).toBe(400)
  })

  describe('on a connection', () => {
    let server: LiveServer | undefined
    afterEach(() => server?.close())

    it('drops the body of a GET invocation and keeps the one of a POST', async () => {
      const app = nuclio()
      app.standIn.invoke = ({ body, headers: seen }) => {
        const namespaces = seen.filter(([name]) => /namespace/i.test(name))
        expect(namespaces).toEqual([])
        return { status: 200, headers: [['X-Nuclio-Logs', '[]']], body }
      }
      server = await liveServer(app.fetch)
      const headers = { 'x-nuclio-function-name': 'f' }
      const dropped = await server.send('GET', '/api/function_invocations', headers, 'body')
      expect([dropped.status, dropped.body.toString()]).toEqual([200, ''])
      const kept = await server.send('POST', '/api/function_invocations', headers, 'body')
      expect([kept.status, kept.body.toString()]).toEqual([200, 'body'])
      expect(kept.headers).not.toHaveProperty('x-nuclio-logs')
      expect((await server.send('TRACE', '/api/function_invocations', headers)).status).toBe(405)
    })

    it('accepts a deploy with a content type and no bytes', async () => {
      const app = nuclio()
      server = await liveServer(app.fetch)
      const body = JSON.stringify({ metadata: { name: 'f' }, spec: {} })
      const answer = await server.send('POST', '/api/functions', {}, body)
      expect([answer.status, answer.headers['content-type'], answer.body.length]).toEqual([
        202,
        'application/json',
        0,
      ])
    })

    it('streams logs as they come', async () => {
      const app = nuclio()
      let source: ReadableStreamDefaultController<Uint8Array> | undefined
      app.standIn.logs = () => new ReadableStream({ start: (controller) => void (source = controller) })
      server = await liveServer(app.fetch)
      const answer = await fetch(`${server.url}/api/functions/f/logs/r`)
      const reader = answer.body?.getReader()
      source?.enqueue(new TextEncoder().encode('line\n'))
      expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('line\n')
      await reader?.cancel()
    })
  })
})
