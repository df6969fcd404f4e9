import { answerWith, emptyJson, json, page } from './test-support'
import { describe, expect, it } from 'vitest'
import { api, dataOf, headerName, requiredDataOf } from './client'

const versions = () => dataOf(api.GET('/api/versions'))
const put = () =>
  dataOf(
    api.PUT('/api/functions/{name}', {
      params: { path: { name: 'echo' } },
      body: { metadata: { name: 'echo' }, spec: {} },
    }),
  )

describe('the client', () => {
  it('asks the origin of the page', async () => {
    const requests = answerWith(() => json({ dashboard: { label: '1', gitCommit: '', os: '', arch: '' } }))
    await versions()
    expect(requests[0]?.url).toBe('http://dashboard.test/api/versions')
  })

  it.each([202, 200])('takes an empty %i that claims to be JSON as no data', async (status) => {
    answerWith(() => emptyJson(status))
    expect(await put()).toBeUndefined()
  })

  it('takes an empty answer without a length as no data', async () => {
    answerWith(() => new Response('', { status: 202, headers: { 'content-type': 'application/json' } }))
    expect(await put()).toBeUndefined()
  })

  it('takes a 204 that claims to be JSON as no data', async () => {
    answerWith(() => new Response(null, { status: 204, headers: { 'content-type': 'application/json' } }))
    expect(await put()).toBeUndefined()
  })

  it('rejects with what the server said', async () => {
    answerWith(() => json({ error: 'Function resource version is stale', errorStackTrace: 't' }, 409))
    await expect(put()).rejects.toMatchObject({
      name: 'ApiError',
      kind: 'conflict',
      status: 409,
      message: 'Function resource version is stale',
      detail: 't',
    })
  })

  it('rejects for the page of a proxy, with any status', async () => {
    answerWith(() => page(502, 'Bad Gateway'))
    await expect(versions()).rejects.toMatchObject({ status: 502, kind: 'server' })
    answerWith(() => page(200, 'Sign in'))
    await expect(versions()).rejects.toMatchObject({ status: 200, kind: 'server' })
  })

  it('rejects for an empty 500 and an empty 401', async () => {
    answerWith(() => emptyJson(500))
    await expect(versions()).rejects.toMatchObject({ status: 500, kind: 'server' })
    answerWith(() => new Response(null, { status: 401 }))
    await expect(versions()).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('rejects for a broken text', async () => {
    answerWith(() => new Response('{"dashboard":', { headers: { 'content-type': 'application/json' } }))
    await expect(versions()).rejects.toMatchObject({ name: 'ApiError', kind: 'server' })
  })

  it('tells when no answer comes', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch')
    })
    await expect(versions()).rejects.toMatchObject({ name: 'ApiError', kind: 'network', status: 0 })
  })

  it('tells when the answer breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })
    answerWith(() => new Response(body, { headers: { 'content-type': 'application/json' } }))
    await expect(versions()).rejects.toMatchObject({ kind: 'network' })
  })

  it('leaves a cancelled request what it is', async () => {
    const controller = new AbortController()
    answerWith((request) => {
      controller.abort()
      request.signal.throwIfAborted()
      return json({})
    })
    await expect(dataOf(api.GET('/api/versions', { signal: controller.signal }))).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('reads JSON that is labelled as text', async () => {
    answerWith(() => new Response('{"metadata":{"name":"x"}}', { headers: { 'content-type': 'text/plain' } }))
    expect(await dataOf(api.POST('/api/function_templates/render', { body: {} }))).toEqual({
      metadata: { name: 'x' },
    })
  })

  it('does not take nothing for data that is needed', async () => {
    answerWith(() => emptyJson(200))
    await expect(requiredDataOf(api.GET('/api/versions'))).rejects.toMatchObject({ kind: 'server' })
    answerWith(() => json(null))
    await expect(requiredDataOf(api.GET('/api/versions'))).rejects.toMatchObject({ kind: 'server' })
  })
})

describe('headerName', () => {
  it('lets names through and finds nothing for what no header can carry', () => {
    expect(headerName('my-project')).toBe('my-project')
    expect(() => headerName('проект')).toThrow(expect.objectContaining({ kind: 'not-found' }))
  })
})
