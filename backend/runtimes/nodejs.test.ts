import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { BuildError } from './runtime'
import type { Worker } from './runtime'
import { call, failure, testFunctions } from './test-functions'
import type { TestFunction } from './test-functions'

const functions = testFunctions('nodejs-test')
afterAll(() => functions.dispose())

const source = `
const fs = require('node:fs')
let calls = 0

exports.initContext = async (context) => {
  await new Promise((resolve) => setImmediate(resolve))
  context.userData.started = true
}

const answers = {
  text: (context) => context.callback('hello from node'),
  bytes: (context) => context.callback(Buffer.from([...Array(256).keys()])),
  pair: (context) => context.callback([418, 'teapot']),
  'pair-json': (context) => context.callback([201, { a: 1 }]),
  object: (context) => context.callback({ a: [1, 'é'] }),
  list: (context) => context.callback([1, 2, 3]),
  number: (context) => context.callback(42),
  nothing: (context) => context.callback(),
  twice: (context) => { context.callback('first'); context.callback('second') },
  later: (context) => { setTimeout(() => context.callback('later'), 1) },
  async: async (context) => { await null; context.callback('async') },
  throws: () => { throw new Error('boom') },
  rejects: async () => { await null; throw new TypeError('rejected') },
  'throws-text': () => { throw 'just text' },
  circular: (context) => { const a = {}; a.a = a; context.callback(a) },
  response: (context) => context.callback(new context.Response({ a: 1 }, { 'X-Other': 'kept', 'Set-Cookie': ['a=b', 'c=d'] }, 'text/html', 302)),
  html: (context) => context.callback(new context.Response('<b>é</b>', null, 'text/html')),
  binary: (context) => context.callback(new context.Response(Buffer.from([0, 255]), {}, 'image/png')),
  echo: (context, event) => context.callback(event.body),
  event: (context, event) => context.callback({
    ...event, body: [Buffer.isBuffer(event.body), event.body.toString()], isDate: event.timestamp instanceof Date }),
  context: (context) => context.callback({ started: context.userData.started, calls, greeting: process.env.GREETING,
    odd: process.env['odd.name'], home: process.env.HOME, cwd: process.cwd(), secret: process.env.SERVER_SECRET ?? null }),
  print: (context) => {
    console.log('to stdout'); console.error('to stderr'); fs.writeFileSync('/dev/stderr', 'to the device\\n')
    context.callback('printed')
  },
  log: (context) => {
    const circular = {}; circular.self = circular
    context.logger.debug('plain')
    context.logger.info('with fields', { code: 42, text: 'שלום' })
    context.logger.warnWith('with', { error: new Error('inner'), circular })
    context.logger.errorWith('bad', { name: 'own' })
    context.callback('logged')
  },
  exit: () => process.exit(5),
  uncaught: () => { setImmediate(() => { throw new Error('nobody catches this') }) },
}
exports.handler = (context, event) => { calls += 1; return answers[event.path.slice(1)](context, event) }
`

describe('a Node.js function', () => {
  let fn: TestFunction
  let worker: Worker
  beforeAll(async () => {
    process.env.SERVER_SECRET = 'not for functions'
    const env = [
      { name: 'GREETING', value: 'hé llo' },
      { name: 'odd.name', value: 'kept' },
    ]
    fn = functions.create('nodejs', { 'main.js': source }, { handler: 'main:handler', env })
    await fn.build()
    worker = await fn.start()
  })
  const get = (kind: string) => call(worker, { path: `/${kind}` })

  it.each([
    ['text', 200, 'text/plain', 'hello from node'],
    ['pair', 418, 'text/plain', 'teapot'],
    ['pair-json', 201, 'application/json', '{"a":1}'],
    ['object', 200, 'application/json', '{"a":[1,"é"]}'],
    ['list', 200, 'application/json', '[1,2,3]'],
    ['number', 200, 'application/json', '42'],
    ['nothing', 200, 'text/plain', ''],
    ['twice', 200, 'text/plain', 'first'],
    ['later', 200, 'text/plain', 'later'],
    ['async', 200, 'text/plain', 'async'],
    ['html', 200, 'text/html', '<b>é</b>'],
  ])('answers %s', async (kind, status, type, text) => {
    const answer = await get(kind)
    expect([answer.status, answer.text]).toEqual([status, text])
    expect(answer.headers).toEqual([['content-type', type]])
  })

  it('answers with a Response', async () => {
    const answer = await get('response')
    expect(answer).toMatchObject({ status: 302, text: '{"a":1}' })
    expect(answer.headers).toEqual([
      ['content-type', 'application/json'],
      ['X-Other', 'kept'],
      ['Set-Cookie', 'a=b'],
      ['Set-Cookie', 'c=d'],
    ])
  })

  it('answers with bytes as they are', async () => {
    expect([...(await get('bytes')).body]).toEqual([...Array(256).keys()])
    expect([...(await get('binary')).body]).toEqual([0, 255])
  })

  it('carries 5 MB of binary there and back', async () => {
    const body = Buffer.alloc(5 << 20, Buffer.from([0, 1, 2, 253, 254, 255, 13]))
    expect((await call(worker, { path: '/echo', body })).body.equals(body)).toBe(true)
  })

  it('gets the event with a Buffer and a Date', async () => {
    const answer = await call(worker, {
      path: '/event',
      headers: { 'x-my-header': 'mine' },
      contentType: 'application/json',
      body: Buffer.from('{"ü":1}'),
      shardId: 2,
    })
    expect(JSON.parse(answer.text)).toMatchObject({
      body: [true, '{"ü":1}'],
      isDate: true,
      content_type: 'application/json',
      headers: { 'X-My-Header': 'mine' },
      method: 'POST',
      path: '/event',
      size: 8,
      timestamp: '2026-01-02T03:04:05.000Z',
      trigger: { kind: 'http', name: 'default-http' },
      shard_id: 2,
      num_shards: 0,
    })
  })

  it('keeps its state, has its environment and nothing of the server’s', async () => {
    const context = JSON.parse((await get('context')).text) as Record<string, unknown>
    expect(context).toMatchObject({
      started: true,
      greeting: 'hé llo',
      odd: 'kept',
      home: fn.directory,
      secret: null,
    })
    const again = JSON.parse((await get('context')).text) as Record<string, unknown>
    expect(again.calls).toBe(Number(context.calls) + 1)
  })

  it.each([
    ['throws', /^Error in handler: Error: boom\n {4}at .*main\.js:\d+/],
    ['rejects', /^Error in handler: TypeError: rejected\n {4}at .*main\.js:\d+/],
    ['throws-text', /^Error in handler: just text$/],
    ['circular', /^Error in handler: TypeError: .*circular/],
  ])('turns a handler that %s into a 500', async (kind, text) => {
    const answer = await get(kind)
    expect(answer.status).toBe(500)
    expect(answer.text).toMatch(text)
    expect(answer.text).not.toMatch(/wrapper\.cjs|channel\.cjs/)
    expect(answer.records).toMatchObject([{ level: 'error', message: 'Error in handler', worker_id: '0' }])
  })

  it('prints to the log', async () => {
    await get('print')
    await expect.poll(() => fn.output).toContain('to stdout\nto stderr\nto the device')
  })

  it('logs with levels and fields', async () => {
    const { records } = await get('log')
    expect(records).toMatchObject([
      { level: 'debug', message: 'plain', name: 'default-http' },
      { level: 'info', message: 'with fields', code: 42, text: 'שלום' },
      {
        level: 'warn',
        message: 'with',
        error: expect.stringContaining('Error: inner'),
        circular: '[object Object]',
      },
      { level: 'error', message: 'bad', name: 'own' },
    ])
  })

  it.each([
    ['exit', 5],
    ['uncaught', 1],
  ])('reports the end of its process (%s)', async (kind, code) => {
    const doomed = await fn.start()
    await expect(call(doomed, { path: `/${kind}` })).rejects.toMatchObject({ name: 'WorkerExit', code })
    if (kind === 'uncaught') expect(fn.output).toContain('nobody catches this')
  })
})

describe('loading a Node.js function', () => {
  const start = async (text: string, spec = {}) => {
    const fn = functions.create('nodejs', { 'main.js': text }, spec)
    await fn.build()
    return fn.start()
  }

  it('takes ES modules by their syntax and by their extension, with await at the top', async () => {
    writeFileSync(join(functions.root, 'package.json'), '{ "type": "module" }')
    const bySyntax = functions.create('nodejs', {
      'main.js':
        'import fs from "node:fs"\nexport const handler = (context) => context.callback(typeof fs.readFile)\n',
    })
    const byExtension = functions.create(
      'nodejs',
      { 'main.mjs': 'await null\nexport const run = (context) => context.callback("mjs")\n' },
      { handler: 'main.mjs:run' },
    )
    for (const [fn, text] of [
      [bySyntax, 'function'],
      [byExtension, 'mjs'],
    ] as const) {
      await fn.build()
      expect((await call(await fn.start())).text).toBe(text)
    }
  })

  it('is CommonJS even below a folder of ES modules', async () => {
    writeFileSync(join(functions.root, 'package.json'), '{ "type": "module" }')
    const fn = functions.create('nodejs', { 'main.js': 'exports.handler = (c) => c.callback("common")' })
    await fn.build()
    expect((await call(await fn.start())).text).toBe('common')
  })

  it('waits for a handler that is exported late', async () => {
    const worker = await start('setTimeout(() => { exports.handler = (c) => c.callback("late") }, 50)')
    expect((await call(worker)).text).toBe('late')
  })

  it('names a missing handler without waiting for what cannot come', async () => {
    const error = await failure(start('exports.other = () => undefined', { handler: 'main:nosuch' }))
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toContain("main.js exports no function 'nosuch'")
  })

  it('names a missing module', async () => {
    const fn = functions.create('nodejs', {}, { handler: 'absent:handler' })
    expect((await failure(fn.build())).message).toContain('needs the file absent.js')
    expect((await failure(fn.start())).message).toContain("Cannot find module 'absent'")
  })

  it('gives the stack of a module that throws', async () => {
    const error = await failure(start('const go = () => { null.x }\ngo()'))
    expect(error.message).toMatch(/could not be loaded:\nTypeError: Cannot read[^]*main\.js:1:\d+/)
    expect(error.message).not.toContain('node:internal')
  })

  it('gives the stack of an initContext that rejects', async () => {
    const error = await failure(
      start('exports.initContext = async () => { throw new Error("no") }\nexports.handler = () => 0'),
    )
    expect(error.message).toMatch(/^initContext failed:\nError: no/)
  })

  it.each([
    [
      'CommonJS',
      'const x = 1\nexports.handler = (c) => {\n  c.callback(\n}\n',
      /main\.js:4\n}\n\^\n\nSyntaxError/,
    ],
    [
      'an ES module',
      'export const handler = (c) => {\n  c.callback(\n}\n',
      /main\.js:3\n}\n\^\n\nSyntaxError/,
    ],
  ])('names file and line of a syntax error in %s', async (_kind, text, message) => {
    const fn = functions.create('nodejs', { 'main.js': text })
    const error = await failure(fn.build())
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain(fn.directory)
  })
})
