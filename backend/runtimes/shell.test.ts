import { chmodSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { BuildError } from './runtime'
import { call, failure, testFunctions } from './test-functions'

const functions = testFunctions('shell-test')
afterAll(() => functions.dispose())

async function started(script: string, spec = {}) {
  const fn = functions.create('shell', { 'main.sh': script }, { handler: 'main.sh', ...spec })
  await fn.build()
  return fn.start()
}

describe('a shell function', () => {
  it('gets the body on stdin and answers with stdout and stderr', async () => {
    const worker = await started('echo first; cat; echo second >&2; echo third >/dev/stderr; cat /dev/stdin')
    const answer = await call(worker, { body: Buffer.from('bödy\n') })
    expect(answer).toMatchObject({ status: 200, text: 'first\nbödy\nsecond\nthird\n' })
    expect(answer.headers).toEqual([['content-type', 'text/plain; charset=utf-8']])
  })

  it('carries 5 MB of binary there and back, and leaves what nobody reads', async () => {
    const body = Buffer.alloc(5 << 20, Buffer.from([0, 1, 2, 253, 254, 255, 13]))
    expect((await call(await started('exec cat'), { body })).body.equals(body)).toBe(true)
    expect(await call(await started('echo ignored'), { body })).toMatchObject({
      status: 200,
      text: 'ignored\n',
    })
  })

  it('answers 500 with the output when it fails', async () => {
    const answer = await call(await started('echo so far; exit 7'))
    expect(answer).toMatchObject({
      status: 500,
      text: 'Failed to run shell command.\nError: exit status 7\nOutput:so far\n',
    })
  })

  it('gets arguments of the request or else of the spec, without a shell', async () => {
    const script = 'for argument in "$@"; do echo "<$argument>"; done'
    const worker = await started(script, { runtimeAttributes: { arguments: 'from  $(spec)' } })
    expect((await call(worker)).text).toBe('<from>\n<$(spec)>\n')
    const headers = { 'x-nuclio-arguments': 'a; * `id`' }
    expect((await call(worker, { headers })).text).toBe('<a;>\n<*>\n<`id`>\n')
  })

  it('has the environment of the function and of the event', async () => {
    const worker = await started('env', { env: [{ name: 'GREETING', value: "it's é $HOME" }] })
    const event = { path: '/p', url: '/p?q=1', method: 'PUT', contentType: 'text/csv', shardId: 4 }
    const lines = (await call(worker, event)).text.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        "GREETING=it's é $HOME",
        'NUCLIO_EVENT_ID=event-1',
        'NUCLIO_TRIGGER_CLASS=sync',
        'NUCLIO_TRIGGER_KIND=http',
        'NUCLIO_EVENT_CONTENT_TYPE=text/csv',
        'NUCLIO_EVENT_TIMESTAMP=2026-01-02T03:04:05.000Z',
        'NUCLIO_EVENT_PATH=/p',
        'NUCLIO_EVENT_URL=/p?q=1',
        'NUCLIO_EVENT_METHOD=PUT',
        'NUCLIO_EVENT_SHARD_ID=4',
        'NUCLIO_FUNCTION_NAME=tested',
      ]),
    )
  })

  it('answers with the headers of its spec', async () => {
    const responseHeaders = { 'Content-Type': 'text/html', 'X-Number': 7 }
    const answer = await call(await started('echo "<b>"', { runtimeAttributes: { responseHeaders } }))
    expect(answer.headers).toEqual([
      ['Content-Type', 'text/html'],
      ['X-Number', '7'],
    ])
  })

  it('runs an executable as it is, and a command of the machine', async () => {
    const fn = functions.create('shell', {
      tool: '#!/usr/bin/env node\nconsole.log("node", ...process.argv.slice(2))',
    })
    chmodSync(join(fn.directory, 'tool'), 0o755)
    fn.fn.spec.handler = 'tool'
    expect((await call(await fn.start(), { headers: { 'x-nuclio-arguments': 'a b' } })).text).toBe(
      'node a b\n',
    )

    const command = functions.create('shell', {}, { handler: 'wc', runtimeAttributes: { arguments: '-c' } })
    await command.build()
    expect((await call(await command.start(), { body: Buffer.from('12345') })).text.trim()).toBe('5')
  })

  it('cannot start without a file or a command', async () => {
    const error = await failure(functions.create('shell', {}, { handler: 'no-such-command' }).start())
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toContain('no-such-command is neither a file of the function nor a command on PATH')
  })

  it('names file and line of a syntax error', async () => {
    const fn = functions.create('shell', { 'main.sh': 'echo\nif true; then echo\n' })
    expect((await failure(fn.build())).message).toMatch(/main\.sh:.* 3: .*(Syntax|syntax) error/)
  })
})
