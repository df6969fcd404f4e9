import type { ApiGateway, ApiGatewayConfig } from '@/api/generated/schema'
import { isSecretReference } from '@/domain/gateways/authentication'
import { projectOfGateway } from '@/domain/gateways/gateway-config'
import { gatewayRefusal } from '@/domain/gateways/gateway-rules'
import { placeOfGateway, renderedHost } from '@/domain/gateways/host-and-path'
import type { GatewaySurroundings } from '@/domain/gateways/surroundings'
import { projectLabel } from '@/domain/function-config'
import { ingressesOf } from '@/domain/spec-rules/ingresses'
import type { UsedIngress } from '@/domain/spec-rules/surroundings'
import { PlatformError } from '../errors'
import { writableNamespace } from '../platform/namespaces'
import type { Named } from '../platform/platform'
import { gatewayEntry, saveGateway, type GatewayEntry } from './gateway-entry'
import { hostTemplate, type GatewaysContext } from './gateways-context'
import { setUp } from './set-up'

/** Key of a gateway among the entries. */
export function entryKey({ namespace, name }: Named): string {
  return `${namespace}/${name}`
}

/** Stores a new gateway and begins to set it up. Throws 400, 409 when the name is taken, 412. */
export async function createGateway(
  context: GatewaysContext,
  config: ApiGatewayConfig,
  validatesFunctions = false,
): Promise<void> {
  const ref = refOf(context, config)
  const elsewhere = await ingressesOfFunctions(context, ref.namespace)
  const known = context.entries.get(entryKey(ref))
  refuse(context, config, ref, {
    act: 'create',
    existing: known ? { project: projectOfGateway(known.record.gateway) } : null,
    used: [...elsewhere, ...placesOfOthers(context)],
    validatesFunctions,
  })
  const gateway = written(context, config, ref, new Date().toISOString())
  const entry = gatewayEntry({ ...ref, gateway, listenerPort: context.port() })
  context.entries.set(entryKey(ref), entry)
  try {
    await saveGateway(context.store, entry)
  } catch (error) {
    context.entries.delete(entryKey(ref))
    throw error
  }
  setUp(context, entry)
}

/** Replaces labels, annotations and spec of a gateway and begins to set it up anew. Throws 400, 404, 412. */
export async function updateGateway(
  context: GatewaysContext,
  name: string,
  config: ApiGatewayConfig,
  validatesFunctions = false,
): Promise<void> {
  const ref = { ...refOf(context, config), name }
  const elsewhere = await ingressesOfFunctions(context, ref.namespace)
  const entry = context.entries.get(entryKey(ref))
  if (!entry) throw new PlatformError(404, 'Api-Gateway not found')
  const before = entry.record
  refuse(context, config, ref, {
    act: 'update',
    requestName: name,
    existing: { project: projectOfGateway(before.gateway) },
    used: [...elsewhere, ...placesOfOthers(context, entry)],
    validatesFunctions,
  })
  const gateway = written(context, config, ref, before.gateway.metadata.creationTimestamp)
  entry.record = {
    ...ref,
    gateway: withKeptPassword(gateway, before.gateway),
    listenerPort: context.port(),
  }
  try {
    await saveGateway(context.store, entry)
  } catch (error) {
    entry.record = before
    throw error
  }
  setUp(context, entry)
}

/** Removes all there is of a gateway; requests to it find none from the first moment on. */
export async function removeGateway(context: GatewaysContext, entry: GatewayEntry): Promise<void> {
  entry.deleted = true
  context.entries.delete(entryKey(entry.record))
  await entry.saving
  await context.store.delete(entry.record)
}

function refOf({ namespaces }: GatewaysContext, { metadata, spec }: ApiGatewayConfig): Named {
  return {
    namespace: writableNamespace(namespaces, metadata?.namespace),
    name: metadata?.name || spec.name || '',
  }
}

function refuse(
  { functions, port }: GatewaysContext,
  config: ApiGatewayConfig,
  { namespace }: Named,
  known: GatewaySurroundings,
): void {
  const refusal = gatewayRefusal(config, {
    ...known,
    functions: { has: (name) => functions.upstream({ namespace, name }) !== undefined },
    hostTemplate: hostTemplate(port()),
    hostTakesPort: true,
  })
  if (refusal) throw new PlatformError(refusal.status, refusal.message)
}

/** Gateways of all namespaces share one listener, so a place that one of them has is taken for all. */
function placesOfOthers({ entries }: GatewaysContext, self?: GatewayEntry): UsedIngress[] {
  return [...entries.values()]
    .filter((entry) => entry !== self)
    .map(({ record }) => placeOfGateway(record.gateway.spec))
}

async function ingressesOfFunctions(
  { functions }: GatewaysContext,
  namespace: string,
): Promise<UsedIngress[]> {
  return (await functions.list({ namespace })).flatMap(({ spec }) => ingressesOf(spec))
}

/** The gateway to store, with what the request left out. */
function written(
  { port }: GatewaysContext,
  config: ApiGatewayConfig,
  { namespace, name }: Named,
  creationTimestamp: string | undefined,
): ApiGateway {
  const { labels, annotations } = config.metadata ?? {}
  const project = projectOfGateway(config)
  const host = config.spec.host?.trim() || renderedHost(hostTemplate(port()), { name, project, namespace })
  return {
    metadata: {
      name,
      namespace,
      labels: { ...labels, [projectLabel]: project },
      ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
      ...(creationTimestamp && { creationTimestamp }),
    },
    spec: { ...structuredClone(config.spec), name, host },
    status: { name, state: 'waitingForProvisioning' },
  }
}

/** A reference in the place of a password means the one that is stored. */
function withKeptPassword(gateway: ApiGateway, before: ApiGateway): ApiGateway {
  const given = gateway.spec.authentication?.basicAuth
  const kept = before.spec.authentication?.basicAuth?.password
  if (!isSecretReference(given?.password) || kept === undefined) return gateway
  const basicAuth = { ...given, password: kept }
  return {
    ...gateway,
    spec: { ...gateway.spec, authentication: { ...gateway.spec.authentication, basicAuth } },
  }
}
