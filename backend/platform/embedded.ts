import { join } from 'node:path'
import type { FunctionConfig } from '@/api/generated/schema'
import { createRuntimes } from '../runtimes/index-of-runtimes'
import { openStore } from '../store/store'
import type { Store } from '../store/store'
import { createGateways } from '../gateways/gateways'
import { createProducers } from '../streams/producers'
import { openStreams, type Streams } from '../streams/streams'
import { createEvents } from './events'
import { defaultProject, projectLabel } from '@/domain/function-config'
import { createFunctions } from './functions/functions'
import { createInfo } from './info'
import type { EmbeddedPlatformOptions, Named, Platform } from './platform'
import { createPlatformStreams } from './streams'
import { createProjects } from './projects'
import type { ProjectResource } from './projects'
import { readServerVersion } from './server-version'
import { loadTemplates } from './templates'
import { exportProject, importProject } from './transfer'
import type { TransferOptions } from './transfer'

/** API gateways listen here, whatever the name under which they are reached. */
const gatewayHost = '127.0.0.1'

/**
 * The platform on one machine, with everything that its data folder holds. `assetsDirectory` is the root of this project: templates
 * and wrappers of the runtimes are read from its `backend` folder. Functions that ran before come up after it has resolved. Throws
 * `DataDirectoryError`, in words for the person who starts it, for a folder that cannot be used.
 */
export async function createEmbeddedPlatform(options: EmbeddedPlatformOptions): Promise<Platform> {
  const store = await openStore(options.dataDirectory)
  let streams: Streams | undefined
  try {
    streams = await openStreams(options.dataDirectory, {
      onFailure: (err) => options.log.error({ err }, 'Old records of streams could not be dropped'),
    })
    return await compose(options, store, streams)
  } catch (error) {
    await streams?.close()
    await store.close()
    throw error
  }
}

async function compose(options: EmbeddedPlatformOptions, store: Store, streams: Streams): Promise<Platform> {
  const { dataDirectory, assetsDirectory, pythonEnvironment, namespaces, functionHost, log } = options
  const { gatewayPort = { port: 0, nextWhenTaken: false } } = options
  const backend = join(assetsDirectory, 'backend')
  const [templates, version] = await Promise.all([
    loadTemplates(join(backend, 'templates')),
    readServerVersion(assetsDirectory),
  ])

  const functions = createFunctions({
    store: store.functions,
    runtimes: createRuntimes({
      assetsDirectory: join(backend, 'runtimes'),
      pythonEnvironment,
      instance: store.identity,
    }),
    streams,
    dataDirectory,
    functionHost,
    log,
    projectExists: (namespace, name) => projects.exists({ namespace, name }),
    functionDeleted: (ref) => events.deleteOf(ref),
    gateways: {
      namesOf: (ref) => gateways.namesOf(ref),
      places: (namespace) => gateways.places(namespace),
      deleteOf: (ref) => gateways.deleteOf(ref),
    },
  })
  const gateways = createGateways({
    store: store.gateways,
    namespaces,
    functions,
    accessKey: store.accessKey,
    listen: { host: gatewayHost, ...gatewayPort },
    log,
  })
  const projects = await createProjects({ store: store.projects, namespaces, functions, gateways })
  const events = createEvents({ store: store.events, namespaces, functions })
  const producers = createProducers(streams, (err) => log.error({ err }, 'A producer of records failed'))
  const transfer: TransferOptions = { namespaces, projects, functions, events, gateways }

  await store.events.deleteOrphans()
  try {
    await functions.start()
    await gateways.start()
  } catch (error) {
    await gateways.close()
    await functions.close()
    throw error
  }

  return {
    identity: store.identity,
    projects: {
      ...projects,
      export: (ref) => exportProject(transfer, ref),
      import: (bundle, namespace) => importProject(transfer, bundle, namespace),
    },
    functions,
    events,
    apiGateways: gateways,
    templates,
    streams: createPlatformStreams({ streams, producers, functions }),
    info: createInfo({ namespaces, functionHost, gatewayPort: gateways.listener().port, ...version }),

    async seed(configs) {
      await ensureProjects(projects, configs)
      await functions.seed(configs)
    },

    async close() {
      // The stores last: what ends may still have something to keep.
      try {
        await gateways.close()
        await Promise.all([producers.close(), functions.close()])
      } finally {
        await streams.close()
        await store.close()
      }
    },
  }
}

/** Makes the projects that the configurations name and that are not there yet. */
async function ensureProjects(projects: ProjectResource, configs: FunctionConfig[]): Promise<void> {
  const wanted = new Map<string, Named>()
  for (const { metadata } of configs) {
    const ref = {
      namespace: metadata.namespace ?? '',
      name: metadata.labels?.[projectLabel] || defaultProject,
    }
    wanted.set(`${ref.namespace}/${ref.name}`, ref)
  }
  for (const ref of wanted.values()) {
    if (!(await projects.exists(ref))) await projects.create({ metadata: ref, spec: {} })
  }
}
