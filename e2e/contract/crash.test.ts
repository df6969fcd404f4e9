import { readdir } from 'node:fs/promises'

import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

let server: DashboardServer
let platform: PlatformClient

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
})
afterAll(() => server?.dispose())

const whoAmI = [
  'import os',
  'def handler(context, event):',
  '    if event.body == b"busy":',
  '        while True: pass',
  '    return str(os.getpid())',
].join('\n')

const invoke = async (body = '') => {
  const answer = await platform.send('POST', '/api/function_invocations', body, {
    'x-nuclio-function-name': 'steady',
    'content-type': 'text/plain',
  })
  return answer.text()
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('keeps projects, functions and code over kill -9 in the middle of a deploy, and leaves no process behind', async () => {
  await platform.createProject('shop', 'kept')
  const steady = await platform.deploy({ name: 'steady', project: 'shop', source: whoAmI })
  expect(steady.status.state, steady.status.message).toBe('ready')
  const pid = Number(await invoke())
  expect(alive(pid)).toBe(true)
  // A handler that never gives its thread back must not survive the server either.
  void invoke('busy').catch(() => undefined)

  const slow = {
    runtime: 'python:3.11',
    handler: 'main:handler',
    build: { functionSourceCode: Buffer.from('def handler(c, e): return "ok"').toString('base64') },
  }
  const metadata = { name: 'slow', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } }
  await platform.send('POST', '/api/functions', {
    metadata,
    spec: { ...slow, build: { ...slow.build, commands: ['sleep 600'] } },
  })
  await vi.waitFor(
    async () =>
      expect(JSON.stringify((await platform.getFunction('slow')).status.logs)).toContain('sleep 600'),
    { timeout: 30_000 },
  )

  await server.crash()
  await vi.waitFor(() => expect(alive(pid)).toBe(false), { timeout: 30_000 })
  expect(await readdir(server.dataDirectory)).not.toEqual([])

  server = await DashboardServer.start({}, server.dataDirectory)
  platform = new PlatformClient(server.url)
  const projects = (await (await platform.send('GET', '/api/projects')).json()) as Record<
    string,
    { spec: object }
  >
  expect(projects['shop']?.spec).toMatchObject({ description: 'kept' })

  const interrupted = await platform.getFunction('slow')
  expect(interrupted.status.state).toBe('error')
  expect(interrupted.status.message).toMatch(/stopped while this function was being deployed/)
  expect(interrupted.spec.build?.functionSourceCode).toBe(slow.build.functionSourceCode)
  await platform.send(
    'PUT',
    '/api/functions/slow',
    { metadata, spec: slow },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  expect((await platform.getFunction('slow')).status.state).toBe('ready')

  await vi.waitFor(async () => expect((await platform.getFunction('steady')).status.state).toBe('ready'), {
    timeout: 30_000,
  })
  expect(Number(await invoke())).not.toBe(pid)
  expect((await platform.getFunction('steady')).status.httpPort).toBe(steady.status.httpPort)
})
