import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp } from './app'
import { liveServer, type LiveServer } from './live-server'
import { silent } from './stand-in-platform'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A Nuclio dashboard that answers as told, and our server in front of it. */
async function inFrontOf(answer: Answer, basePath = ''): Promise<LiveServer & { target: string }> {
  const upstream: Server = createServer(answer)
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => upstream.closeAllConnections() }, upstream)
  const target = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}${basePath}`
  const server = await proxyTo(target)
  return { ...server, target }
}

async function proxyTo(target: string): Promise<LiveServer> {
  const app = createApp({ upstream: { kind: 'proxy', target: new URL(target) }, log: silent })
  const server = await liveServer(app.fetch)
  open.unshift(server)
  return server
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const unsealed = { 'x-nuclio-function-name': 'f' }
const sealed = { ...unsealed, 'x-dashboard-sealed': '1' }
const invocations = '/api/function_invocations'

describe('in front of a Nuclio dashboard', () => {
  it('an answer with nothing in it goes through as it is', async () => {
    const { send } = await inFrontOf((_request, response) => {
      response.writeHead(202, { 'content-length': '0' }).end()
    })
    const answer = await send('POST', '/api/functions')
    expect([answer.status, answer.headers['content-length']]).toEqual([202, '0'])
    expect(answer.headers).not.toHaveProperty('content-type')
    expect(answer.headers).not.toHaveProperty('transfer-encoding')
  })

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    '%s goes through with all it has',
    async (method) => {
      let seen:
        { method?: string; url?: string; headers: IncomingMessage['headers']; body: string } | undefined
      const { send, target, url } = await inFrontOf((request, response) => {
        void bodyOf(request).then((body) => {
          seen = { method: request.method, url: request.url, headers: request.headers, body }
          response.writeHead(207, {
            'set-cookie': ['a=b', 'c=d'],
            'access-control-allow-origin': '*',
            'x-other': 'kept',
          })
          response.end('answer')
        })
      }, '/base/')
      const answer = await send(
        method,
        '/api/functions/a%2Fb?export=true',
        { connection: 'close, x-hop', 'x-hop': 'gone', 'x-kept': 'yes', cookie: 'session=1', origin: url },
        'body',
      )
      expect(seen).toMatchObject({ method, url: '/base/api/functions/a%2Fb?export=true', body: 'body' })
      expect(seen?.headers).toMatchObject({
        host: new URL(target).host,
        origin: new URL(target).origin,
        'x-kept': 'yes',
        cookie: 'session=1',
      })
      expect(seen?.headers).not.toHaveProperty('x-hop')
      expect([answer.status, answer.body.toString()]).toEqual([207, 'answer'])
      expect(answer.headers).toMatchObject({ 'set-cookie': ['a=b', 'c=d'], 'x-other': 'kept' })
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  it('leaves encodings and empty answers as they are', async () => {
    const zipped = gzipSync('text')
    const { send } = await inFrontOf((request, response) => {
      if (request.method === 'PUT')
        response.writeHead(202, { 'content-type': 'application/json', 'content-length': '0' }).end()
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped)
    })
    expect((await send('GET', '/api/functions', { 'accept-encoding': 'gzip' })).body).toEqual(zipped)
    const accepted = await send('PUT', '/api/functions/f')
    expect([accepted.status, accepted.body.length, accepted.headers['content-type']]).toEqual([
      202,
      0,
      'application/json',
    ])
  })

  it('streams both ways without waiting for the end', async () => {
    let log: ServerResponse | undefined
    const { url } = await inFrontOf((_request, response) => {
      log = response
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('first\n')
    })
    const answer = await fetch(`${url}/api/functions/f/logs/r`)
    const reader = answer.body?.getReader()
    const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(await next()).toBe('first\n')
    log?.write('second\n')
    expect(await next()).toBe('second\n')
    log?.destroy()
    await expect(reader?.read()).rejects.toThrow()
  })

  it.each<[what: string, path: string, init: RequestInit, isBegun: boolean]>([
    ['a request', '/api/functions', {}, false],
    ['an invocation', invocations, { method: 'POST', body: 'x', headers: sealed }, false],
    ['an invocation as other clients make it', invocations, { headers: unsealed }, false],
    ['an invocation in the midst of its answer', invocations, { method: 'POST', headers: sealed }, true],
  ])('closes the connection behind %s when the client goes', async (_what, path, init, isBegun) => {
    let upstream: 'nothing' | 'open' | 'closed' = 'nothing'
    const { url } = await inFrontOf((request, response) => {
      upstream = 'open'
      request.socket.once('close', () => (upstream = 'closed'))
      if (isBegun) response.writeHead(200, { 'content-length': '1000' }).write('the beginning')
    })
    const client = new AbortController()
    const answer = fetch(url + path, { ...init, signal: client.signal })
    const ended = answer.then((begun) => begun.text()).catch(() => 'aborted')
    if (isBegun) await answer
    await vi.waitFor(() => expect(upstream).toBe('open'))
    client.abort()
    expect(await ended).toBe('aborted')
    await vi.waitFor(() => expect(upstream).toBe('closed'))
  })

  it('seals invocations the page makes, and does not follow them', async () => {
    let accepted: string | undefined
    const { send } = await inFrontOf((request, response) => {
      accepted = request.headers['accept-encoding']
      response.writeHead(302, {
        location: 'https://elsewhere.example',
        'set-cookie': ['a=b', 'c=d'],
        'clear-site-data': '"*"',
      })
      response.end('moved')
    })
    const answer = await send(
      'POST',
      '/api/function_invocations',
      { ...sealed, 'accept-encoding': 'gzip' },
      'x',
    )
    expect([answer.status, answer.body.toString(), accepted]).toEqual([200, 'moved', undefined])
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('clear-site-data')
    const told = JSON.parse(answer.headers['x-dashboard-answer'] as string) as {
      status: number
      headers: string[][]
    }
    expect(told.status).toBe(302)
    expect(told.headers).toEqual(
      expect.arrayContaining([
        ['location', 'https://elsewhere.example'],
        ['set-cookie', 'a=b'],
        ['set-cookie', 'c=d'],
      ]),
    )
  })

  it('says in words when nothing answers', async () => {
    const { send } = await proxyTo('http://127.0.0.1:9')
    for (const [path, headers] of [
      ['/api/functions', {}],
      ['/api/function_invocations', sealed],
    ] as const) {
      const answer = await send('GET', path, headers)
      expect(answer.status).toBe(502)
      expect(JSON.parse(answer.body.toString())).toMatchObject({
        error: 'The Nuclio dashboard at http://127.0.0.1:9 did not answer: nothing listens there',
      })
    }
  })

  it('guards as usual and says what it stands in front of', async () => {
    const { send, target } = await inFrontOf((_request, response) => response.end())
    expect((await send('GET', '/api/functions', { host: 'evil.example' })).status).toBe(403)
    expect((await send('POST', '/api/functions', { origin: 'http://evil.example' })).status).toBe(403)
    expect(JSON.parse((await send('GET', '/server.json')).body.toString())).toEqual({
      kind: 'proxy',
      identity: target,
      target,
    })
  })
})
