import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { createEmbeddedPlatform } from './embedded'
import type { Platform } from './platform'

const root = fileURLToPath(new URL('../..', import.meta.url))
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let dataDirectory: string
let open: Platform[]
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'platform-'))
  open = []
})
afterEach(async () => {
  for (const platform of open) await platform.close()
  await rm(dataDirectory, { recursive: true, force: true })
})

async function start(): Promise<Platform> {
  const platform = await createEmbeddedPlatform({
    dataDirectory,
    assetsDirectory: root,
    namespaces: ['nuclio'],
    functionHost: '127.0.0.1',
    log: silent,
  })
  open.push(platform)
  return platform
}

async function stop(platform: Platform): Promise<void> {
  open = open.filter((other) => other !== platform)
  await platform.close()
}

function shellFunction(name: string, project: string, source = 'echo "I am here"'): FunctionConfig {
  return {
    metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } },
    spec: {
      runtime: 'shell',
      handler: 'main.sh',
      build: { functionSourceCode: Buffer.from(`${source}\n`).toString('base64') },
    },
  }
}

async function answerOf(platform: Platform, name: string): Promise<string> {
  const { body } = await platform.functions.invoke(
    { namespace: 'nuclio', name },
    {
      method: 'POST',
      path: '/',
      headers: [],
      body: new TextEncoder().encode('hello hello world'),
      signal: new AbortController().signal,
    },
  )
  return new Response(body as BodyInit).text()
}

describe('createEmbeddedPlatform', () => {
  it('runs a function in a project and has it again after a restart', async () => {
    const first = await start()
    await first.projects.create({ metadata: { name: 'p', namespace: 'nuclio' }, spec: {} })
    await first.functions.create(shellFunction('f', 'p'), { waitForEnd: true })
    expect(await answerOf(first, 'f')).toBe('I am here\n')
    await stop(first)

    const second = await start()
    expect(second.identity).toBe(first.identity)
    await vi.waitFor(async () => {
      const { status } = await second.functions.get({ namespace: 'nuclio', name: 'f' })
      expect(status.state).toBe('ready')
    }, 20_000)
    expect(await answerOf(second, 'f')).toBe('I am here\n')
  })

  it('refuses a function of a project that is not there', async () => {
    const platform = await start()
    const refused = platform.functions.create(shellFunction('f', 'nope'))
    await expect(refused).rejects.toMatchObject({ status: 412, message: 'Project does not exist' })
  })

  it('deletes a project with its functions and their events', async () => {
    const platform = await start()
    const metadata = { name: 'p', namespace: 'nuclio' }
    await platform.projects.create({ metadata, spec: {} })
    await platform.functions.create(shellFunction('f', 'p'), { waitForEnd: true })
    await platform.events.create({
      metadata: { namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'f' } },
      spec: { body: 'x' },
    })
    await expect(platform.projects.delete(metadata, 'restricted')).rejects.toMatchObject({ status: 412 })
    await platform.projects.delete(metadata, 'cascading')
    expect(await platform.functions.list({ namespace: 'nuclio' })).toEqual([])
    expect(await platform.events.list({ namespace: 'nuclio' })).toEqual([])
    expect(await readdir(join(dataDirectory, 'functions', 'nuclio'))).toEqual([])
  })

  it('takes an exported project in again', async () => {
    const platform = await start()
    const metadata = { name: 'p', namespace: 'nuclio' }
    await platform.projects.create({ metadata, spec: { description: 'moves' } })
    await platform.functions.create(shellFunction('f', 'p'), { waitForEnd: true })
    const bundle = await platform.projects.export(metadata)
    await platform.projects.delete(metadata, 'cascading')

    const result = await platform.projects.import(bundle, 'nuclio')
    expect(result.functionImportResult).toEqual({ createdAmount: 1, failedAmount: 0, failedFunctions: null })
    expect((await platform.projects.get(metadata)).spec.description).toBe('moves')
    const { status } = await platform.functions.get({ namespace: 'nuclio', name: 'f' })
    expect(status.state).toBe('imported')
  })

  it('seeds functions without processes, with the projects that they name', async () => {
    const platform = await start()
    const many = Array.from({ length: 500 }, (_, n) => shellFunction(`f${n}`, 'many'))
    await platform.seed(many)
    const project = 'many'
    expect(await platform.functions.list({ namespace: 'nuclio', project })).toHaveLength(500)
    expect(await platform.projects.get({ namespace: 'nuclio', name: project })).toBeDefined()
  })

  it('lets one server at a time work on a data folder', async () => {
    const platform = await start()
    await expect(start()).rejects.toThrow(/in use by another server/)
    await stop(platform)
    await start()
  })

  it('offers templates that deploy as they are', async () => {
    const platform = await start()
    const [template] = await platform.templates.list('word-count')
    const metadata = { name: 'words', namespace: 'nuclio' }
    const spec = template && 'spec' in template ? template.spec : {}
    await platform.functions.create({ metadata, spec }, { waitForEnd: true })
    expect(await answerOf(platform, 'words')).toMatch(/^\s*2 hello\n\s*1 world\n$/)
  })

  it('says what it is', async () => {
    const { info } = await start()
    expect(info.namespaces).toEqual(['nuclio'])
    expect(info.versions.dashboard.label).toMatch(/^\d+\.\d+\.\d+/)
  })
})
