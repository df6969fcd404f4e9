import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FunctionConfig, NuclioFunction, ProjectBundle } from '@/api/generated/schema'
import { PlatformError } from '../errors'
import { openStore } from '../store/store'
import type { Store } from '../store/store'
import { createGateways } from '../gateways/gateways'
import { createEvents } from './events'
import type { Functions } from './platform'
import { createProjects } from './projects'
import { exportProject, importProject } from './transfer'
import type { TransferOptions } from './transfer'
import { without } from '@/lib/without'

let directory: string
let store: Store
let options: TransferOptions
let stored: Map<string, NuclioFunction>
let gateways: ReturnType<typeof createGateways>

/** As much of an export as matters here; the rest is the functions' own affair. */
function exportedFunction({ metadata, spec }: NuclioFunction): FunctionConfig {
  return { metadata: without(metadata, 'namespace'), spec }
}

/** Functions that are kept and never run. */
function functionsStandIn() {
  const get: Functions['get'] = async ({ name }) => {
    const fn = stored.get(name)
    if (!fn) throw new PlatformError(404, 'Function not found')
    return fn
  }
  return {
    get,
    list: async ({ project }: { project?: string }) =>
      [...stored.values()].filter((fn) => fn.metadata.labels?.['nuclio.io/project-name'] === project),
    async create({ metadata, spec }: FunctionConfig) {
      const name = metadata.name ?? ''
      if (stored.has(name)) throw new PlatformError(409, 'Cannot create two functions with the same name')
      if (spec.runtime === 'bad') throw new PlatformError(400, 'Unsupported runtime name: bad')
      stored.set(name, { metadata, spec, status: { state: 'imported' } })
    },
    delete: async ({ name }: { name: string }) => void stored.delete(name),
    export: async (ref: { namespace: string; name: string }) => exportedFunction(await get(ref)),
  } as unknown as Functions
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'transfer-'))
  store = await openStore(directory)
  stored = new Map()
  const namespaces = ['nuclio']
  const functions = functionsStandIn()
  gateways = createGateways({
    store: store.gateways,
    namespaces,
    functions: { list: async () => [], upstream: () => undefined },
    accessKey: '',
    listen: { host: '127.0.0.1', port: 0 },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  options = {
    namespaces,
    functions,
    gateways,
    projects: await createProjects({ store: store.projects, namespaces, functions, gateways }),
    events: createEvents({ store: store.events, namespaces, functions }),
  }
})
afterEach(async () => {
  await gateways.close()
  await store.close()
  await rm(directory, { recursive: true, force: true })
})

function fn(name: string, project: string): NuclioFunction {
  return {
    metadata: {
      name,
      namespace: 'nuclio',
      resourceVersion: '3',
      labels: { extra: '1', 'nuclio.io/project-name': project },
    },
    spec: { runtime: 'shell', handler: 'main.sh' },
    status: { state: 'ready', logs: [], httpPort: 40000 },
  }
}

async function project(name: string) {
  await options.projects.create({ metadata: { name, namespace: 'nuclio' }, spec: { description: name } })
}

const upstream = [{ kind: 'nucliofunction', nucliofunction: { name: 'f' } }]

describe('exportProject', () => {
  it('holds the project with its functions, their events and its gateways', async () => {
    await project('p')
    const spec = { host: 'g.localhost', authenticationMode: 'none' as const, upstreams: upstream }
    await gateways.create({ metadata: { name: 'g', labels: { 'nuclio.io/project-name': 'p' } }, spec })
    await gateways.create({ metadata: { name: 'other' }, spec: { ...spec, host: 'other.localhost' } })
    stored.set('f', fn('f', 'p'))
    stored.set('g', fn('g', 'other'))
    const labels = { 'nuclio.io/function-name': 'f' }
    const event = await options.events.create({
      metadata: { name: 'e', namespace: 'nuclio', labels },
      spec: { body: 'x' },
    })
    expect(await exportProject(options, { namespace: 'nuclio', name: 'p' })).toEqual({
      project: {
        metadata: { name: 'p' },
        spec: { description: 'p' },
        status: { updatedAt: expect.any(String) },
      },
      functions: { f: exportedFunction(fn('f', 'p')) },
      functionEvents: { e: event },
      apiGateways: {
        g: {
          metadata: { name: 'g', labels: { 'nuclio.io/project-name': 'p' } },
          spec: { ...spec, name: 'g' },
        },
      },
    })
  })

  it('is 404 for a missing project', async () => {
    const missing = exportProject(options, { namespace: 'nuclio', name: 'nope' })
    await expect(missing).rejects.toMatchObject({ status: 404, message: 'Project not found' })
  })
})

describe('importProject', () => {
  const nothing = {
    functionImportResult: { createdAmount: 0, failedAmount: 0, failedFunctions: null },
    functionEventImportResult: { createdAmount: 0, failedAmount: 0, failedFunctionEvents: null },
    apiGatewayImportResult: { createdAmount: 0, failedAmount: 0, failedAPIGateways: null },
  }

  it('makes the project of a bundle with nothing in it', async () => {
    const bundle = { project: { metadata: { name: 'new' }, spec: { description: 'd' } } }
    expect(await importProject(options, bundle, 'nuclio')).toEqual(nothing)
    expect((await options.projects.get({ namespace: 'nuclio', name: 'new' })).spec.description).toBe('d')
    const again = { project: { metadata: { name: 'new' }, spec: { description: 'changed' } } }
    expect(await importProject(options, again, 'nuclio')).toEqual(nothing)
    expect((await options.projects.get({ namespace: 'nuclio', name: 'new' })).spec.description).toBe('d')
  })

  it('takes back what was exported, under new event names', async () => {
    await project('p')
    stored.set('f', fn('f', 'p'))
    const labels = { 'nuclio.io/function-name': 'f' }
    await options.events.create({ metadata: { name: 'e', labels }, spec: { displayName: 'E' } })
    const bundle = await exportProject(options, { namespace: 'nuclio', name: 'p' })
    stored.clear()
    bundle.project = { metadata: { name: 'copy' }, spec: {} }

    const result = await importProject(options, bundle, 'nuclio')
    expect(result.functionImportResult).toEqual({ createdAmount: 1, failedAmount: 0, failedFunctions: null })
    expect(result.functionEventImportResult).toMatchObject({ createdAmount: 1, failedAmount: 0 })
    expect(stored.get('f')?.metadata).toMatchObject({
      namespace: 'nuclio',
      labels: { extra: '1', 'nuclio.io/project-name': 'copy' },
    })
    const events = await options.events.list({ namespace: 'nuclio', functionName: 'f' })
    expect(events.map(({ spec }) => spec?.displayName)).toEqual(['E', 'E'])
    expect(events.map(({ metadata }) => metadata.labels?.['nuclio.io/project-name'])).toContain('copy')
  })

  it('says what failed and why, and imports the rest', async () => {
    stored.set('taken', fn('taken', 'default'))
    const event = (functionName: string | undefined, displayName: string) => ({
      metadata: {
        name: displayName,
        ...(functionName && { labels: { 'nuclio.io/function-name': functionName } }),
      },
      spec: { displayName },
    })
    const bundle = {
      project: { metadata: { name: 'p' }, spec: {} },
      functions: {
        good: exportedFunction(fn('good', 'p')),
        taken: exportedFunction(fn('taken', 'p')),
        bad: { metadata: { name: 'bad' }, spec: { runtime: 'bad' } },
      },
      functionEvents: {
        a: event('good', 'of good'),
        b: event('bad', 'of bad'),
        c: event(undefined, 'of none'),
        d: event('missing', 'of missing'),
      },
      apiGateways: {
        g: { metadata: {}, spec: { host: 'g.localhost', upstreams: upstream } },
        h: { metadata: { name: 'h' }, spec: { name: 'h', host: 'h.localhost' } },
      },
    } as unknown as ProjectBundle

    expect(await importProject(options, bundle, 'nuclio')).toEqual({
      functionImportResult: {
        createdAmount: 1,
        failedAmount: 2,
        failedFunctions: [
          { function: 'bad', error: 'Unsupported runtime name: bad' },
          { function: 'taken', error: 'Function name already exists' },
        ],
      },
      functionEventImportResult: {
        createdAmount: 1,
        failedAmount: 3,
        failedFunctionEvents: [
          { functionEvent: 'of bad', error: 'Event belongs to function that failed import: bad' },
          { functionEvent: 'of none', error: "Event doesn't belong to any function" },
          { functionEvent: 'of missing', error: 'The Function event parent function does not exist' },
        ],
      },
      apiGatewayImportResult: {
        createdAmount: 1,
        failedAmount: 1,
        failedAPIGateways: [{ apiGateway: 'h', error: 'One or more upstreams must be provided in spec' }],
      },
    })
    expect(await gateways.list({ namespace: 'nuclio', project: 'p' })).toMatchObject([
      { metadata: { name: 'g', namespace: 'nuclio' }, spec: { host: 'g.localhost' } },
    ])
  })
})
