import { answerWith, json, page } from './test-support'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { InvocationRequest } from './invocations'
import type { ServerInfo } from './platform'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A fresh page in front of the given server. */
async function pageBefore(kind?: ServerInfo['kind']) {
  vi.resetModules()
  const { invokeFunction } = await import('./invocations')
  const { queryClient } = await import('./query-client')
  const { serverQuery } = await import('./platform')
  if (kind) queryClient.setQueryData(serverQuery().queryKey, { kind, identity: 'x' })
  return (request: Partial<InvocationRequest> = {}) =>
    invokeFunction(ref, { method: 'POST', path: '', headers: [], ...request })
}

function sealed(status: number, headers: [string, string][], body: BodyInit = ''): Response {
  return new Response(body, { headers: { 'x-dashboard-answer': JSON.stringify({ status, headers }) } })
}

let invoke: Awaited<ReturnType<typeof pageBefore>>
beforeEach(async () => {
  invoke = await pageBefore('embedded')
})

describe('the request', () => {
  it('names function, path and limits, and asks for a sealed answer', async () => {
    const requests = answerWith(() => sealed(200, []))
    await invoke({
      method: 'put',
      path: 'orders?x=1',
      headers: [
        ['content-type', 'application/json'],
        ['bad name', 'x'],
      ],
      body: '{"a":1}',
      timeout: '10s',
      logLevel: 'debug',
      invokeUrl: '127.0.0.1:3000',
    })
    const [request] = requests
    expect(request?.method).toBe('PUT')
    expect(new URL(request?.url ?? '').pathname).toBe('/api/function_invocations')
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      'content-type': 'application/json',
      'x-nuclio-function-name': 'echo',
      'x-nuclio-function-namespace': 'nuclio',
      'x-nuclio-path': '/orders?x=1',
      'x-nuclio-invoke-timeout': '10s',
      'x-nuclio-log-level': 'debug',
      'x-nuclio-invoke-url': '127.0.0.1:3000',
      'x-dashboard-sealed': '1',
    })
    expect(await request?.text()).toBe('{"a":1}')
  })

  it('leaves the choice of address and level to the server', async () => {
    const requests = answerWith(() => sealed(200, []))
    await invoke()
    expect(requests[0]?.headers.has('x-nuclio-invoke-url')).toBe(false)
    expect(requests[0]?.headers.has('x-nuclio-log-level')).toBe(false)
    expect(requests[0]?.headers.has('x-nuclio-invoke-timeout')).toBe(false)
  })

  it('sends bytes as they are, and no body where browsers have none', async () => {
    const requests = answerWith(() => sealed(200, []))
    await invoke({ body: new Uint8Array([0, 255, 128]) })
    await invoke({ method: 'GET', body: 'x' })
    expect(new Uint8Array((await requests[0]?.arrayBuffer()) ?? [])).toEqual(new Uint8Array([0, 255, 128]))
    expect(requests[1]?.body).toBeNull()
  })

  it.each(['10', 'abc', '0s'])('is not sent with the timeout %s', async (timeout) => {
    const requests = answerWith(() => sealed(200, []))
    await expect(invoke({ timeout })).rejects.toMatchObject({ kind: 'invalid' })
    expect(requests).toEqual([])
  })
})

describe('a sealed answer', () => {
  it('shows the function’s own status and headers, whatever they are', async () => {
    const headers: [string, string][] = [
      ['set-cookie', 'a=b'],
      ['set-cookie', 'c=d'],
      ['www-authenticate', 'Basic'],
      ['x-nuclio-logs', '[{"level":"info","time":1,"message":"hi","name":"n"}]'],
    ]
    answerWith(() => sealed(401, headers, new Uint8Array([1, 2, 255])))
    const answer = await invoke()
    expect(answer).toMatchObject({ status: 401, statusText: 'Unauthorized', headers, sealed: true })
    expect(answer.body).toEqual(new Uint8Array([1, 2, 255]))
    expect(answer.logs).toEqual([{ level: 'info', time: 1, message: 'hi', name: 'n' }])
    expect(answer.milliseconds).toBeGreaterThanOrEqual(0)
  })

  it('is not confused with the dashboard’s word about a call that failed', async () => {
    answerWith(() => json({ error: 'Function not found: echo @ nuclio' }, 404))
    await expect(invoke()).rejects.toMatchObject({
      name: 'ApiError',
      kind: 'not-found',
      message: 'Function not found: echo @ nuclio',
    })
  })

  it('is missing when a proxy failed', async () => {
    answerWith(() => page(504, 'Gateway Time-out'))
    await expect(invoke()).rejects.toMatchObject({ status: 504, kind: 'server' })
  })
})

describe('straight before a Nuclio', () => {
  it('takes the answer as it comes, and says so', async () => {
    invoke = await pageBefore('direct')
    const requests = answerWith((request) =>
      request.url.endsWith('/namespaces') ? json({}) : new Response('oops', { status: 500 }),
    )
    const answer = await invoke()
    expect(answer).toMatchObject({ status: 500, statusText: 'Internal Server Error', sealed: false })
    expect(text(answer.body)).toBe('oops')
    expect(answer.logs).toBeUndefined()
    expect(requests.at(-1)?.credentials).toBe('omit')
    expect(requests.at(-1)?.redirect).toBe('manual')
  })

  it('shows credentials to a server that wants them, and finds that out once', async () => {
    invoke = await pageBefore('direct')
    const requests = answerWith(
      (request) => new Response(null, { status: request.url.endsWith('/namespaces') ? 401 : 200 }),
    )
    await invoke()
    await invoke()
    expect(requests.map(({ credentials }) => credentials)).toEqual(['omit', 'same-origin', 'same-origin'])
  })

  it('takes an unsealed answer while it does not know the server', async () => {
    invoke = await pageBefore()
    answerWith(() => new Response('fine', { headers: { 'x-nuclio-logs': '[]' } }))
    expect(await invoke()).toMatchObject({ status: 200, sealed: false, logs: [] })
  })
})

describe('a call that ends early', () => {
  it('is cancelled by its signal', async () => {
    const controller = new AbortController()
    answerWith((request) => {
      controller.abort()
      request.signal.throwIfAborted()
      return sealed(200, [])
    })
    await expect(invoke({ signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('tells when no answer came', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch')
    })
    await expect(invoke()).rejects.toMatchObject({ name: 'ApiError', kind: 'network' })
  })
})
