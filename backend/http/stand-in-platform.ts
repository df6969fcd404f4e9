import type { ApiGateway, FunctionEvent, NuclioFunction, Project } from '@/api/generated/schema'
import { PlatformError } from '../errors'
import type { InvocationAnswer, InvocationRequest, LogOptions, Platform } from '../platform/platform'
import { createApp, type AppOptions } from './app'
import type { Contract } from './contract'
import type { HttpLog } from './log'

/** A platform in memory for tests of the HTTP layer: it stores what it is given and records what it is asked. */
export interface StandIn {
  platform: Platform
  functions: Map<string, NuclioFunction>
  projects: Map<string, Project>
  events: Map<string, FunctionEvent>
  gateways: Map<string, ApiGateway>
  calls: { name: string; arguments: unknown[] }[]
  invoke: (request: InvocationRequest) => InvocationAnswer | Promise<InvocationAnswer>
  logs: (options: LogOptions) => ReadableStream<Uint8Array>
}

export const silent: HttpLog = { debug() {}, info() {}, warn() {}, error() {} }

function notHere(): never {
  throw new PlatformError(404, 'There are no streams here')
}

const lenient: Contract = { check() {} }

/** The app over a stand-in, with a contract that lets everything through unless another is given. */
export function standInApp(options: Partial<AppOptions> & { contract?: Contract } = {}) {
  const standIn = createStandIn()
  const { contract = lenient, ...rest } = options
  const app = createApp({
    upstream: { kind: 'embedded', platform: standIn.platform, contract },
    log: silent,
    ...rest,
  })
  return { ...app, standIn }
}

/** A function as the platform would store it. */
export function storedFunction(name: string, over: Partial<NuclioFunction> = {}): NuclioFunction {
  return {
    metadata: {
      name,
      namespace: 'nuclio',
      labels: { 'nuclio.io/project-name': 'default' },
      resourceVersion: '1',
    },
    spec: { runtime: 'nodejs', handler: 'main:handler' },
    status: {
      state: 'ready',
      httpPort: 4000,
      internalInvocationUrls: ['127.0.0.1:4000'],
      externalInvocationUrls: ['127.0.0.1:4000'],
      logs: [],
    },
    ...over,
  }
}

export function createStandIn(): StandIn {
  const calls: StandIn['calls'] = []
  const functions: StandIn['functions'] = new Map()
  const projects: StandIn['projects'] = new Map()
  const events: StandIn['events'] = new Map()
  const gateways: StandIn['gateways'] = new Map()
  const record = (name: string, ...given: unknown[]) => void calls.push({ name, arguments: given })
  const found = <Item>(map: Map<string, Item>, name: string, problem: string): Item => {
    const item = map.get(name)
    if (!item) throw new PlatformError(404, problem)
    return item
  }
  const standIn: StandIn = {
    functions,
    projects,
    events,
    gateways,
    calls,
    invoke: () => ({ status: 200, headers: [], body: new Uint8Array() }),
    logs: () => new Blob(['line\n']).stream(),
    platform: {
      identity: 'stand-in',
      projects: {
        list: async ({ name }) => [...projects.values()].filter((p) => !name || p.metadata.name === name),
        get: async ({ name }) => found(projects, name, 'Project not found'),
        create: async (config) => {
          const name = config.metadata.name || 'generated'
          if (projects.has(name)) throw new PlatformError(409, 'Project already exists')
          const project = { ...config, metadata: { ...config.metadata, name } } as Project
          projects.set(name, project)
          return project
        },
        update: async (config) => {
          found(projects, config.metadata.name ?? '', 'Project not found')
          projects.set(config.metadata.name ?? '', config as Project)
        },
        delete: async (ref, strategy) => {
          record('projects.delete', ref, strategy)
          found(projects, ref.name, 'Project not found')
          if (strategy !== 'check') projects.delete(ref.name)
        },
        export: async ({ name }) => ({ project: found(projects, name, 'Project not found') }),
        import: async (bundle, namespace) => {
          record('projects.import', bundle, namespace)
          return { functionImportResult: { createdAmount: 0, failedAmount: 0, failedFunctions: [] } } as never
        },
      },
      functions: {
        list: async (filter) => {
          record('functions.list', filter)
          return [...functions.values()]
        },
        get: async ({ name }) => found(functions, name, 'Function not found'),
        create: async (config, options) => {
          record('functions.create', config, options)
          functions.set(config.metadata.name ?? '', {
            ...config,
            status: { state: 'building' },
          })
        },
        update: async (config, options) => {
          record('functions.update', config, options)
          functions.set(config.metadata.name ?? '', {
            ...config,
            status: { state: 'building' },
          })
        },
        setDesiredState: async (ref, state) => record('functions.setDesiredState', ref, state),
        delete: async (ref, options) => {
          record('functions.delete', ref, options)
          functions.delete(ref.name)
        },
        replicas: async ({ name }) => [`nuclio-nuclio-${name}`, `nuclio-nuclio-${name}-2`],
        logs: async (ref, replica, options) => {
          record('functions.logs', ref, replica, options)
          return standIn.logs(options)
        },
        invoke: async (ref, request) => {
          record('functions.invoke', ref, request)
          return standIn.invoke(request)
        },
        export: async ({ name }) => {
          const { metadata, spec } = found(functions, name, 'Function not found')
          return { metadata, spec }
        },
      },
      events: {
        list: async () => [...events.values()],
        get: async ({ name }) => found(events, name, 'Function event not found'),
        create: async (config) => {
          const name = config.metadata.name || 'generated'
          const spec = {
            displayName: name,
            triggerKind: 'http',
            attributes: { method: 'POST' },
            ...config.spec,
          }
          const event = { metadata: { ...config.metadata, name }, spec } as FunctionEvent
          events.set(name, event)
          return event
        },
        update: async (config) => {
          found(events, config.metadata.name ?? '', 'Function event not found')
          events.set(config.metadata.name ?? '', config as FunctionEvent)
        },
        delete: async ({ name }) => {
          found(events, name, 'Function event not found')
          events.delete(name)
        },
      },
      apiGateways: {
        list: async (filter) => {
          record('apiGateways.list', filter)
          return [...gateways.values()]
        },
        get: async ({ name }) => found(gateways, name, 'Api-Gateway not found'),
        create: async (config, validates) => {
          record('apiGateways.create', config, validates)
          const name = config.metadata?.name || config.spec.name || ''
          gateways.set(name, { ...config, metadata: { ...config.metadata, name } })
        },
        update: async (name, config, validates) => {
          record('apiGateways.update', name, config, validates)
          gateways.set(name, { ...found(gateways, name, 'Api-Gateway not found'), spec: config.spec })
        },
        delete: async ({ name }) => {
          found(gateways, name, 'Api-Gateway not found')
          gateways.delete(name)
        },
        export: async ({ name }) => ({ spec: found(gateways, name, 'Api-Gateway not found').spec }),
        namesByFunction: () =>
          new Map(
            [...gateways].flatMap(([name, { spec }]) =>
              (spec.upstreams ?? []).map((one) => [one.nucliofunction?.name ?? '', [name]] as const),
            ),
          ),
        listener: () => ({ url: 'http://127.0.0.1:8091', port: 8091, accessKey: 'key' }),
        call: async (ref, call) => {
          record('apiGateways.call', ref, call)
          return standIn.invoke({ ...call })
        },
      },
      templates: {
        list: async () =>
          ['a', 'b', 'c', 'd'].map((name) => ({
            metadata: { name: `${name}:1` },
            spec: { runtime: 'python:3.11', handler: 'main:handler', maxReplicas: 1 },
          })),
        render: async () => ({ metadata: { name: 'x' }, spec: { runtime: 'shell' } }),
      },
      streams: {
        ofProject: async () => ({}),
        lags: async ({ containerName, streamPath }) => {
          throw new PlatformError(404, `Stream ${containerName}${streamPath} does not exist on this platform`)
        },
        list: async () => ({}),
        create: async () => notHere(),
        delete: async () => notHere(),
        put: async () => notHere(),
        produce: async () => notHere(),
        stopProducing: async () => notHere(),
      },
      info: {
        namespaces: ['nuclio'],
        versions: { dashboard: { arch: 'amd64', gitCommit: '', label: 'test', os: 'linux' } },
        externalIpAddresses: () => ['127.0.0.1'],
        frontendSpec: () => ({ namespace: 'nuclio', platformKind: 'local' }) as never,
      },
      seed: async (list) => {
        for (const config of list) functions.set(config.metadata.name ?? '', config as NuclioFunction)
      },
      close: async () => {},
    },
  }
  return standIn
}
