import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { functionLabel } from '@/domain/events/event-import'
import { sameEvent } from '@/domain/events/event-changes'
import { isBranch } from '@/lib/tree'
import { api, dataOf, headerName, requiredDataOf } from './client'
import { ApiError } from './errors'
import type { FunctionRef } from './function-keys'
import type { FunctionEvent, FunctionEventConfig } from './generated/schema'
import { listOf, namedMetadata } from './lists'
import { pollWhile } from './polling'

type OfFunction = Pick<FunctionRef, 'namespace' | 'name'>

interface EventRef {
  namespace: string
  event: string
}

export const functionEventKeys = {
  lists: (namespace: string) => ['function-events', 'list', { namespace }] as const,
  /** Of a function, or without its name of the whole namespace. */
  list: ({ namespace, name }: { namespace: string; name?: string }) =>
    ['function-events', 'list', { namespace, function: name }] as const,
}

/**
 * What an event was when it was opened is not what the server has now: somebody else changed it, or deleted it (`stored` is
 * undefined then). Nothing was written.
 */
export class EventChangedError extends Error {
  override name = 'EventChangedError'
  readonly stored: FunctionEvent | undefined

  constructor(stored: FunctionEvent | undefined) {
    super(stored ? 'The event was changed meanwhile' : 'The event was deleted meanwhile')
    this.stored = stored
  }
}

// Others save events as well, and nothing tells of it.
const pace = pollWhile<FunctionEvent[]>(() => false, { slow: 10_000 })

/** The saved test events of a function, by name. */
export function functionEventsQuery({ namespace, name }: OfFunction) {
  return queryOptions({
    queryKey: functionEventKeys.list({ namespace, name }),
    queryFn: ({ signal }) => readEvents(namespace, signal, name),
    ...pace,
  })
}

/** All test events of a namespace, by name. Servers do not tell those of a project apart; `eventsOfProject` does. */
export function namespaceEventsQuery(namespace: string) {
  return queryOptions({
    queryKey: functionEventKeys.list({ namespace }),
    queryFn: ({ signal }) => readEvents(namespace, signal),
    ...pace,
  })
}

async function readEvents(namespace: string, signal?: AbortSignal, name?: string): Promise<FunctionEvent[]> {
  const header = {
    ...namespaced(namespace),
    ...(name !== undefined && { 'x-nuclio-function-name': headerName(name) }),
  }
  return listOf(await dataOf(api.GET('/api/function_events', { params: { header }, signal })), fullEvent)
}

/** An event as the server has it now; undefined when there is none by this name. */
export async function readFunctionEvent({ namespace, event }: EventRef): Promise<FunctionEvent | undefined> {
  try {
    const params = { path: { name: event }, header: namespaced(namespace) }
    return fullEvent(await requiredDataOf(api.GET('/api/function_events/{name}', { params })), event)
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return undefined
    throw error
  }
}

export interface CreateEventVariables {
  ref: OfFunction
  config: FunctionEventConfig
}

/**
 * Saves a test event for a function; without a name the server makes one up. Resolves with it, defaults of the server possibly missing.
 * Rejects as a conflict when the name is taken: Nuclio would overwrite the other one without a word.
 * Refreshes the namespace's lists.
 */
export function createFunctionEvent(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, config }: CreateEventVariables): Promise<FunctionEvent> => {
      const { name } = config.metadata
      // Asked of the list: a name that is free would be a 404 in the browser's log otherwise.
      const isTaken = (event: FunctionEvent) => event.metadata.name === name
      if (name && (await readEvents(ref.namespace)).some(isTaken))
        throw new ApiError(409, `There is an event “${name}” already`)
      const answer = await requiredDataOf(api.POST('/api/function_events', { body: placed(ref, config) }))
      return fullEvent(answer, name ?? '')
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref.namespace),
  })
}

export interface UpdateEventVariables {
  ref: OfFunction
  config: FunctionEventConfig
  /** What the edit began with. Rejects with {@link EventChangedError} when the server has something else; left out, it is overwritten. */
  opened?: FunctionEventConfig
}

/**
 * Replaces a test event. Servers keep no versions of events and the last write wins, so what is stored is compared right before.
 * Refreshes the namespace's lists.
 */
export function updateFunctionEvent(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, config, opened }: UpdateEventVariables): Promise<void> => {
      const at = { namespace: ref.namespace, event: config.metadata.name ?? '' }
      const stored = await readFunctionEvent(at)
      if (!stored || (opened && !sameEvent(stored, opened))) throw new EventChangedError(stored)
      try {
        await dataOf(api.PUT('/api/function_events', { body: placed(ref, config) }))
      } catch (error) {
        // Deleted in between; Nuclio has no words for that.
        if (error instanceof ApiError && (await isGone(error, at))) throw new EventChangedError(undefined)
        throw error
      }
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref.namespace),
  })
}

/** Deletes a test event; one that is gone already is good. Refreshes the namespace's lists. */
export function deleteFunctionEvent(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ namespace, event }: EventRef): Promise<void> => {
      try {
        await dataOf(api.DELETE('/api/function_events', { body: { metadata: { name: event, namespace } } }))
      } catch (error) {
        if (!(error instanceof ApiError) || !(await isGone(error, { namespace, event }))) throw error
      }
    },
    onSettled: (_data, _error, { namespace }) => refresh(queryClient, namespace),
  })
}

/** Whether a failure means that there is no such event: a 404, or a 500 that some servers answer instead. */
async function isGone(error: ApiError, at: EventRef): Promise<boolean> {
  if (error.kind === 'not-found') return true
  return error.kind === 'server' && (await readFunctionEvent(at).catch(() => error)) === undefined
}

function refresh(queryClient: QueryClient, namespace: string): void {
  void queryClient.invalidateQueries({ queryKey: functionEventKeys.lists(namespace) })
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

/** An event as every server should answer it. What others stored in it is left as it is. */
function fullEvent(wire: FunctionEvent, name: string): FunctionEvent {
  const spec = isBranch(wire.spec) ? wire.spec : {}
  return {
    metadata: namedMetadata(wire.metadata, name),
    spec: {
      ...spec,
      displayName: spec.displayName || wire.metadata?.name || name,
      triggerKind: spec.triggerKind || 'http',
    },
  }
}
