import { afterEach, describe, expect, it, vi } from 'vitest'
import type { InvocationRequest } from '../platform/platform'
import { liveServer, type LiveServer } from './live-server'
import { standInApp } from './stand-in-platform'

let server: LiveServer | undefined
afterEach(() => server?.close())

async function live() {
  const app = standInApp()
  server = await liveServer(app.fetch)
  return { standIn: app.standIn, send: server.send }
}
const to = { 'x-nuclio-function-name': 'f' }
const path = '/api/function_invocations'
const bytes = (text: string) => new TextEncoder().encode(text)

describe('an invocation', () => {
  it.each(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'HEAD', 'TRACE'])(
    'hands %s with its raw body and headers to the function',
    async (method) => {
      const { standIn, send } = await live()
      let seen: InvocationRequest | undefined
      standIn.invoke = (request) => {
        seen = request
        return { status: 202, headers: [['Content-Type', 'text/plain']], body: bytes('answer') }
      }
      const body = method === 'TRACE' ? '' : Buffer.from([0, 255, 128])
      const answer = await send(
        method,
        `${path}/ignored/below?also=ignored`,
        {
          ...to,
          'x-nuclio-path': '/a/b?c=d',
          'x-nuclio-invoke-url': '127.0.0.1:4000',
          'x-nuclio-invoke-timeout': '1.5s',
          'x-my-header': ['one', 'two'],
          cookie: 'a=b',
          te: 'trailers',
          'accept-encoding': 'br',
        },
        body,
      )
      expect(answer.status).toBe(202)
      expect(answer.body.toString()).toBe(method === 'HEAD' ? '' : 'answer')
      expect(seen).toMatchObject({ method, path: '/a/b?c=d', invokeUrl: '127.0.0.1:4000', timeout: 1500 })
      expect(Buffer.from(seen?.body ?? [])).toEqual(Buffer.from(body))
      const headers = Object.fromEntries(seen?.headers ?? [])
      expect(headers).toMatchObject({
        'x-my-header': 'one, two',
        cookie: 'a=b',
        'x-nuclio-path': '/a/b?c=d',
        'accept-encoding': 'br',
      })
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['te']))
      expect(headers).not.toHaveProperty('host')
      expect(headers).not.toHaveProperty('connection')
    },
  )

  it('gives an answer without a body no content type of its own', async () => {
    const { standIn, send } = await live()
    standIn.invoke = () => ({ status: 503, headers: [], body: new Uint8Array() })
    const answer = await send('POST', path, to)
    expect([answer.status, answer.headers['content-length']]).toEqual([503, '0'])
    expect(answer.headers).not.toHaveProperty('content-type')
  })

  it('passes status, repeated headers and records of the function on', async () => {
    const { standIn, send } = await live()
    standIn.invoke = () => ({
      status: 418,
      headers: [
        ['Set-Cookie', 'a=b'],
        ['Set-Cookie', 'c=d'],
        ['X-Nuclio-Logs', '[{"level":"info"}]'],
        ['X-Two', '1'],
        ['X-Two', '2'],
        ['Connection', 'close, X-Hop'],
        ['X-Hop', 'gone'],
        ['X-Word', 'naïve → ☂'],
        ['Bad Name', 'x'],
        ['Content-Length', '999'],
      ],
      body: bytes('teapot'),
    })
    const { status, headers, body } = await send('GET', path, to)
    expect([status, body.toString()]).toEqual([418, 'teapot'])
    expect(headers).toMatchObject({
      'set-cookie': ['a=b', 'c=d'],
      'x-nuclio-logs': '[{"level":"info"}]',
      'x-two': '1, 2',
      'content-length': '6',
    })
    expect(Buffer.from(headers['x-word'] as string, 'latin1').toString()).toBe('naïve → ☂')
    expect(headers).not.toHaveProperty('x-hop')
  })

  it.each([204, 304])('sends no body with %i', async (status) => {
    const { standIn, send } = await live()
    standIn.invoke = () => ({ status, headers: [], body: bytes('dropped') })
    const answer = await send('GET', path, to)
    expect([answer.status, answer.body.length]).toEqual([status, 0])
  })

  it('refuses to pass on a status that HTTP does not have', async () => {
    const { standIn, send } = await live()
    standIn.invoke = () => ({ status: 999, headers: [], body: bytes('') })
    expect((await send('GET', path, to)).status).toBe(502)
  })

  it('needs a function name and a timeout that parses, and runs nothing otherwise', async () => {
    const { standIn, send } = await live()
    const nameless = await send('POST', path)
    expect([nameless.status, JSON.parse(nameless.body.toString())]).toMatchObject([
      400,
      { error: 'Function name must be provided' },
    ])
    for (const timeout of ['abc', '10', '-1s', '0s']) {
      const answer = await send('POST', path, { ...to, 'x-nuclio-invoke-timeout': timeout })
      expect(answer.status).toBe(400)
      expect(answer.body.toString()).toContain('Invalid invoke timeout')
    }
    expect(standIn.calls).toEqual([])
  })

  it('is aborted when the client goes', async () => {
    const { standIn } = await live()
    const running = new Promise<InvocationRequest>((resolve) => {
      standIn.invoke = (request) => {
        resolve(request)
        return new Promise(() => {})
      }
    })
    const client = new AbortController()
    const gone = fetch(`${server?.url}${path}`, { headers: to, signal: client.signal }).catch(() => 'gone')
    const { signal } = await running
    client.abort()
    expect(await gone).toBe('gone')
    await vi.waitFor(() => expect(signal.aborted).toBe(true))
  })

  it('streams the answer as it comes', async () => {
    const { standIn } = await live()
    let source: ReadableStreamDefaultController<Uint8Array> | undefined
    standIn.invoke = () => ({
      status: 200,
      headers: [],
      body: new ReadableStream({ start: (controller) => void (source = controller) }),
    })
    const answer = await fetch(`${server?.url}${path}`, { headers: to })
    const reader = answer.body?.getReader()
    source?.enqueue(bytes('first'))
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
    source?.enqueue(bytes('second'))
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('second')
    source?.error(new Error('the function died'))
    await expect(reader?.read()).rejects.toThrow()
  })
})

describe('a sealed invocation', () => {
  const sealed = { ...to, 'x-dashboard-sealed': '1', 'accept-encoding': 'gzip' }

  it.each([
    [302, 'Location', 'https://elsewhere.example/'],
    [401, 'WWW-Authenticate', 'Basic realm="x"'],
    [200, 'Clear-Site-Data', '"*"'],
    [204, 'Strict-Transport-Security', 'max-age=1'],
    [999, 'X-Word', 'naïve ☂'],
  ])('keeps %i with %s from acting on the page', async (status, name, value) => {
    const { standIn, send } = await live()
    const headers: [string, string][] = [
      [name, value],
      ['Set-Cookie', 'a=b'],
      ['Set-Cookie', 'c=d'],
    ]
    standIn.invoke = () => ({ status, headers, body: bytes('raw') })
    const answer = await send('POST', path, sealed, 'x')
    expect([answer.status, answer.body.toString()]).toEqual([200, 'raw'])
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    })
    expect(answer.headers).not.toHaveProperty(name.toLowerCase())
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(Math.abs(Number(answer.headers['x-dashboard-time']) - Date.now())).toBeLessThan(60_000)
    const told = answer.headers['x-dashboard-answer'] as string
    expect(told).toMatch(/^[\x20-\x7e]*$/)
    expect(JSON.parse(told)).toEqual({ status, headers })
    const asked = standIn.calls[0]?.arguments[1] as InvocationRequest
    expect(asked.headers.map(([header]) => header)).not.toEqual(
      expect.arrayContaining(['x-dashboard-sealed']),
    )
    expect(asked.headers.map(([header]) => header)).not.toEqual(expect.arrayContaining(['accept-encoding']))
  })

  it('is no seal for errors of the dashboard itself', async () => {
    const { send } = await live()
    const answer = await send('POST', path, { 'x-dashboard-sealed': '1' })
    expect(answer.status).toBe(400)
    expect(answer.headers).not.toHaveProperty('x-dashboard-answer')
  })
})
