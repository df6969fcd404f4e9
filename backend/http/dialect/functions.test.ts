import { describe, expect, it } from 'vitest'
import { callOf, fakePlatform, refused, seen } from './fake-platform'
import {
  createFunction,
  deleteFunction,
  getFunction,
  listFunctions,
  listReplicas,
  patchFunction,
  shapeFunction,
  streamLogs,
  updateFunction,
} from './functions'

const accepted = () => new Response(null, { status: 202 })
const metadata = { name: 'f', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } }
const log = { level: 'info', message: 'Building', name: 'f', time: 1 }
const stored = {
  metadata: { ...metadata, resourceVersion: '3' },
  spec: { runtime: 'nodejs' },
  status: {
    state: 'ready',
    httpPort: 4000,
    internalInvocationUrls: ['127.0.0.1:4000'],
    externalInvocationUrls: ['127.0.0.1:4000'],
    logs: [log],
  },
}

describe('the shape of a function', () => {
  it('has no version, and external URLs that name every address', () => {
    expect(shapeFunction(stored)).toEqual({
      metadata,
      spec: stored.spec,
      status: { ...stored.status, externalInvocationUrls: ['0.0.0.0:4000'] },
    })
  })

  it.each(['building', 'waitingForResourceConfiguration', 'somethingNew'])(
    'shows only state and logs while %s',
    (state) => {
      expect(shapeFunction({ ...stored, status: { ...stored.status, state } })).toMatchObject({
        status: { state, logs: [log] },
      })
      const { status } = shapeFunction({ ...stored, status: { ...stored.status, state } }) as {
        status: object
      }
      expect(Object.keys(status)).toEqual(['state', 'logs'])
    },
  )

  it('has impossible addresses while disabled', () => {
    expect(shapeFunction({ ...stored, spec: { disable: true } })).toMatchObject({
      status: {
        state: 'ready',
        httpPort: -1,
        internalInvocationUrls: [':8080'],
        externalInvocationUrls: ['0.0.0.0:-1'],
      },
    })
  })

  it('leaves an export alone', () => {
    const exported = { metadata, spec: {} }
    expect(shapeFunction(exported)).toBe(exported)
  })
})

describe('reading functions', () => {
  const { ask } = fakePlatform({
    'GET /api/functions': () => Response.json({ f: stored }),
    'GET /api/functions/f': () => Response.json(stored),
    'GET /api/functions/f/replicas': () => Response.json({ names: ['nuclio-nuclio-f', 'nuclio-nuclio-f-2'] }),
  })

  it('shapes each', async () => {
    const list = await seen(await listFunctions(callOf('GET', '/api/functions'), ask))
    expect(list.body).toMatchObject({ f: { status: { externalInvocationUrls: ['0.0.0.0:4000'] } } })
    const one = await seen(await getFunction(callOf('GET', '/api/functions/f'), ask))
    expect(one.body).toMatchObject({ metadata: { name: 'f' } })
    expect(one.body).not.toHaveProperty('metadata.resourceVersion')
  })

  it('hides a function behind the header of another project', async () => {
    const other = callOf('GET', '/api/functions/f', undefined, { 'x-nuclio-project-name': 'other' })
    expect(await seen(await getFunction(other, ask))).toMatchObject({
      status: 404,
      body: { error: 'Function not found' },
    })
    const own = callOf('GET', '/api/functions/f', undefined, { 'x-nuclio-project-name': 'shop' })
    expect((await getFunction(own, ask)).status).toBe(200)
  })

  it('names one container', async () => {
    const answer = await seen(await listReplicas(callOf('GET', '/api/functions/f/replicas'), ask))
    expect(answer.body).toEqual({ names: ['nuclio-nuclio-f'] })
  })
})

describe('deploying', () => {
  it('claims JSON in an empty 202, and creates whatever version is named', async () => {
    const { ask, asked } = fakePlatform({ 'POST /api/functions': accepted })
    const body = { metadata: { ...metadata, resourceVersion: '3' }, spec: {} }
    const answer = await createFunction(callOf('POST', '/api/functions', body), ask)
    expect(await seen(answer)).toEqual({ status: 202, type: 'application/json', body: '' })
    expect(asked[0]?.body).toEqual({ metadata, spec: {} })
  })

  it('updates the function of the body, whatever the path says', async () => {
    const { ask, asked } = fakePlatform({ 'PUT /api/functions/f': accepted })
    const answer = await updateFunction(callOf('PUT', '/api/functions/other', { metadata, spec: {} }), ask)
    expect([answer.status, asked[0]?.path]).toEqual([202, '/api/functions/f'])
  })

  it('finds every version stale', async () => {
    const { ask, asked } = fakePlatform({})
    const body = { metadata: { ...metadata, resourceVersion: '3' }, spec: {} }
    for (const answer of [
      await updateFunction(callOf('PUT', '/api/functions/f', body), ask),
      await deleteFunction(callOf('DELETE', '/api/functions', body), ask),
    ]) {
      expect(await seen(answer)).toMatchObject({
        status: 409,
        body: { error: 'Function resource version is stale' },
      })
    }
    expect(asked).toEqual([])
  })
})

describe('patching', () => {
  const patch = callOf('PATCH', '/api/functions/f', { desiredState: 'scaledToZero' })
  const withReplicas = (minReplicas: unknown) =>
    fakePlatform({
      'GET /api/functions/f': () => Response.json({ ...stored, spec: { minReplicas } }),
      'PATCH /api/functions/f': accepted,
    })

  it('panics without minReplicas, refuses others than 0, and runs the function again', async () => {
    expect(await seen(await patchFunction(patch, withReplicas(null).ask))).toEqual({
      status: 500,
      type: 'application/json',
      body: '',
    })
    expect((await patchFunction(patch, withReplicas(1).ask)).status).toBe(412)
    const { ask, asked } = withReplicas(0)
    const answer = await patchFunction(patch, ask)
    expect(await seen(answer)).toEqual({ status: 202, type: null, body: '' })
    expect(asked[1]?.body).toEqual({ desiredState: 'ready' })
  })

  it('knows missing functions', async () => {
    const { ask } = fakePlatform({ 'GET /api/functions/f': () => refused(404, 'Function not found') })
    expect((await patchFunction(patch, ask)).status).toBe(404)
  })
})

describe('log parameters', () => {
  it.each([
    ['tailLines=0', ''],
    ['tailLines=1', ''],
    ['tailLines=-3', ''],
    ['tailLines=many', ''],
    ['tailLines=2', '?tailLines=2'],
    ['since=30', ''],
    ['since=30s&tailLines=100', '?since=30s&tailLines=100'],
    ['since=t&follow=0', '?follow=0'],
    ['follow=perhaps', ''],
  ])('%s counts as "%s"', async (query, counted) => {
    const { ask, asked } = fakePlatform({ 'GET /api/functions/f/logs/r': () => new Response('line\n') })
    const answer = await streamLogs(callOf('GET', `/api/functions/f/logs/r?${query}`), ask)
    expect(asked[0]?.path).toBe(`/api/functions/f/logs/r${counted}`)
    expect(await seen(answer)).toEqual({ status: 200, type: 'text/plain', body: 'line\n' })
  })

  it('fails for a word as duration', async () => {
    const answer = await streamLogs(callOf('GET', '/api/functions/f/logs/r?since=abc'), fakePlatform({}).ask)
    expect(await seen(answer)).toMatchObject({ status: 500, body: { error: 'time: invalid duration "abc"' } })
  })
})
