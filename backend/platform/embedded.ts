import { join } from 'node:path'
import type { FunctionConfig } from '@/api/generated/schema'
import { createRuntimes } from '../runtimes/index-of-runtimes'
import { openStore } from '../store/store'
import type { Store } from '../store/store'
import { createEvents } from './events'
import { defaultProject, projectLabel } from './functions/enrichment'
import { createFunctions } from './functions/functions'
import { createInfo } from './info'
import type { EmbeddedPlatformOptions, Named, Platform } from './platform'
import { createProjects } from './projects'
import type { ProjectResource } from './projects'
import { readServerVersion } from './server-version'
import { loadTemplates } from './templates'
import { exportProject, importProject } from './transfer'
import type { TransferOptions } from './transfer'

/**
 * The platform on one machine, with everything that its data folder holds. `assetsDirectory` is the root of this project: templates
 * and wrappers of the runtimes are read from its `backend` folder. Functions that ran before come up after it has resolved. Throws
 * `DataDirectoryError`, in words for the person who starts it, for a folder that cannot be used.
 */
export async function createEmbeddedPlatform(options: EmbeddedPlatformOptions): Promise<Platform> {
  const store = await openStore(options.dataDirectory)
  try {
    return await compose(options, store)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function compose(options: EmbeddedPlatformOptions, store: Store): Promise<Platform> {
  const { dataDirectory, assetsDirectory, pythonEnvironment, namespaces, functionHost, log } = options
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
    dataDirectory,
    functionHost,
    log,
    projectExists: (namespace, name) => projects.exists({ namespace, name }),
    functionDeleted: (ref) => events.deleteOf(ref),
  })
  const projects = await createProjects({ store: store.projects, namespaces, functions })
  const events = createEvents({ store: store.events, namespaces, functions })
  const transfer: TransferOptions = { namespaces, projects, functions, events }

  await store.events.deleteOrphans()
  try {
    await functions.start()
  } catch (error) {
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
    templates,
    info: createInfo({ namespaces, functionHost, ...version }),

    async seed(configs) {
      await ensureProjects(projects, configs)
      await functions.seed(configs)
    },

    async close() {
      // The store last: what ends may still have something to keep.
      try {
        await functions.close()
      } finally {
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
