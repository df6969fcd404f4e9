import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Worker } from './runtime'
import { call, failure, pythonEnvironment, testFunctions } from './test-functions'
import type { TestFunction } from './test-functions'

const functions = testFunctions('python-test')
afterAll(() => functions.dispose())

const source = `
import asyncio, json, os, sys
import nuclio_sdk

async def init_context(context):
    await asyncio.sleep(0)
    context.user_data.started = 1
    context.logger.info('starting')

calls = 0

class Odd:
    def __str__(self):
        return 'odd'

def count():
    yield 'one '
    yield b'two '
    yield nuclio_sdk.Response(body='three')

async def count_slowly():
    yield nuclio_sdk.Response(headers={'x-a': 'b'}, body='first ', status_code=201, content_type='text/csv')
    await asyncio.sleep(0)
    yield 'second'

def broken():
    yield 'so far '
    raise ValueError('in the middle')

def fail():
    raise RuntimeError('boom from the handler')

def log(context):
    context.logger.debug('printf %s and %d', 'text', 7)
    context.logger.warn_with('with fields', code=42, name='own')
    context.logger.bind(request='r1')
    context.logger.error('bound')
    context.logger.info_with('odd', thing=Odd(), text='שלום')

def handler(context, event):
    global calls
    calls += 1
    kind = event.path[1:]
    if kind == 'event':
        return {name: getattr(event, name) for name in ('content_type', 'fields', 'headers', 'id', 'method',
            'path', 'size', 'url', 'shard_id', 'num_shards', 'topic', 'offset')} | {
            'timestamp': event.timestamp.isoformat(), 'trigger': [event.trigger.kind, event.trigger.name],
            'body': repr(event.body), 'is_event': isinstance(event, nuclio_sdk.Event)}
    if kind == 'context':
        return {'worker_id': context.worker_id, 'started': context.user_data.started, 'calls': calls,
            'trigger': context.trigger.name, 'platform': context.platform.kind,
            'env': os.environ.get('GREETING'), 'odd': os.environ.get('odd.name'), 'home': os.environ['HOME'], 'cwd': os.getcwd(),
            'secret': os.environ.get('SERVER_SECRET'), 'sdk': nuclio_sdk.__file__}
    if kind == 'echo':
        return context.Response(body=event.body, content_type='application/octet-stream')
    if kind == 'async':
        async def later():
            await asyncio.sleep(0)
            return 'from later'
        return later()
    if kind == 'print':
        print('to stdout')
        print('to stderr', file=sys.stderr)
        with open('/dev/stderr', 'w') as file:
            file.write('to the device')
        return 'printed'
    if kind == 'exit':
        os._exit(3)
    if kind == 'background':
        asyncio.get_event_loop().call_later(0, lambda: context.logger.info('after the answer'))
        return 'answered'
    return {
        'bytes': lambda: bytes(range(256)),
        'list': lambda: [1, {'a': float('nan')}],
        'tuple': lambda: (418, 'teapot'),
        'tuple-json': lambda: (201, {'a': 1}),
        'response': lambda: context.Response(headers={'X-Other': 'kept', 'Set-Cookie': ['a=b', 'c=d'], 'bad name': 'x',
            'X-Lines': 'one\\r\\ntwo', 'X-Number': 7}, body={'a': 'é'}, status_code=302),
        'html': lambda: context.Response(headers={'Content-Type': 'text/html'}, body='<b>hi</b>'),
        'none': lambda: None,
        'number': lambda: 42,
        'odd': lambda: Odd(),
        'status': lambda: ('nonsense', 'x'),
        'generator': count,
        'async-generator': count_slowly,
        'response-generator': lambda: context.Response(body=count(), status_code=203, content_type='text/html'),
        'empty-generator': lambda: (x for x in ()),
        'broken': broken,
        'fail': fail,
        'log': lambda: log(context),
    }.get(kind, lambda: 'hello from python')()
`

describe.skipIf(pythonEnvironment === undefined)('a Python function', () => {
  let fn: TestFunction
  let worker: Worker
  beforeAll(async () => {
    process.env.SERVER_SECRET = 'not for functions'
    const env = [
      { name: 'GREETING', value: 'hé llo' },
      { name: 'odd.name', value: 'kept' },
    ]
    fn = functions.create('python:3.9', { 'main.py': source }, { handler: 'main:handler', env })
    await fn.build()
    worker = await fn.start(3)
  })
  const get = (kind: string) => call(worker, { path: `/${kind}` })

  it('says in the build log which Python it gets', () => {
    expect(fn.buildLog[0]).toMatch(/^Using Python 3\.\d+\.\d+/)
  })

  it('gets the event as the SDK has it', async () => {
    const answer = await call(worker, {
      path: '/event',
      url: '/event?a=1',
      method: 'PUT',
      headers: { 'x-my-header': 'mine', 'content-type': 'application/json' },
      fields: { a: '1' },
      contentType: 'application/json',
      body: Buffer.from('{"text": "שלום"}'),
      shardId: 2,
      offset: '17',
    })
    expect(JSON.parse(answer.text)).toEqual({
      is_event: true,
      body: "{'text': 'שלום'}",
      content_type: 'application/json',
      fields: { a: '1' },
      headers: { 'X-My-Header': 'mine', 'Content-Type': 'application/json' },
      id: 'event-1',
      method: 'PUT',
      path: '/event',
      size: 20,
      url: '/event?a=1',
      shard_id: 2,
      num_shards: 0,
      offset: 17,
      topic: null,
      timestamp: '2026-01-02T03:04:05',
      trigger: ['http', 'default-http'],
    })
  })

  it('gets JSON that does not parse as bytes, with a line in the log', async () => {
    const answer = await call(worker, {
      path: '/event',
      contentType: 'application/json',
      body: Buffer.from('{'),
    })
    expect(JSON.parse(answer.text)).toMatchObject({ body: "b'{'" })
    await expect.poll(() => fn.output).toContain('Failed deserializing json body')
  })

  it('has its context, its environment and nothing of the server’s', async () => {
    const context = JSON.parse((await get('context')).text) as Record<string, unknown>
    expect(context).toMatchObject({
      worker_id: '3',
      started: 1,
      trigger: 'default-http',
      platform: 'local',
      env: 'hé llo',
      odd: 'kept',
      home: fn.directory,
      secret: null,
    })
    const again = JSON.parse((await get('context')).text) as Record<string, unknown>
    expect(again.calls).toBe(Number(context.calls) + 1)
    expect(fn.records).toMatchObject([{ level: 'info', message: 'starting', worker_id: '3' }])
  })

  it.each([
    ['text', 200, 'text/plain', 'hello from python'],
    ['list', 200, 'application/json', '[1, {"a": "NaN"}]'],
    ['tuple', 418, 'text/plain', 'teapot'],
    ['tuple-json', 201, 'application/json', '{"a": 1}'],
    ['html', 200, 'text/html', '<b>hi</b>'],
    ['none', 200, 'text/plain', 'None'],
    ['number', 200, 'text/plain', '42'],
    ['odd', 200, 'text/plain', 'odd'],
    ['async', 200, 'text/plain', 'from later'],
    ['generator', 200, 'text/plain', 'one two three'],
    ['response-generator', 203, 'text/html', 'one two three'],
    ['empty-generator', 200, 'text/plain', ''],
  ])('returns %s', async (kind, status, type, text) => {
    const answer = await get(kind)
    expect([answer.status, answer.text]).toEqual([status, text])
    expect(
      new Map(answer.headers.map(([name, value]) => [name.toLowerCase(), value])).get('content-type'),
    ).toBe(type)
  })

  it('returns bytes as they are', async () => {
    expect([...(await get('bytes')).body]).toEqual([...Array(256).keys()])
  })

  it('returns a Response with headers that HTTP can carry', async () => {
    const answer = await get('response')
    expect(answer).toMatchObject({ status: 302, text: '{"a": "\\u00e9"}' })
    expect(answer.headers).toEqual([
      ['content-type', 'application/json'],
      ['X-Other', 'kept'],
      ['Set-Cookie', 'a=b'],
      ['Set-Cookie', 'c=d'],
      ['X-Lines', 'one two'],
      ['X-Number', '7'],
    ])
  })

  it('streams from an async generator with the status of its first item', async () => {
    const answer = await get('async-generator')
    expect(answer).toMatchObject({ status: 201, text: 'first second' })
    expect(answer.headers).toEqual([
      ['content-type', 'text/csv'],
      ['x-a', 'b'],
    ])
  })

  it('breaks the stream off when the generator fails, and takes the next event', async () => {
    const error = await failure(get('broken'))
    expect(error.message).toContain('Exception caught in handler - "in the middle"')
    expect((await get('text')).status).toBe(200)
  })

  it('refuses a status that is none', async () => {
    expect(await get('status')).toMatchObject({ status: 500, text: expect.stringContaining('"nonsense"') })
  })

  it('carries 5 MB of binary there and back', async () => {
    const body = Buffer.alloc(5 << 20, Buffer.from([0, 1, 2, 253, 254, 255, 13]))
    const answer = await call(worker, { path: '/echo', body })
    expect(answer.body.equals(body)).toBe(true)
  })

  it('turns an exception into Nuclio’s text and a record', async () => {
    const answer = await get('fail')
    expect(answer.status).toBe(500)
    expect(answer.headers).toEqual([['content-type', 'text/plain']])
    expect(answer.text).toMatch(
      /^Exception caught in handler - "boom from the handler": Traceback \(most recent call last\):\n {2}File ".*main\.py", line \d+, in handler\n/,
    )
    expect(answer.text).toMatch(/\nRuntimeError: boom from the handler\n$/)
    expect(answer.text).not.toContain('wrapper.py')
    expect(answer.records).toMatchObject([
      {
        level: 'error',
        name: 'default-http',
        message: 'Exception caught in handler',
        exc: 'boom from the handler',
        traceback: expect.stringContaining('main.py'),
        worker_id: '3',
      },
    ])
  })

  it('prints to the log in the order in which it printed', async () => {
    await get('print')
    await expect.poll(() => fn.output).toContain('to stdout\nto stderr\nto the device')
  })

  it('logs what its background does after the answer', async () => {
    await get('background')
    await expect.poll(() => fn.records.map((record) => record.message)).toContain('after the answer')
  })

  it('logs with levels, printf arguments, fields and bound fields', async () => {
    const { records } = await get('log')
    expect(records).toMatchObject([
      { level: 'debug', message: 'printf text and 7', name: 'default-http' },
      { level: 'warn', message: 'with fields', code: 42, name: 'own' },
      { level: 'error', message: 'bound', request: 'r1' },
      { level: 'info', message: 'odd', thing: expect.stringContaining('Odd object'), text: 'שלום' },
    ])
    expect(records[0]?.time).toBeCloseTo(Date.now(), -5)
  })

  it('takes events one after the other', async () => {
    const answers = await Promise.all(['tuple', 'generator', 'text'].map(get))
    expect(answers.map((answer) => answer.text)).toEqual(['teapot', 'one two three', 'hello from python'])
  })

  it('reports the exit of its process', async () => {
    const doomed = await fn.start()
    await expect(call(doomed, { path: '/exit' })).rejects.toMatchObject({ name: 'WorkerExit', code: 3 })
    expect(await doomed.exited).toEqual({ code: 3, signal: null })
    await expect(call(doomed)).rejects.toThrow('ended with exit code 3')
  })
})
