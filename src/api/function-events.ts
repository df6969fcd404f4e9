import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, dataOf, headerName, requiredDataOf } from './client'
import type { FunctionRef } from './function-keys'
import type { FunctionEvent, FunctionEventConfig } from './generated/schema'
import { listOf, namedMetadata } from './lists'
import { pollWhile } from './polling'

const functionLabel = 'nuclio.io/function-name'

type OfFunction = Pick<FunctionRef, 'namespace' | 'name'>

interface EventRef {
  namespace: string
  event: string
}

export const functionEventKeys = {
  lists: (namespace: string) => ['function-events', 'list', { namespace }] as const,
  list: ({ namespace, name }: OfFunction) =>
    ['function-events', 'list', { namespace, function: name }] as const,
  detail: ({ namespace, event }: EventRef) => ['function-events', 'detail', { namespace, event }] as const,
}

/** The saved test events of a function, by name. */
export function functionEventsQuery({ namespace, name }: OfFunction) {
  return queryOptions({
    queryKey: functionEventKeys.list({ namespace, name }),
    queryFn: async ({ signal }): Promise<FunctionEvent[]> => {
      const header = { ...namespaced(namespace), 'x-nuclio-function-name': headerName(name) }
      return listOf(await dataOf(api.GET('/api/function_events', { params: { header }, signal })), fullEvent)
    },
    ...pollWhile<FunctionEvent[]>(() => false),
  })
}

/** One test event. */
export function functionEventQuery({ namespace, event }: EventRef) {
  return queryOptions({
    queryKey: functionEventKeys.detail({ namespace, event }),
    queryFn: async ({ signal }) => {
      const answer = await requiredDataOf(
        api.GET('/api/function_events/{name}', {
          params: { path: { name: event }, header: namespaced(namespace) },
          signal,
        }),
      )
      return fullEvent(answer, event)
    },
  })
}

/**
 * Saves a test event for a function; without a name the server makes one up. Resolves with it, defaults of the server possibly missing.
 * Refreshes the namespace's lists.
 */
export function createFunctionEvent(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({
      ref,
      config,
    }: {
      ref: OfFunction
      config: FunctionEventConfig
    }): Promise<FunctionEvent> => {
      const answer = await requiredDataOf(api.POST('/api/function_events', { body: placed(ref, config) }))
      return fullEvent(answer, config.metadata.name ?? '')
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref.namespace),
  })
}

/** Replaces a test event. Refreshes the event and the namespace's lists. */
export function updateFunctionEvent(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, config }: { ref: OfFunction; config: FunctionEventConfig }): Promise<void> => {
      await dataOf(api.PUT('/api/function_events', { body: placed(ref, config) }))
    },
    onSettled: (_data, _error, { ref, config }) => refresh(queryClient, ref.namespace, config.metadata.name),
  })
}

/** Deletes a test event. Refreshes the namespace's lists. */
export function deleteFunctionEvent(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ namespace, event }: EventRef): Promise<void> => {
      await dataOf(api.DELETE('/api/function_events', { body: { metadata: { name: event, namespace } } }))
    },
    onSettled: (_data, error, ref) => {
      refresh(queryClient, ref.namespace)
      if (!error) queryClient.removeQueries({ queryKey: functionEventKeys.detail(ref), type: 'inactive' })
    },
  })
}

function refresh(queryClient: QueryClient, namespace: string, event?: string): void {
  void queryClient.invalidateQueries({ queryKey: functionEventKeys.lists(namespace) })
  if (event) void queryClient.invalidateQueries({ queryKey: functionEventKeys.detail({ namespace, event }) })
}

function namespaced(namespace: string) {
  return { 'x-nuclio-function-event-namespace': headerName(namespace) }
}

function placed(
  { namespace, name }: OfFunction,
  { metadata, spec }: FunctionEventConfig,
): FunctionEventConfig {
  return { metadata: { ...metadata, namespace, labels: { ...metadata.labels, [functionLabel]: name } }, spec }
}

/** An event as every server should answer it; header values that are numbers become text. */
function fullEvent(wire: FunctionEvent, name: string): FunctionEvent {
  const { attributes, ...spec } = wire.spec ?? {}
  const headers = Object.entries(attributes?.headers ?? {}).map(
    ([key, value]) => [key, String(value)] as const,
  )
  return {
    metadata: namedMetadata(wire.metadata, name),
    spec: {
      ...spec,
      displayName: spec.displayName || wire.metadata?.name || name,
      triggerKind: spec.triggerKind || 'http',
      ...(attributes && { attributes: { ...attributes, headers: Object.fromEntries(headers) } }),
    },
  }
}
