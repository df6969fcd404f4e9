import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, requiredDataOf } from './client'
import { errorOfResponse, isAbort, networkError } from './errors'
import type { ExternalIpAddresses, FrontendSpec, Namespaces, Versions } from './generated/schema'

/** Which server the page talks to. What is kept in the browser is keyed by `identity`. */
export interface ServerInfo {
  /** `direct`: a Nuclio itself serves this page. */
  kind: 'embedded' | 'proxy' | 'direct'
  identity: string
  /** Address of the Nuclio behind a proxy. */
  target?: string
}

const dayMs = 24 * 60 * 60 * 1000

/** Version of the server. */
export function versionsQuery() {
  return queryOptions({
    queryKey: ['platform', 'versions'],
    queryFn: ({ signal }): Promise<Versions> => requiredDataOf(api.GET('/api/versions', { signal })),
  })
}

/** Namespaces of the server, its own one first. */
export function namespacesQuery() {
  return queryOptions({
    queryKey: ['platform', 'namespaces'],
    queryFn: async ({ signal }) => namespaceNames(await dataOf(api.GET('/api/namespaces', { signal }))),
    staleTime: 60_000,
  })
}

/** Addresses under which functions are reached from outside. */
export function externalIpsQuery() {
  return queryOptions({
    queryKey: ['platform', 'external-ips'],
    queryFn: async ({ signal }) =>
      externalAddresses(await dataOf(api.GET('/api/external_ip_addresses', { signal }))),
    staleTime: 60_000,
  })
}

/** What the platform can do, and its defaults for forms. Lists in it are never null. */
export function frontendSpecQuery() {
  return queryOptions({
    queryKey: ['platform', 'frontend-spec'],
    queryFn: async ({ signal }) =>
      fullFrontendSpec(await requiredDataOf(api.GET('/api/frontend_spec', { signal }))),
    staleTime: 5 * 60_000,
  })
}

/** Which server this is; it stays the same for as long as the page is open. */
export function serverQuery() {
  return queryOptions({
    queryKey: ['platform', 'server'],
    queryFn: ({ signal }) => readServerInfo(signal),
    staleTime: dayMs,
    gcTime: dayMs,
  })
}

/** The names; a server without any gives an empty list. */
export function namespaceNames(answer: Namespaces | undefined): string[] {
  return (answer?.namespaces?.names ?? []).filter((name) => name !== '')
}

/** The addresses without the empty ones that servers put among them. */
export function externalAddresses(answer: ExternalIpAddresses | undefined): string[] {
  return withoutBlanks(answer?.externalIPAddresses?.addresses)
}

/** The spec with empty lists for null and without blank addresses. */
export function fullFrontendSpec(spec: FrontendSpec) {
  return {
    ...spec,
    externalIPAddresses: withoutBlanks(spec.externalIPAddresses),
    allowedAuthenticationModes: spec.allowedAuthenticationModes ?? [],
    validFunctionPriorityClassNames: spec.validFunctionPriorityClassNames ?? [],
    scaleToZero: {
      ...spec.scaleToZero,
      inactivityWindowPresets: spec.scaleToZero?.inactivityWindowPresets ?? [],
      scaleResources: spec.scaleToZero?.scaleResources ?? [],
    },
    autoScaleMetrics: {
      ...spec.autoScaleMetrics,
      metricPresets: spec.autoScaleMetrics?.metricPresets ?? [],
      windowSizePresets: spec.autoScaleMetrics?.windowSizePresets ?? [],
    },
  } satisfies FrontendSpec
}

function withoutBlanks(addresses: string[] | null | undefined): string[] {
  return (addresses ?? []).filter((address) => address.trim() !== '')
}

// A stock Nuclio answers any unknown path with the page itself, and without its nginx with 404.
export async function readServerInfo(signal?: AbortSignal): Promise<ServerInfo> {
  const direct: ServerInfo = { kind: 'direct', identity: location.origin }
  let response: Response
  try {
    response = await fetch('/server.json', { signal, headers: { accept: 'application/json' } })
  } catch (error) {
    throw isAbort(error) ? error : networkError(error)
  }
  if (response.status >= 500) throw await errorOfResponse(response)
  if (!response.ok || !/json/i.test(response.headers.get('content-type') ?? '')) return direct
  const said = (await response.json().catch(() => undefined)) as Partial<ServerInfo> | null | undefined
  if ((said?.kind !== 'embedded' && said?.kind !== 'proxy') || typeof said.identity !== 'string')
    return direct
  return { kind: said.kind, identity: said.identity, ...(said.target && { target: said.target }) }
}
