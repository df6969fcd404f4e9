import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pythonEnvironment } from '../../runtimes/test-functions'
import { call, functionConfig, testPlatform } from './testing'

const ref = (name: string) => ({ namespace: 'nuclio', name })

/** A Python handler may be a generator; Node.js has no streamed answers. */
const source = `
import time

def handler(context, event):
    if event.path == '/cookies':
        return context.Response(headers={'x-a': 'b', 'bad header': 'x', 'content-length': '999'}, body='ok', status_code=202)
    def pieces():
        yield 'first'
        time.sleep(float(event.fields.get('wait', '0')))
        yield 'second'
    return pieces()
`

describe.skipIf(!pythonEnvironment)('streamed answers', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  let origin: string

  beforeAll(async () => {
    platform = await testPlatform()
    const config = functionConfig('streamer', source, {
      runtime: 'python',
      eventTimeout: '1s',
      triggers: { web: { kind: 'http', workerAvailabilityTimeoutMilliseconds: 20 } },
    })
    await platform.functions.create(config, { waitForEnd: true })
    const { status } = await platform.functions.get(ref('streamer'))
    expect(status.message).toBeUndefined()
    origin = `http://${status.internalInvocationUrls?.[0]}`
  })
  afterAll(() => platform.dispose())

  it('pass on pieces as they come, and keep the worker until the last', async () => {
    const answer = await fetch(`${origin}/?wait=0.3`)
    const reader = answer.body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
    expect((await fetch(origin)).status).toBe(503)
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('second')
    expect((await reader?.read())?.done).toBe(true)
    await expect.poll(async () => (await call(platform.functions, 'streamer')).body).toBe('firstsecond')
  })

  it('keep the worker although nobody reads any more, until the handler has ended', async () => {
    const gone = new AbortController()
    const answer = await fetch(`${origin}/?wait=0.3`, { signal: gone.signal })
    gone.abort()
    await expect(answer.text()).rejects.toThrow()
    expect((await fetch(origin)).status).toBe(503)
    await expect.poll(async () => (await fetch(origin)).status, { timeout: 5000 }).toBe(200)
  })

  it('are cut when the event is out of time, and the worker is replaced', async () => {
    const answer = await fetch(`${origin}/?wait=60`)
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
    await expect.poll(async () => (await fetch(origin)).status, { timeout: 5000 }).toBe(200)
  })

  it('leave out headers that cannot be sent or belong to the connection', async () => {
    const answer = await fetch(`${origin}/cookies`)
    expect([answer.status, await answer.text()]).toEqual([202, 'ok'])
    expect(answer.headers.get('x-a')).toBe('b')
    expect(answer.headers.get('server')).toBe('nuclio')
  })
})
