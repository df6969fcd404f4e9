import { randomUUID } from 'node:crypto'
import type {
  FunctionEvent,
  FunctionEventConfig,
  FunctionEventSpec,
  NuclioFunction,
} from '@/api/generated/schema'
import { PlatformError } from '../errors'
import type { EventStore } from '../store/event-store'
import { annotationsProblem, labelsProblem } from '@/domain/spec-rules/kubernetes-names'
import { projectLabel } from '@/domain/function-config'
import { writableNamespace } from './namespaces'
import type { FunctionEvents, Functions, Named } from './platform'

/** Binds a function event to its function. */
export const functionLabel = 'nuclio.io/function-name'

export interface EventsOptions {
  store: EventStore
  namespaces: string[]
  functions: Pick<Functions, 'get'>
}

export type EventResource = FunctionEvents & {
  /** To be called when a function has been deleted: its events go with it. */
  deleteOf(fn: Named): Promise<void>
}

/** Function events of a store: ready-made requests that belong to a function. */
export function createEvents({ store, namespaces, functions }: EventsOptions): EventResource {
  async function parentOf(namespace: string, functionName: string): Promise<NuclioFunction> {
    try {
      return await functions.get({ namespace, name: functionName })
    } catch (error) {
      if (!(error instanceof PlatformError) || error.status !== 404) throw error
      throw new PlatformError(400, 'The Function event parent function does not exist', { cause: error })
    }
  }

  /** The object to store, with what the request left out. Throws 400. */
  async function enriched(ref: Named, { metadata, spec }: FunctionEventConfig) {
    const { labels = {}, annotations } = metadata
    const functionName = labels[functionLabel]
    if (!functionName) {
      throw new PlatformError(400, `Function event has a missing label - \`${functionLabel}\``)
    }
    const problem = labelsProblem(labels) ?? annotationsProblem(annotations)
    if (problem) throw new PlatformError(400, problem)
    const parent = await parentOf(ref.namespace, functionName)
    const project = parent.metadata.labels?.[projectLabel]
    const event: FunctionEvent = {
      metadata: {
        name: ref.name,
        namespace: ref.namespace,
        labels: { ...labels, ...(project && { [projectLabel]: project }) },
        ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
      },
      spec: withDefaults(ref.name, spec),
    }
    return { functionName, event }
  }

  return {
    list: (filter) => store.list(filter),

    async get(ref) {
      const event = await store.get(ref)
      if (event === undefined) throw notFound()
      return event
    },

    async create(config) {
      if (!config.metadata) throw nameMissing()
      const ref = {
        namespace: writableNamespace(namespaces, config.metadata.namespace),
        name: config.metadata.name || randomUUID(),
      }
      const stored = await enriched(ref, withSpec(config))
      if (!(await store.insert(ref, stored))) {
        throw new PlatformError(409, `Function event ${ref.name} already exists`)
      }
      return stored.event
    },

    async update(config) {
      const name = config.metadata?.name
      if (!name) throw nameMissing()
      const ref = { namespace: writableNamespace(namespaces, config.metadata.namespace), name }
      // Before the checks of its content: a missing event is missing whatever was sent for it.
      if ((await store.get(ref)) === undefined) throw notFound()
      if (!(await store.replace(ref, await enriched(ref, withSpec(config))))) throw notFound()
    },

    async delete(ref) {
      if (!(await store.delete(ref))) throw notFound()
    },

    deleteOf: (fn) => store.deleteOfFunction(fn),
  }
}

function withSpec(config: FunctionEventConfig): FunctionEventConfig {
  if (!config.spec) throw new PlatformError(400, 'Function event spec must be provided')
  return config
}

function withDefaults(name: string, spec: FunctionEventSpec): FunctionEventSpec {
  return {
    ...spec,
    displayName: spec.displayName || name,
    triggerKind: spec.triggerKind || 'http',
    attributes: {
      ...spec.attributes,
      headers: spec.attributes?.headers ?? { 'Content-Type': 'text/plain' },
      method: spec.attributes?.method ?? 'POST',
      path: spec.attributes?.path ?? '',
    },
  }
}

function notFound(): PlatformError {
  return new PlatformError(404, 'Function event not found')
}

function nameMissing(): PlatformError {
  return new PlatformError(400, 'Function event name must be provided in metadata')
}
