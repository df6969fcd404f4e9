import { execFileSync } from 'node:child_process'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { curlOf } from '@/domain/as-code'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

let server: DashboardServer
let platform: PlatformClient

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
})
afterAll(() => server?.dispose())

const run = (command: string, env: Record<string, string> = {}): string =>
  execFileSync('bash', ['--norc', '-e', '-c', command], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
    stdio: 'pipe',
  })

/** Signs that a shell would take for its own. */
const awkward = 'costs $5 `each`, "now" \\ then\nnext ${HOME} \\u0041 $(id) \'quoted\' é BODY'

it('a command in a shell stores what it says, with the secrets that the shell has', async () => {
  await platform.createProject('code')
  const { metadata, spec } = await platform.deploy({
    name: 'scripted',
    project: 'code',
    runtime: 'nodejs',
    source: 'exports.handler = (context) => context.callback("hello")',
  })
  const body = {
    metadata,
    spec: {
      ...spec,
      description: awkward,
      env: [
        { name: 'DB_PASSWORD', value: 'hunter22' },
        { name: 'SAME_PASSWORD', value: 'hunter22' },
        { name: 'PLAIN', value: '$SECRET_DB_PASSWORD' },
      ],
    },
  }
  const command = curlOf({
    method: 'PUT',
    url: `${server.url}/api/functions/scripted`,
    headers: { 'Content-Type': 'application/json', 'X-Nuclio-Wait-Function-Action': 'true' },
    body,
  })
  expect(command).not.toContain('hunter22')
  run(command, { SECRET_DB_PASSWORD: 'hunter22' })
  const stored = await platform.getFunction('scripted')
  expect(stored.spec.description).toBe(awkward)
  expect(stored.spec.env).toEqual(body.spec.env)

  const plain = { metadata: stored.metadata, spec: { ...stored.spec, env: [] } }
  run(curlOf({ method: 'PUT', url: `${server.url}/api/functions/scripted`, body: plain }))
  expect((await platform.getFunction('scripted')).spec.description).toBe(awkward)

  // A refusal is a failure of the command, with its words.
  const refused = { metadata: { ...metadata, resourceVersion: '999' }, spec }
  expect(() =>
    run(curlOf({ method: 'PUT', url: `${server.url}/api/functions/scripted`, body: refused })),
  ).toThrow()
})
