import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { afterAll, describe, expect, it } from 'vitest'

import { instanceVariable } from './environment'
import { liveGroups, spawnGuarded } from './guarded-process'
import { createRuntimes } from './index-of-runtimes'
import { assetsDirectory, call, isAlive, testFunctions } from './test-functions'

const directory = mkdtempSync(join(tmpdir(), 'guarded-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const env = { PATH: process.env.PATH ?? '' }
const start = (script: string) => spawnGuarded({ command: 'sh', args: ['-c', script], directory, env })

async function run(script: string) {
  const guarded = await start(script)
  let output = ''
  guarded.output.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { exit: await guarded.exited, output, group: guarded.groupId }
}

describe('a guarded process', () => {
  it('passes on its exit status and its output in order', async () => {
    expect(await run('echo a; echo b >&2; echo c >/dev/stderr; exit 7')).toMatchObject({
      exit: { code: 7, signal: null },
      output: 'a\nb\nc\n',
    })
  })

  it('tells the signal that ended it', async () => {
    expect((await run('kill -SEGV $$')).exit).toEqual({ code: null, signal: 'SIGSEGV' })
  })

  it('gives its command nothing to read', async () => {
    expect((await run('cat; echo done')).output).toBe('done\n')
  })

  it('takes along what it leaves running', async () => {
    const { exit, output, group } = await run('sh -c "while :; do :; done" & echo $!')
    expect(exit.code).toBe(0)
    await expect.poll(() => isAlive(Number(output))).toBe(false)
    expect(liveGroups().has(group)).toBe(false)
  })

  it('can be killed while it is busy', async () => {
    const guarded = await start('trap "" TERM INT HUP; while :; do :; done')
    await guarded.kill()
    expect(await guarded.exited).toEqual({ code: null, signal: 'SIGKILL' })
  })

  it('is gone when its guardian is', async () => {
    const guarded = await start('echo $$; while :; do :; done')
    const [chunk] = (await once(guarded.output, 'data')) as [Buffer]
    process.kill(guarded.groupId, 'SIGKILL')
    await guarded.exited
    await expect.poll(() => isAlive(Number(chunk.toString()))).toBe(false)
  })
})

/** A server with a busy Node.js, a busy Python and a busy shell worker, and a build that does not end. */
const standIn = `
const vite = await import('vite')
const { module } = await vite.runnerImport(process.argv[2], {
  configFile: false, logLevel: 'silent', resolve: { alias: { '@': process.argv[3] } } })
await module.busyServer()
`

async function startStandIn(instance: string) {
  const source = fileURLToPath(new URL('./stand-in-server.ts', import.meta.url))
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const server = spawn(
    process.execPath,
    ['--input-type=module', '-e', standIn, '--', 'stand-in', source, join(root, 'src'), instance],
    { cwd: root, env: { ...process.env, TMPDIR: directory }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines = createInterface(server.stdout)
  const died = once(server, 'exit').then(() => Promise.reject(new Error('The stand-in server ended')))
  died.catch(() => undefined)
  const [line] = (await Promise.race([once(lines, 'line'), died])) as [string]
  return { server, pids: JSON.parse(line) as number[] }
}

describe('a server that goes away', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('by %s leaves no process of its functions', async (signal) => {
    const { server, pids } = await startStandIn(`stand-in-${signal}-${process.pid}`)
    expect(pids.length).toBeGreaterThanOrEqual(3)
    expect(pids.every(isAlive)).toBe(true)
    server.kill(signal)
    await once(server, 'exit')
    await expect.poll(() => pids.filter(isAlive)).toEqual([])
  })
})

describe('leftovers', () => {
  it('of the same instance are ended, those that the server runs are not', async () => {
    const instance = `leftovers-${process.pid}`
    const functions = testFunctions(instance)
    try {
      const fn = functions.create('nodejs', { 'main.js': 'exports.handler = (c) => c.callback("alive")' })
      const worker = await fn.start()
      const escaped = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], {
        detached: true,
        env: { [instanceVariable]: instance },
        stdio: 'ignore',
      })
      const gone = once(escaped, 'exit')
      await once(escaped, 'spawn')
      expect(await createRuntimes({ assetsDirectory, instance: 'another' }).reapLeftovers()).toBe(0)
      await expect.poll(() => functions.runtimes.reapLeftovers()).toBe(1)
      await gone
      expect(await functions.runtimes.reapLeftovers()).toBe(0)
      expect((await call(worker)).text).toBe('alive')
    } finally {
      await functions.dispose()
    }
  })
})
