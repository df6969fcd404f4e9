import type { ApiGateway, ApiGatewayConfig } from '@/api/generated/schema'
import { projectOfGateway } from '@/domain/gateways/gateway-config'
import { placeOfGateway } from '@/domain/gateways/host-and-path'
import { functionsOfGateway } from '@/domain/gateways/upstreams'
import { without } from '@/lib/without'
import { PlatformError } from '../errors'
import type { GatewaysOfFunctions } from '../platform/functions/functions-context'
import type { ApiGateways, Named } from '../platform/platform'
import { callGateway } from './call-gateway'
import type { GatewayEntry } from './gateway-entry'
import { gatewaysContext, type GatewaysContext, type GatewaysOptions } from './gateways-context'
import { closeGateways, startGateways } from './lifecycle'
import { createGateway, entryKey, removeGateway, updateGateway } from './write-gateway'

/** The API gateways of the embedded platform, with their begin and end. */
export interface GatewaysPlatform extends ApiGateways, GatewaysOfFunctions {
  /** Opens the listener and sets up what is stored. Throws, in words for who starts the server, when there is no port. */
  start(): Promise<void>
  /** Closes the listener; nothing of what is stored changes. */
  close(): Promise<void>
  deleteOfProject(project: Named): Promise<void>
}

/** Makes the gateways part of the platform; call `start` once the functions are there. */
export function createGateways(options: GatewaysOptions): GatewaysPlatform {
  const context = gatewaysContext(options)

  function found(ref: Named): GatewayEntry {
    const entry = context.entries.get(entryKey(ref))
    if (!entry) throw new PlatformError(404, 'Api-Gateway not found')
    return entry
  }

  return {
    start: () => startGateways(context),
    close: () => closeGateways(context),

    async list({ namespace, project, functionName }) {
      return gatewaysOf(context, namespace)
        .filter((gateway) => !project || projectOfGateway(gateway) === project)
        .filter(({ spec }) => !functionName || functionsOfGateway(spec).includes(functionName))
        .map((gateway) => structuredClone(gateway))
    },

    async get(ref) {
      return structuredClone(found(ref).record.gateway)
    },

    async export(ref) {
      return exported(found(ref).record.gateway)
    },

    create: (config, validates) => createGateway(context, config, validates),

    update: (name, config, validates) => updateGateway(context, name, config, validates),

    async delete(ref) {
      await removeGateway(context, found(ref))
    },

    namesByFunction: (namespace) => namesByFunction(context, namespace),

    namesOf: (fn) => namesLeadingTo(context, fn),

    places(namespace) {
      return [...context.entries.values()]
        .filter(({ record }) => record.namespace === namespace)
        .map(({ record }) => placeOfGateway(record.gateway.spec))
    },

    async deleteOf(fn) {
      const names = namesLeadingTo(context, fn)
      const { namespace } = fn
      const canary = names.find((name) => {
        const { upstreams = [] } = found({ namespace, name }).record.gateway.spec
        return upstreams.length > 1
      })
      if (canary !== undefined) {
        const words = `Failed to delete function - it is used in canary api gateway - ${canary}`
        throw new PlatformError(412, words)
      }
      for (const name of names) await removeGateway(context, found({ namespace, name }))
    },

    async deleteOfProject({ namespace, name: project }) {
      const entries = [...context.entries.values()].filter(
        ({ record }) => record.namespace === namespace && projectOfGateway(record.gateway) === project,
      )
      for (const entry of entries) await removeGateway(context, entry)
    },

    listener() {
      const port = context.port()
      return { url: `http://${context.listen.host}:${port}`, port, accessKey: context.accessKey }
    },

    async call(ref, call) {
      const { host = '' } = found(ref).record.gateway.spec
      return callGateway({ address: context.listen.host, port: context.port(), host }, call)
    },
  }
}

function gatewaysOf({ entries }: GatewaysContext, namespace: string): ApiGateway[] {
  return [...entries.values()]
    .filter(({ record }) => record.namespace === namespace)
    .map(({ record }) => record.gateway)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
}

function namesByFunction(context: GatewaysContext, namespace: string): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { metadata, spec } of gatewaysOf(context, namespace))
    for (const fn of functionsOfGateway(spec)) names.set(fn, [...(names.get(fn) ?? []), metadata.name])
  return names
}

function namesLeadingTo(context: GatewaysContext, { namespace, name }: Named): string[] {
  return namesByFunction(context, namespace).get(name) ?? []
}

/** A gateway in the form that can be imported elsewhere. */
function exported({ metadata, spec }: ApiGateway): ApiGatewayConfig {
  return structuredClone({ metadata: without(metadata, 'namespace', 'creationTimestamp'), spec })
}
