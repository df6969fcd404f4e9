import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { projectLabel } from '@/domain/function-config'
import { isBasic } from '@/domain/gateways/authentication'
import { isWrittenAlike } from '@/domain/gateways/gateway-config'
import { isSettingUp } from '@/domain/gateways/gateway-state'
import { api, dataOf, headerName, requiredDataOf } from './client'
import { ApiError } from './errors'
import { functionKeys } from './function-keys'
import type { ApiGateway, ApiGatewayConfig } from './generated/schema'
import { listOf, namedMetadata } from './lists'
import { frontendSpecQuery } from './platform'
import { pollWhile } from './polling'

export interface ApiGatewayRef {
  namespace: string
  project: string
  name: string
}

type Scope = Omit<ApiGatewayRef, 'name' | 'project'> & { project?: string }

export const apiGatewayKeys = {
  lists: (namespace: string) => ['api-gateways', 'list', { namespace }] as const,
  list: ({ namespace, project }: Scope) => ['api-gateways', 'list', { namespace, project }] as const,
  detail: ({ namespace, project, name }: ApiGatewayRef) =>
    ['api-gateways', 'detail', { namespace, project, name }] as const,
}

/** The API gateways of a namespace or of one project in it, by name; none where the platform has none. */
export function apiGatewaysQuery({ namespace, project }: Scope) {
  return queryOptions({
    queryKey: apiGatewayKeys.list({ namespace, project }),
    queryFn: async ({ signal }): Promise<ApiGateway[]> => {
      const header = {
        ...namespaced(namespace),
        ...(project && { 'x-nuclio-project-name': headerName(project) }),
      }
      return listOf(await dataOf(api.GET('/api/api_gateways', { params: { header }, signal })), fullGateway)
    },
    ...pollWhile<ApiGateway[]>((gateways) => gateways.some(isSettingUp)),
  })
}

/** One API gateway. */
export function apiGatewayQuery({ namespace, project, name }: ApiGatewayRef) {
  return queryOptions({
    queryKey: apiGatewayKeys.detail({ namespace, project, name }),
    queryFn: ({ signal }) => readGateway({ namespace, name }, signal),
    ...pollWhile(isSettingUp, { slow: 10_000 }),
  })
}

export interface SaveGatewayVariables {
  ref: ApiGatewayRef
  config: ApiGatewayConfig
}

export interface UpdateGatewayVariables extends SaveGatewayVariables {
  /** What the change was made on; left out to write over whatever is there. */
  before?: ApiGateway
}

/**
 * What a gateway was when somebody began to change it is not what the server has now: somebody else changed it (`stored`), or deleted it.
 * Nothing was written.
 */
export class GatewayChangedError extends Error {
  override name = 'GatewayChangedError'
  readonly stored: ApiGateway | undefined

  constructor(stored: ApiGateway | undefined) {
    super(stored ? 'The gateway was changed meanwhile' : 'The gateway was deleted meanwhile')
    this.stored = stored
  }
}

/**
 * Creates a gateway; it is set up in the background, so read it until it is `ready` or `error`. Resolves with it, read back where the
 * server does not answer it. Refreshes the gateway and the namespace's lists.
 */
export function createApiGateway(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, config }: SaveGatewayVariables): Promise<ApiGateway> => {
      const body = configToSend(queryClient, ref, config)
      const answer = await dataOf(api.POST('/api/api_gateways', { params: { header: validating }, body }))
      return answer ? fullGateway(answer, ref.name) : readGateway(ref)
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref),
  })
}

/**
 * Replaces labels, annotations and spec of a gateway. Servers keep no versions of gateways, so what is there is compared right before it is
 * written over; rejects with {@link GatewayChangedError} when it is not what the change was made on. Refreshes the gateway and the
 * namespace's lists.
 */
export function updateApiGateway(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, config, before }: UpdateGatewayVariables): Promise<void> => {
      if (before) await expectUnchanged(ref, before)
      await dataOf(
        api.PUT('/api/api_gateways/{name}', {
          params: { path: { name: ref.name }, header: validating },
          body: configToSend(queryClient, ref, config),
        }),
      )
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref),
  })
}

/** Deletes a gateway. Refreshes the namespace's lists. */
export function deleteApiGateway(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ namespace, name }: ApiGatewayRef): Promise<void> => {
      await dataOf(api.DELETE('/api/api_gateways', { body: { metadata: { name, namespace } } }))
    },
    onSettled: (_data, error, ref) => {
      if (!error) queryClient.removeQueries({ queryKey: apiGatewayKeys.detail(ref), type: 'inactive' })
      refreshLists(queryClient, ref.namespace)
    },
  })
}

/** A gateway to a function that is not there would be stored, and broken. */
const validating = { 'x-nuclio-agw-validate-functions-existence': true }

// Functions tell which gateways lead to them.
function refreshLists(queryClient: QueryClient, namespace: string): void {
  void queryClient.invalidateQueries({ queryKey: apiGatewayKeys.lists(namespace) })
  void queryClient.invalidateQueries({ queryKey: functionKeys.lists(namespace) })
}

function refresh(queryClient: QueryClient, ref: ApiGatewayRef): void {
  void queryClient.invalidateQueries({ queryKey: apiGatewayKeys.detail(ref) })
  refreshLists(queryClient, ref.namespace)
}

async function expectUnchanged(ref: ApiGatewayRef, before: ApiGateway): Promise<void> {
  const stored = await readGateway(ref).catch((error: unknown) => {
    if (error instanceof ApiError && error.kind === 'not-found') return undefined
    throw error
  })
  if (!stored || !isWrittenAlike(stored, before)) throw new GatewayChangedError(stored)
}

async function readGateway(
  { namespace, name }: Omit<ApiGatewayRef, 'project'>,
  signal?: AbortSignal,
): Promise<ApiGateway> {
  const answer = await requiredDataOf(
    api.GET('/api/api_gateways/{name}', {
      params: { path: { name }, header: namespaced(namespace) },
      signal,
    }),
  )
  return fullGateway(answer, name)
}

function namespaced(namespace: string) {
  return { 'x-nuclio-api-gateway-namespace': headerName(namespace) }
}

/** A gateway in one shape: `basic` is the one word for what some servers call `basicAuth`, and there always is a status. */
function fullGateway(wire: ApiGateway, name: string): ApiGateway {
  const { authenticationMode, ...spec } = wire.spec ?? {}
  const mode = isBasic(authenticationMode) ? 'basic' : authenticationMode
  return {
    metadata: namedMetadata(wire.metadata, wire.spec?.name || name),
    spec: { ...spec, ...(mode && { authenticationMode: mode }), upstreams: spec.upstreams ?? [] },
    status: wire.status ?? {},
  }
}

// A server that lists `basicAuth` among its modes takes the documented word and fails later.
function configToSend(
  queryClient: QueryClient,
  ref: ApiGatewayRef,
  config: ApiGatewayConfig,
): ApiGatewayConfig {
  const modes = queryClient.getQueryData(frontendSpecQuery().queryKey)?.allowedAuthenticationModes ?? []
  const translates = isBasic(config.spec.authenticationMode) && modes.includes('basicAuth')
  return {
    metadata: {
      ...config.metadata,
      name: ref.name,
      namespace: ref.namespace,
      labels: { ...config.metadata?.labels, [projectLabel]: ref.project },
    },
    spec: { ...config.spec, name: ref.name, ...(translates && { authenticationMode: 'basicAuth' as const }) },
  }
}
