import { describe, expect, it } from 'vitest'
import { PlatformError } from '../errors'
import { bodyLimit } from './request-body'
import { standInApp, storedFunction } from './stand-in-platform'

const ns = { 'x-nuclio-function-namespace': 'nuclio' }
const send = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const errorOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/json')
  const body = (await answer.json()) as { error: string; errorStackTrace: string }
  expect(Object.keys(body)).toEqual(['error', 'errorStackTrace'])
  return body.error
}

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

describe('functions', () => {
  it.each(['/api/functions', '/api/functions/f', '/api/functions/f/replicas', '/api/functions/f/logs/r'])(
    'reading %s needs a namespace',
    async (path) => {
      const answer = await standInApp().request(path)
      expect(answer.status).toBe(400)
      expect(await errorOf(answer)).toBe('Namespace must exist')
    },
  )

  it('lists by name and exports', async () => {
    const { request, standIn } = standInApp()
    standIn.functions.set('f', storedFunction('f'))
    const list = await request('/api/functions', { headers: { ...ns, 'x-nuclio-project-name': 'p' } })
    expect(await list.json()).toMatchObject({ f: { metadata: { name: 'f' }, status: { state: 'ready' } } })
    expect(standIn.calls[0]).toMatchObject({ arguments: [{ namespace: 'nuclio', project: 'p' }] })
    const one = await request('/api/functions/f?export=true', { headers: ns })
    expect(await one.json()).not.toHaveProperty('status')
    const all = await request('/api/functions?export=true', { headers: ns })
    expect(await all.json()).toMatchObject({ f: { spec: { runtime: 'nodejs' } } })
  })

  it('accepts a deploy with an empty 202, its options and the project of the header', async () => {
    const { request, standIn } = standInApp()
    const headers = {
      'x-nuclio-project-name': 'shop',
      'x-nuclio-wait-function-action': 'TRUE',
      'x-nuclio-creation-state-updated-timeout': '5m',
    }
    const answer = await request(
      '/api/functions',
      send('POST', { metadata: { name: 'f' }, spec: {} }, headers),
    )
    expect(answer.status).toBe(202)
    expect(await answer.text()).toBe('')
    expect(standIn.calls[0]?.arguments).toEqual([
      {
        metadata: { name: 'f', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } },
        spec: {},
      },
      { waitForEnd: true, stateTimeout: 300_000 },
    ])
  })

  it.each([{}, { metadata: {} }, { metadata: { name: '' } }, 'null'])('needs a name: %j', async (body) => {
    const answer = await standInApp().request('/api/functions', send('POST', body))
    expect(answer.status).toBe(400)
    expect(await errorOf(answer)).toBe('Function name must be provided in metadata')
  })

  it('says where JSON breaks, that a body is missing, and what is too large', async () => {
    const { request } = standInApp()
    const broken = await request('/api/functions', send('POST', '{\n  "metadata": {,}\n}'))
    expect(broken.status).toBe(400)
    expect(await errorOf(broken)).toMatch(/^Failed to parse JSON body at line 2, column 16/)
    const missing = await request('/api/functions', { method: 'POST' })
    expect(missing.status).toBe(400)
    expect(await errorOf(missing)).toMatch(/no body/)
    const large = await request(
      '/api/functions',
      send('POST', '{}', { 'content-length': String(bodyLimit + 1) }),
    )
    expect(large.status).toBe(413)
    expect(await errorOf(large)).toMatch(/64 MiB/)
  })

  it('refuses a name in the path that differs from the body', async () => {
    const answer = await standInApp().request(
      '/api/functions/a',
      send('PUT', { metadata: { name: 'b' }, spec: {} }),
    )
    expect(answer.status).toBe(400)
    expect(await errorOf(answer)).toBe('Function name is different from request id')
  })

  it.each([
    [{}, 204, undefined],
    [{ desiredState: 'ready' }, 202, 'ready'],
    [{ desiredState: 'scaledToZero' }, 202, 'scaledToZero'],
    [{ desiredState: 'nonsense' }, 400, undefined],
  ])('patch %j → %i', async (body, status, state) => {
    const { request, standIn } = standInApp()
    const answer = await request('/api/functions/f', send('PATCH', body))
    expect(answer.status).toBe(status)
    expect(standIn.calls.map(({ arguments: given }) => given[1])).toEqual(state ? [state] : [])
  })

  it('leaves functions alone that are not imported when only those are meant', async () => {
    const { request, standIn } = standInApp()
    standIn.functions.set('f', storedFunction('f'))
    const headers = { 'x-nuclio-imported-function-only': 'true' }
    const answer = await request('/api/functions/f', send('PATCH', { desiredState: 'ready' }, headers))
    expect(answer.status).toBe(202)
    expect(standIn.calls).toEqual([])
  })

  it('deletes by body, with version and the ignore header', async () => {
    const { request, standIn } = standInApp()
    const body = { metadata: { name: 'f', resourceVersion: '7' } }
    const headers = { 'x-nuclio-delete-function-ignore-state-validation': 'true' }
    const answer = await request('/api/functions', send('DELETE', body, headers))
    expect(answer.status).toBe(204)
    expect(standIn.calls[0]?.arguments).toEqual([
      { namespace: 'nuclio', name: 'f' },
      { resourceVersion: '7', ignoreState: true },
    ])
  })

  it('turns refusals into their status and faults into a 500 without paths', async () => {
    const { request, standIn } = standInApp()
    standIn.platform.functions.delete = async () => {
      throw new PlatformError(409, 'Function resource version is stale')
    }
    standIn.platform.functions.create = async () => {
      throw new Error('cannot open /home/someone/secret/store.db')
    }
    const stale = await request('/api/functions', send('DELETE', { metadata: { name: 'f' } }))
    expect(stale.status).toBe(409)
    expect(await errorOf(stale)).toBe('Function resource version is stale')
    const fault = await request('/api/functions', send('POST', { metadata: { name: 'f' }, spec: {} }))
    expect(fault.status).toBe(500)
    const text = await fault.text()
    expect(text).toContain('store.db')
    expect(text).not.toMatch(/\/home|\/work|node_modules\//)
  })
})

describe('replica logs', () => {
  it.each([
    ['', { follow: true }],
    ['?follow=false&tailLines=0', { follow: false, tailLines: 0 }],
    ['?tailLines=1&since=1h30m', { follow: true, tailLines: 1, since: 5_400_000 }],
  ])('%s', async (query, options) => {
    const { request, standIn } = standInApp()
    const answer = await request(`/api/functions/f/logs/r${query}`, { headers: ns })
    expect(await answer.text()).toBe('line\n')
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache, private')
    expect(standIn.calls[0]?.arguments).toMatchObject([{ name: 'f' }, 'r', options])
  })

  it.each(['since=abc', 'since=30', 'since=-5s', 'tailLines=-1', 'tailLines=many', 'follow=perhaps'])(
    'refuse %s',
    async (query) => {
      const answer = await standInApp().request(`/api/functions/f/logs/r?${query}`, { headers: ns })
      expect(answer.status).toBe(400)
      expect(await errorOf(answer)).toMatch(
        new RegExp(query.split('=')[0] === 'since' ? 'duration' : (query.split('=')[0] ?? '')),
      )
    },
  )

  it('end when the client goes', async () => {
    const { request, standIn } = standInApp()
    let signal: AbortSignal | undefined
    standIn.logs = (options) => {
      signal = options.signal
      return new ReadableStream()
    }
    const client = new AbortController()
    const answer = await request('/api/functions/f/logs/r', { headers: ns, signal: client.signal })
    expect(answer.status).toBe(200)
    client.abort()
    expect(signal?.aborted).toBe(true)
  })
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

describe('what this platform does not have', () => {
  const { request } = standInApp()
  const agw = { 'x-nuclio-api-gateway-namespace': 'nuclio' }

  it('is an empty list, a 404 or a 501', async () => {
    expect(await (await request('/api/api_gateways', { headers: agw })).json()).toEqual({})
    const one = await request('/api/api_gateways/a', { headers: agw })
    expect([one.status, await errorOf(one)]).toEqual([404, 'Api-Gateway not found'])
    for (const [method, path] of [
      ['POST', ''],
      ['PUT', '/a'],
      ['DELETE', ''],
    ] as const) {
      const answer = await request(
        `/api/api_gateways${path}`,
        send(method, { metadata: { name: 'a' }, spec: {} }),
      )
      expect([answer.status, await errorOf(answer)]).toEqual([501, 'Unsupported method'])
    }
    expect((await request('/api/api_gateways', send('POST', '{'))).status).toBe(400)
  })

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
  const read = async (path: string) => (await request(path)).json()
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
