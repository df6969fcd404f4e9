import { afterEach, describe, expect, it } from 'vitest'
import { liveServer, type LiveServer } from '../live-server'
import { standInApp } from '../stand-in-platform'

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

describe('test controls', () => {
  it('are absent unless asked for', async () => {
    const { request } = standInApp()
    for (const [method, path] of [
      ['POST', '/faults'],
      ['POST', '/seed'],
      ['POST', '/dialect'],
      ['POST', '/buffering'],
      ['POST', '/frontend-spec'],
      ['DELETE', ''],
    ] as const) {
      expect((await request(`/test-controls${path}`, { method })).status).toBe(404)
    }
  })

  it('fail the next requests that fit, with any kind of body', async () => {
    const { request } = standInApp({ testControls: true })
    await request(
      '/test-controls/faults',
      post({ method: 'get', path: '/api/versions', count: 2, status: 503 }),
    )
    await request(
      '/test-controls/faults',
      post([
        { path: '/api/names', status: 502, body: 'html' },
        { path: '/api/names', status: 500, body: 'empty' },
      ]),
    )
    expect((await request('/api/projects')).status).toBe(200)
    expect(await (await request('/test-controls/faults')).json()).toHaveLength(3)
    const json = await request('/api/versions')
    expect(json.status).toBe(503)
    expect(await json.json()).toHaveProperty('errorStackTrace')
    expect((await request('/api/versions')).status).toBe(503)
    expect((await request('/api/versions')).status).toBe(200)
    const html = await request('/api/namespaces')
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
    const empty = await request('/api/namespaces')
    expect([empty.status, await empty.text()]).toEqual([500, ''])
  })

  it('are cleared', async () => {
    const { request } = standInApp({ testControls: true })
    await request('/test-controls/faults', post({ path: '/api', status: 503, count: 99 }))
    await request('/test-controls/dialect', post({ dialect: 'nuclio' }))
    expect((await request('/test-controls', { method: 'DELETE' })).status).toBe(204)
    expect((await request('/api/functions')).status).toBe(400)
  })

  it.each([
    ['faults', { path: '/api' }],
    ['faults', { status: 'high' }],
    ['faults', { status: 500, body: 'xml' }],
    ['seed', { count: 0 }],
    ['seed', { count: 1, project: 3 }],
    ['seed', { count: 1, status: 'ready' }],
    ['dialect', { dialect: 'other' }],
    ['frontend-spec', ['kube']],
    ['api-gateways', 'front'],
  ])('%s refuses %j', async (control, body) => {
    const { request } = standInApp({ testControls: true })
    expect((await request(`/test-controls/${control}`, post(body))).status).toBe(400)
  })

  it('fill a project with functions of many kinds', async () => {
    const { request, standIn } = standInApp({ testControls: true })
    const answer = await request('/test-controls/seed', post({ count: 1000, project: 'many' }))
    expect([answer.status, await answer.json()]).toEqual([201, { count: 1000, project: 'many' }])
    expect([...standIn.projects.keys()]).toEqual(['many'])
    const functions = [...standIn.functions.values()]
    expect(functions).toHaveLength(1000)
    expect(new Set(functions.map(({ status }) => status?.state)).size).toBeGreaterThan(4)
    expect(functions[0]?.metadata.labels).toEqual({ 'nuclio.io/project-name': 'many' })
    expect(JSON.stringify(functions).length / 1000).toBeGreaterThan(3000)
    const status = { apiGateways: ['front'] }
    const again = await request('/test-controls/seed', post({ count: 1, project: 'many', status }))
    expect(again.status).toBe(201)
    expect(standIn.functions.get('function-00001')?.status).toMatchObject({ state: 'ready', ...status })
  })

  it.each(['', '/frontend-spec'])('lay values over the frontend spec until DELETE %s', async (path) => {
    const { request } = standInApp({ testControls: true })
    const spec = async () => (await request('/api/frontend_spec')).json() as Promise<Record<string, unknown>>
    const before = await spec()
    await request('/test-controls/frontend-spec', post({ scaleToZero: { mode: 'disabled' } }))
    await request(
      '/test-controls/frontend-spec',
      post({ platformKind: 'kube', scaleToZero: { inactivityWindowPresets: ['3m'] } }),
    )
    expect(await spec()).toEqual({
      ...before,
      platformKind: 'kube',
      scaleToZero: {
        ...(before['scaleToZero'] as object | undefined),
        mode: 'disabled',
        inactivityWindowPresets: ['3m'],
      },
    })
    expect((await request(`/test-controls${path}`, { method: 'DELETE' })).status).toBe(204)
    expect(await spec()).toEqual(before)
  })

  it('let it have API gateways', async () => {
    const { request } = standInApp({ testControls: true })
    const gateways = { front: { metadata: { name: 'front' }, spec: { host: 'shop.example' } } }
    const headers = { 'x-nuclio-api-gateway-namespace': 'nuclio' }
    const listed = async () =>
      (await request('/api/api_gateways', { headers })).json() as Promise<Record<string, unknown>>
    await request('/test-controls/api-gateways', post(gateways))
    expect(await listed()).toEqual(gateways)
    expect((await request('/test-controls/api-gateways', { method: 'DELETE' })).status).toBe(204)
    expect(await listed()).toEqual({})
  })

  describe('on a connection', () => {
    let server: LiveServer | undefined
    afterEach(() => server?.close())

    it('cut an answer in the middle of a line', async () => {
      const app = standInApp({ testControls: true })
      app.standIn.logs = () => new Blob(['first line\nsecond line\n']).stream()
      server = await liveServer(app.fetch)
      await app.request('/test-controls/faults', post({ path: '/api/functions/f/logs', cutAfter: 16 }))
      const path = `${server.url}/api/functions/f/logs/r`
      const headers = { 'x-nuclio-function-namespace': 'nuclio' }
      const reader = (await fetch(path, { headers })).body?.getReader()
      let text = ''
      const readAll = async () => {
        for (;;) {
          const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
          if (done) return
          text += Buffer.from(value).toString()
        }
      }
      await expect(readAll()).rejects.toThrow()
      expect(text).toBe('first line\nsecon')
      expect(await (await fetch(path, { headers })).text()).toBe('first line\nsecond line\n')
    })
  })
})
