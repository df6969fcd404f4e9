import { describe, expect, it } from 'vitest'
import { standInApp, storedFunction } from './stand-in-platform'
import { errorOf, send } from './test-requests'

describe('paths and verbs', () => {
  const { request } = standInApp()

  it('tolerate a trailing slash', async () => {
    const answer = await request('/api/versions/')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ dashboard: { label: 'test' } })
  })

  it.each([
    ['PUT', '/api/functions'],
    ['DELETE', '/api/functions/f'],
    ['PATCH', '/api/projects/p'],
    ['DELETE', '/api/projects/p'],
    ['PUT', '/api/api_gateways'],
    ['GET', '/api/v3io_streams/get_shard_lags'],
    ['POST', '/api/versions'],
    ['HEAD', '/api/versions'],
  ])('%s %s is an empty 405', async (method, path) => {
    const answer = await request(path, { method })
    expect(answer.status).toBe(405)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('allow')).toMatch(/[A-Z]/)
  })

  it.each(['/api/nope', '/api/versions/x', '/api/function_templates/x', '/api'])(
    '%s is a plain 404',
    async (path) => {
      const answer = await request(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('404 page not found\n')
      expect(answer.headers.get('content-type')).toContain('text/plain')
    },
  )
})

describe('projects', () => {
  it('are created with an empty 201 that says where, named or not', async () => {
    const { request } = standInApp()
    const named = await request('/api/projects', send('POST', { metadata: { name: 'p' }, spec: {} }))
    expect([named.status, await named.text(), named.headers.get('location')]).toEqual([
      201,
      '',
      '/api/projects/p',
    ])
    const unnamed = await request('/api/projects', send('POST', { metadata: {}, spec: {} }))
    expect(unnamed.headers.get('location')).toBe('/api/projects/generated')
    expect(Object.keys((await (await request('/api/projects')).json()) as object)).toEqual(['p', 'generated'])
  })

  it('are updated, with the deprecated path as well, and refused by name', async () => {
    const { request } = standInApp()
    await request('/api/projects', send('POST', { metadata: { name: 'p' }, spec: {} }))
    const body = { metadata: { name: 'p' }, spec: { description: 'x' } }
    expect((await request('/api/projects/p', send('PUT', body))).status).toBe(204)
    const old = await request('/api/projects', send('PUT', body))
    expect([old.status, old.headers.get('deprecation')]).toEqual([204, 'true'])
    const other = await request('/api/projects/q', send('PUT', body))
    expect([other.status, await errorOf(other)]).toEqual([400, 'Project name is different from request id'])
    const missing = await request('/api/projects/q', send('PUT', { metadata: { name: 'q' }, spec: {} }))
    expect(missing.status).toBe(404)
    expect(await (await request('/api/projects/p')).json()).toMatchObject({ spec: { description: 'x' } })
  })

  it.each([
    [undefined, 'restricted'],
    ['cascading', 'cascading'],
    ['check', 'check'],
    ['nonsense', 'restricted'],
  ])('strategy %s deletes as %s', async (strategy, expected) => {
    const { request, standIn } = standInApp()
    standIn.projects.set('p', { metadata: { name: 'p', namespace: 'nuclio' }, spec: {} })
    const headers: Record<string, string> = strategy ? { 'x-nuclio-delete-project-strategy': strategy } : {}
    const answer = await request('/api/projects', send('DELETE', { metadata: { name: 'p' } }, headers))
    expect(answer.status).toBe(204)
    expect(standIn.calls[0]?.arguments[1]).toBe(expected)
  })

  it('are imported from a bundle only', async () => {
    const { request } = standInApp()
    const bare = await request(
      '/api/projects?import=true',
      send('POST', { metadata: { name: 'p' }, spec: {} }),
    )
    expect(bare.status).toBe(400)
    expect(await errorOf(bare)).toMatch(/^project is required/)
    const bundle = { project: { metadata: { name: 'p' }, spec: {} } }
    const answer = await request('/api/projects?import=true', send('POST', bundle))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toHaveProperty('functionImportResult')
  })
})

describe('function events', () => {
  const named = { 'x-nuclio-function-event-namespace': 'nuclio' }

  it('are stored, read, replaced and removed', async () => {
    const { request } = standInApp()
    const body = { metadata: { labels: { 'nuclio.io/function-name': 'f' } }, spec: { body: 'x' } }
    const created = await request('/api/function_events', send('POST', body))
    expect(created.status).toBe(201)
    expect(await created.json()).toMatchObject({
      metadata: { name: 'generated' },
      spec: { triggerKind: 'http' },
    })
    const update = send('PUT', { metadata: { name: 'generated' }, spec: { body: 'y' } })
    expect((await request('/api/function_events', update)).status).toBe(204)
    const one = await request('/api/function_events/generated', { headers: named })
    expect(await one.json()).toMatchObject({ spec: { body: 'y' } })
    const remove = send('DELETE', { metadata: { name: 'generated' } })
    expect((await request('/api/function_events', remove)).status).toBe(204)
    expect(await (await request('/api/function_events', { headers: named })).json()).toEqual({})
    expect((await request('/api/function_events')).status).toBe(400)
    const nameless = await request('/api/function_events', send('PUT', { metadata: {}, spec: {} }))
    expect(await errorOf(nameless)).toBe('Function event name must be provided in metadata')
  })
})

describe('API gateways', () => {
  const agw = { 'x-nuclio-api-gateway-namespace': 'nuclio' }
  const upstreams = [{ kind: 'nucliofunction', nucliofunction: { name: 'echo' } }]
  const body = { metadata: { name: 'a' }, spec: { name: 'a', upstreams } }

  it('are created, updated and deleted with empty answers, in the project and with the care that headers ask for', async () => {
    const { request, standIn } = standInApp()
    const headers = { 'x-nuclio-project-name': 'p', 'x-nuclio-agw-validate-functions-existence': 'true' }
    const created = await request('/api/api_gateways', send('POST', body, headers))
    expect([created.status, await created.text()]).toEqual([202, ''])
    const metadata = { name: 'a', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'p' } }
    expect(standIn.calls.at(-1)).toEqual({
      name: 'apiGateways.create',
      arguments: [{ ...body, metadata }, true],
    })
    const updated = await request('/api/api_gateways/a', send('PUT', { spec: { upstreams, host: null } }))
    expect(updated.status).toBe(204)
    expect(standIn.calls.at(-1)).toEqual({
      name: 'apiGateways.update',
      arguments: ['a', { metadata: { name: 'a', namespace: 'nuclio' }, spec: { upstreams } }, false],
    })
    const deletion = send('DELETE', { metadata: { name: 'a' } })
    expect((await request('/api/api_gateways', deletion)).status).toBe(204)
    const again = await request('/api/api_gateways', deletion)
    expect([again.status, await errorOf(again)]).toEqual([404, 'Api-Gateway not found'])
    const nameless = await request('/api/api_gateways', send('DELETE', { metadata: {} }))
    expect(await errorOf(nameless)).toBe('Api gateway name must be provided in metadata')
    expect((await request('/api/api_gateways', send('POST', '{'))).status).toBe(400)
  })

  it('are read by namespace, and told to the functions that ask', async () => {
    const { request, standIn } = standInApp()
    expect((await request('/api/api_gateways')).status).toBe(400)
    standIn.gateways.set('a', body)
    const headers = { ...agw, 'x-nuclio-project-name': 'p', 'x-nuclio-function-name': 'echo' }
    expect(await (await request('/api/api_gateways', { headers })).json()).toEqual({ a: body })
    const filter = { namespace: 'nuclio', project: 'p', functionName: 'echo' }
    expect(standIn.calls.at(-1)).toEqual({ name: 'apiGateways.list', arguments: [filter] })
    expect(await (await request('/api/api_gateways/a', { headers: agw })).json()).toEqual(body)
    const exported = await request('/api/api_gateways?export=true', { headers: agw })
    expect(await exported.json()).toEqual({ a: { spec: body.spec } })

    for (const name of ['echo', 'other']) standIn.functions.set(name, storedFunction(name))
    const ofFunctions = { 'x-nuclio-function-namespace': 'nuclio' }
    const enriched = { ...ofFunctions, 'x-nuclio-function-enrich-apigateways': 'true' }
    const told = async (path: string, asked: Record<string, string>): Promise<unknown> =>
      (await request(path, { headers: asked })).json()
    expect(await told('/api/functions', enriched)).toMatchObject({
      echo: { status: { state: 'ready', apiGateways: ['a'] } },
      other: { status: expect.not.objectContaining({ apiGateways: expect.anything() }) as unknown },
    })
    expect(await told('/api/functions/echo', enriched)).toMatchObject({ status: { apiGateways: ['a'] } })
    expect(await told('/api/functions/echo', ofFunctions)).not.toHaveProperty('status.apiGateways')
  })

  it('are called for pages, sealed', async () => {
    const { request, standIn } = standInApp()
    standIn.invoke = () => ({
      status: 401,
      headers: [['WWW-Authenticate', 'Basic']],
      body: Buffer.from('no'),
    })
    const listener = await request('/api/embedded/gateway_listener')
    expect(await listener.json()).toEqual({ url: 'http://127.0.0.1:8091', port: 8091, accessKey: 'key' })
    const call = {
      gateway: 'a',
      method: 'POST',
      path: '/v1',
      headers: [{ name: 'A', value: 'b' }],
      body: 'é',
    }
    const answer = await request('/api/embedded/gateway_requests', send('POST', call))
    expect([answer.status, await answer.text(), answer.headers.get('www-authenticate')]).toEqual([
      200,
      'no',
      null,
    ])
    expect(JSON.parse(answer.headers.get('x-dashboard-answer') ?? '')).toEqual({
      status: 401,
      headers: [['WWW-Authenticate', 'Basic']],
    })
    expect(standIn.calls.at(-1)).toMatchObject({
      name: 'apiGateways.call',
      arguments: [
        { namespace: 'nuclio', name: 'a' },
        { method: 'POST', path: '/v1', headers: [['A', 'b']], body: new TextEncoder().encode('é') },
      ],
    })
  })
})

describe('what this platform does not have', () => {
  const { request } = standInApp()

  it('asks for the project of streams and knows none', async () => {
    expect((await request('/api/v3io_streams')).status).toBe(400)
    const project = { 'x-nuclio-project-name': 'p' }
    expect(await (await request('/api/v3io_streams', { headers: project })).json()).toEqual({})
    const stream = { consumerGroup: 'g', containerName: 'c', streamPath: '/s' }
    const path = '/api/v3io_streams/get_shard_lags'
    expect((await request(path, send('POST', stream))).status).toBe(400)
    const lags = await request(path, send('POST', stream, project))
    expect([lags.status, await errorOf(lags)]).toEqual([404, 'Stream c/s does not exist on this platform'])
    const partial = await request(path, send('POST', { ...stream, containerName: '' }, project))
    expect(await errorOf(partial)).toBe('Container name must be provided in request body')
  })
})

it('tells about templates, addresses, namespaces, form defaults and itself', async () => {
  const { request } = standInApp()
  const read = async (path: string): Promise<unknown> => (await request(path)).json()
  expect(Object.keys((await read('/api/function_templates')) as object)).toEqual(['a:1', 'b:1', 'c:1', 'd:1'])
  const rendered = await request(
    '/api/function_templates/render',
    send('POST', { template: 'x', values: {} }),
  )
  expect(rendered.headers.get('content-type')).toContain('application/json')
  expect(await read('/api/external_ip_addresses')).toEqual({
    externalIPAddresses: { addresses: ['127.0.0.1'] },
  })
  expect(await read('/api/namespaces')).toEqual({ namespaces: { names: ['nuclio'] } })
  expect(await read('/api/frontend_spec')).toMatchObject({ platformKind: 'local' })
  expect(await read('/server.json')).toEqual({ kind: 'embedded', identity: 'stand-in' })
})
