import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ApiGatewaySpec } from '@/api/generated/schema'
import { ask, gatewayConfig, speaking, testGateways, type Spoken } from './testing'

let test: ReturnType<typeof testGateways>
let port: number
beforeEach(async () => {
  test = testGateways()
  for (const name of ['echo', 'next']) test.functions.set(name, speaking(name))
  await test.gateways.start()
  port = test.gateways.listener().port
})
afterEach(() => test.gateways.close())

const upstreams = (...shares: [name: string, percentage?: number][]) =>
  shares.map(([name, percentage]) => ({ kind: 'nucliofunction', nucliofunction: { name }, percentage }))

/** Makes a gateway and waits until it serves, or cannot. */
async function gateway(name: string, spec: Partial<ApiGatewaySpec> = {}): Promise<void> {
  await test.gateways.create(gatewayConfig(name, spec))
  for (;;) {
    const { status } = await test.gateways.get({ namespace: 'nuclio', name })
    if (status?.state !== 'waitingForProvisioning') return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const spoken = async (...request: Parameters<typeof ask>) =>
  JSON.parse((await ask(...request)).body) as Spoken

describe('a request through a gateway', () => {
  it('goes on as it came, but for what belongs to the connection', async () => {
    await gateway('shop', { path: '/v1' })
    const { headers, ...rest } = await spoken(port, 'shop.localhost:8091', '/v1/a%20b/../?q=1&q=%32', {
      method: 'PATCH',
      headers: {
        'X-Twice': ['a', 'b'],
        'Accept-Encoding': 'br',
        Connection: 'close, X-Hop',
        'X-Hop': '1',
        TE: 'trailers',
        Authorization: 'Bearer kept',
      },
      body: 'the body',
    })
    expect(rest).toEqual({ name: 'echo', method: 'PATCH', path: '/v1/a%20b/../?q=1&q=%32', body: 'the body' })
    expect(headers).toContainEqual(['host', 'shop.localhost:8091'])
    expect(headers.filter(([name]) => name === 'X-Twice')).toEqual([
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
    ])
    expect(headers).toContainEqual(['Accept-Encoding', 'br'])
    expect(headers).toContainEqual(['Authorization', 'Bearer kept'])
    const names = headers.map(([name]) => name.toLowerCase())
    for (const gone of ['connection', 'te', 'x-hop', 'transfer-encoding']) expect(names).not.toContain(gone)
  })

  it('brings back the answer of the function, status, headers and all', async () => {
    test.functions.set('echo', async () => ({
      status: 418,
      headers: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['Connection', 'close'],
        ['X-Own', 'é'],
      ],
      body: Buffer.from('short and stout'),
    }))
    await gateway('shop')
    const answer = await ask(port, 'shop.localhost')
    expect(answer).toMatchObject({ status: 418, body: 'short and stout' })
    expect(answer.headers).toMatchObject({ 'set-cookie': ['a=1', 'b=2'], 'x-own': 'é' })
  })

  it('gets an answer piece by piece, and tells the function when nobody waits any more', async () => {
    let more: () => void = () => undefined
    test.functions.set('echo', async () => ({
      status: 200,
      headers: [],
      body: new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(Buffer.from('first '))
          await new Promise<void>((resolve) => (more = resolve))
          controller.enqueue(Buffer.from('second'))
          controller.close()
        },
      }),
    }))
    // A host that needs no header of its own.
    await gateway('shop', { host: '127.0.0.1' })
    const response = await fetch(`http://127.0.0.1:${port}/`)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('first ')
    more()
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('second')

    const left = new Promise<void>((resolve) => {
      test.functions.set('echo', (_request, signal) => {
        signal.addEventListener('abort', () => resolve())
        leave.abort()
        return new Promise(() => undefined)
      })
    })
    const leave = new AbortController()
    await fetch(`http://127.0.0.1:${port}/`, { signal: leave.signal }).catch(() => undefined)
    await left
  })

  it('is refused when its body is larger than the function takes', async () => {
    await gateway('shop')
    const body = 'x'.repeat(1024 * 1024 + 1)
    expect(await ask(port, 'shop.localhost', '/', { method: 'POST', body })).toMatchObject({ status: 413 })
  })

  it('can be given another path', async () => {
    const [upstream] = upstreams(['echo'])
    await gateway('shop', { path: '/v1', upstreams: [{ ...upstream, rewriteTarget: '/inner' }] })
    expect(await spoken(port, 'shop.localhost', '/v1/a?q=1')).toMatchObject({ path: '/inner?q=1' })
  })

  it('may name the whole URL in its first line', async () => {
    await gateway('shop', { path: '/v1' })
    const answer = await spoken(port, 'shop.localhost', 'http://shop.localhost/v1/x?y')
    expect(answer).toMatchObject({ path: '/v1/x?y' })
  })
})

describe('the way of a request', () => {
  it('is that of the longest path it lies below', async () => {
    await gateway('all', { host: 'shop.localhost', upstreams: upstreams(['echo']) })
    await gateway('v1', { host: 'shop.localhost:8091', path: '/v1/', upstreams: upstreams(['next']) })
    const paths = ['/', '/v', '/v10', '/v1', '/v1/', '/v1/x', '/v1?x=/']
    const answered = await Promise.all(paths.map((path) => spoken(port, 'Shop.localhost.', path)))
    expect(answered.map(({ name }) => name)).toEqual(['echo', 'echo', 'echo', 'next', 'next', 'next', 'next'])
  })

  it('ends in a plain 404 where no gateway is', async () => {
    await gateway('shop', { path: '/v1' })
    expect(await ask(port, `127.0.0.1:${port}`, '/v1')).toMatchObject({
      status: 404,
      body: `No API gateway answers for the host “127.0.0.1:${port}”\n`,
    })
    expect(await ask(port, 'shop.localhost', '/v2')).toMatchObject({
      status: 404,
      body: 'No API gateway of shop.localhost answers for the path /v2\n',
    })
    await test.gateways.delete({ namespace: 'nuclio', name: 'shop' })
    expect(await ask(port, 'shop.localhost', '/v1')).toMatchObject({ status: 404 })
  })

  it('ends in a 502 that says which function is down, and why', async () => {
    await gateway('shop')
    test.functions.set('echo', async () => undefined)
    expect(await ask(port, 'shop.localhost')).toMatchObject({
      status: 502,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'API gateway shop leads to the function echo, which does not run: it is disabled\n',
    })
    test.functions.delete('echo')
    expect(await ask(port, 'shop.localhost')).toMatchObject({
      status: 502,
      body: 'API gateway shop leads to the function echo, which does not exist\n',
    })
  })

  it('ends in a 503 at a gateway that could not be set up', async () => {
    await gateway('shop', { upstreams: upstreams(['echo', 10]) })
    expect(await ask(port, 'shop.localhost')).toMatchObject({
      status: 503,
      body: 'API gateway shop is in state error: A single upstream gets every request: its percentage must be 0\n',
    })
  })
})

describe('the canary', () => {
  it('gets its share of 2,000 requests, give or take chance', async () => {
    await gateway('shop', { upstreams: upstreams(['next', 10], ['echo', 0]) })
    let canary = 0
    const one = async () => ((await spoken(port, 'shop.localhost')).name === 'next' ? (canary += 1) : 0)
    for (let sent = 0; sent < 2000; sent += 50) await Promise.all(Array.from({ length: 50 }, one))
    // Five standard deviations (13.4 each): chance alone leaves these bounds once in two million runs.
    expect(canary).toBeGreaterThan(200 - 67)
    expect(canary).toBeLessThan(200 + 67)
  })

  it('gets exactly what the draw says', async () => {
    await test.gateways.close()
    const draws = [0, 0.0999, 0.1, 0.9999]
    test = testGateways({ random: () => draws.shift() ?? 0 })
    for (const name of ['echo', 'next']) test.functions.set(name, speaking(name))
    await test.gateways.start()
    await gateway('shop', { upstreams: upstreams(['echo'], ['next', 10]) })
    const names: string[] = []
    for (let sent = 0; sent < 4; sent += 1)
      names.push((await spoken(test.gateways.listener().port, 'shop.localhost')).name)
    expect(names).toEqual(['next', 'next', 'echo', 'echo'])
  })
})

describe('who may pass', () => {
  const basic = (credentials: string) => ({
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  })

  it.each(['basic', 'basicAuth'] as const)('needs the right user and password (%s)', async (mode) => {
    const authentication = { basicAuth: { username: 'änn', password: 'a:b c' } }
    await gateway('shop', { authenticationMode: mode, authentication })
    const missing = await ask(port, 'shop.localhost')
    expect(missing).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="shop", charset="UTF-8"' },
      body: 'API gateway shop: user and password are needed\n',
    })
    const other = await ask(port, 'shop.localhost', '/', { headers: { authorization: 'Bearer x' } })
    expect(other.body).toBe(missing.body)
    for (const wrong of ['änn:wrong', 'other:a:b c', 'änn'])
      expect(await ask(port, 'shop.localhost', '/', basic(wrong))).toMatchObject({
        status: 401,
        body: 'API gateway shop: user or password is wrong\n',
      })
    expect(await ask(port, 'shop.localhost', '/', basic('änn:a:b c'))).toMatchObject({ status: 200 })
  })

  it('needs the key of the platform', async () => {
    await gateway('shop', { authenticationMode: 'accessKey' })
    const key = (value: string) => ({ headers: { 'X-V3io-Session-Key': value } })
    expect(await ask(port, 'shop.localhost')).toMatchObject({
      status: 401,
      body: 'API gateway shop: an access key is needed in the header x-v3io-session-key\n',
    })
    expect(await ask(port, 'shop.localhost', '/', key('another'))).toMatchObject({
      status: 401,
      body: 'API gateway shop: the access key is wrong\n',
    })
    expect(await ask(port, 'shop.localhost', '/', key('the-key'))).toMatchObject({ status: 200 })
  })
})

describe('a request that the server sends for a page', () => {
  const ref = { namespace: 'nuclio', name: 'shop' }
  const call = {
    method: 'PUT',
    path: '/v1/x?y=1',
    headers: [
      ['X-Own', '1'],
      ['Host', 'elsewhere'],
      ['Content-Length', '1'],
    ] as [string, string][],
    body: Buffer.from('é'),
    signal: new AbortController().signal,
  }

  it('reaches the gateway as any other', async () => {
    await gateway('shop', { path: '/v1', host: 'shop.localhost:8091' })
    const { status, body } = await test.gateways.call(ref, call)
    const got = JSON.parse(await new Response(body as BodyInit).text()) as Spoken
    expect(status).toBe(200)
    expect(got).toMatchObject({ method: 'PUT', path: '/v1/x?y=1', body: 'é' })
    expect(got.headers).toContainEqual(['Host', 'shop.localhost:8091'])
    expect(got.headers).toContainEqual(['X-Own', '1'])
    expect(got.headers).toContainEqual(['Content-Length', '2'])
  })

  it('says what cannot be sent', async () => {
    await gateway('shop')
    const headers: [string, string][] = [['a b', '1']]
    await expect(test.gateways.call(ref, { ...call, headers })).rejects.toMatchObject({ status: 400 })
    await expect(test.gateways.call(ref, { ...call, method: 'A B' })).rejects.toMatchObject({ status: 400 })
    await expect(test.gateways.call({ ...ref, name: 'nope' }, call)).rejects.toMatchObject({ status: 404 })
    await test.gateways.close()
    await expect(test.gateways.call(ref, call)).rejects.toMatchObject({ status: 502 })
  })
})
