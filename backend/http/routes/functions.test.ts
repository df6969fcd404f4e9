import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import { bodyLimit } from '../request-body'
import { standInApp, storedFunction } from '../stand-in-platform'
import { errorOf, send } from '../test-requests'

const ns = { 'x-nuclio-function-namespace': 'nuclio' }

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

  it('fills what a deploy leaves open from the comment in its source, which must fit the contract', async () => {
    const deploy = (yaml: string) => {
      const source = `# @nuclio.configure\n# function.yaml: {spec: {${yaml}}}\n`
      const spec = { build: { functionSourceCode: Buffer.from(source).toString('base64') } }
      return send('POST', { metadata: { name: 'f' }, spec })
    }
    const { request, standIn } = standInApp({
      contract: {
        check(_operation, body) {
          const { minReplicas } = (body as FunctionConfig).spec
          if (typeof minReplicas === 'string')
            throw new PlatformError(400, 'spec.minReplicas must be an integer')
        },
      },
    })
    expect((await request('/api/functions', deploy('runtime: nodejs, minReplicas: 2'))).status).toBe(202)
    expect(standIn.calls[0]?.arguments[0]).toMatchObject({ spec: { runtime: 'nodejs', minReplicas: 2 } })
    const refused = await request('/api/functions', deploy('minReplicas: two'))
    expect(refused.status).toBe(400)
    expect(await errorOf(refused)).toBe(
      "With the configuration in the function's source: spec.minReplicas must be an integer",
    )
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

  it('deletes by body, with version and what the headers say', async () => {
    const { request, standIn } = standInApp()
    const body = { metadata: { name: 'f', resourceVersion: '7' } }
    const headers = {
      'x-nuclio-delete-function-ignore-state-validation': 'true',
      'x-nuclio-delete-function-with-api-gateways': 'true',
    }
    const answer = await request('/api/functions', send('DELETE', body, headers))
    expect(answer.status).toBe(204)
    expect(standIn.calls[0]?.arguments).toEqual([
      { namespace: 'nuclio', name: 'f' },
      { resourceVersion: '7', ignoreState: true, withApiGateways: true },
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
