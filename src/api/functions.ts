import { mutationOptions, queryOptions, replaceEqualDeep, type QueryClient } from '@tanstack/react-query'
import { isProvisioning } from '@/domain/function-state'
import { api, dataOf, headerName, requiredDataOf } from './client'
import { ApiError } from './errors'
import { functionKeys, type FunctionRef } from './function-keys'
import { fullFunction } from './full-function'
import type { FunctionConfig, FunctionPatch, FunctionSpec, NuclioFunction } from './generated/schema'
import { pollWhile } from './polling'

export type { FunctionRef } from './function-keys'

const projectLabel = 'nuclio.io/project-name'

/** Sources that the server fetches before it answers. */
const fetchedSources = new Set(['git', 'github', 'archive', 's3'])

/** How long the server may take to fetch a source. */
export const sourceTimeout = '5m'

const isMoving = (fn: NuclioFunction): boolean => isProvisioning(fn.status.state)

/** One function; followed closely while it is being deployed. */
export function functionQuery({ namespace, project, name }: FunctionRef) {
  return queryOptions({
    queryKey: functionKeys.detail({ namespace, project, name }),
    queryFn: ({ signal }) => fetchFunction({ namespace, name }, signal),
    structuralSharing: (before, now) =>
      replaceEqualDeep(before, withKnownLogs(before as NuclioFunction | undefined, now as NuclioFunction)),
    ...pollWhile(isMoving, { slow: 10_000 }),
  })
}

export interface DeployVariables {
  ref: FunctionRef
  config: FunctionConfig
  /** True for a new function, false to replace one. */
  create: boolean
  /** The server fetches the source before it answers, so it gets more time. Seen from the configuration when left out. */
  waitForSource?: boolean
  /** Gives up waiting for the answer; the server goes on. */
  signal?: AbortSignal
}

export interface DeployResult {
  /** Why the deploy failed although the function was stored: it is there now, in state `error`, and another attempt replaces it. */
  refusal?: ApiError
}

/**
 * Creates or replaces a function and starts its deploy; resolves when the server has stored it. Namespace, name and project are those of
 * `ref`. Rejects with kind `conflict` (name taken, or changed by somebody else) and `precondition` (being deployed right now).
 * Refreshes the function and the namespace's lists, after a failure too: it may have left something.
 */
export function deployFunction(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({
      ref,
      config,
      create,
      waitForSource,
      signal,
    }: DeployVariables): Promise<DeployResult> => {
      const known = queryClient.getQueryData(functionQuery(ref).queryKey)
      const body = configToSend(ref, config, !create && known?.metadata.resourceVersion !== undefined)
      const waits = waitForSource ?? fetchesSource(config.spec)
      const header = waits ? { 'x-nuclio-creation-state-updated-timeout': sourceTimeout } : {}
      if (!create) {
        await dataOf(
          api.PUT('/api/functions/{name}', { params: { path: { name: ref.name }, header }, body, signal }),
        )
        return {}
      }
      try {
        await dataOf(api.POST('/api/functions', { params: { header }, body, signal }))
        return {}
      } catch (error) {
        if (await wasStored(ref, body, error)) return { refusal: error as ApiError }
        throw error
      }
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref),
  })
}

/** Starts the function's last image again, or scales it to zero. Refreshes the function and the namespace's lists. */
export function patchFunction(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({
      ref,
      desiredState,
    }: { ref: FunctionRef } & Required<FunctionPatch>): Promise<void> => {
      await dataOf(
        api.PATCH('/api/functions/{name}', {
          params: {
            path: { name: ref.name },
            header: { 'x-nuclio-function-namespace': headerName(ref.namespace) },
          },
          body: { desiredState },
        }),
      )
    },
    onSettled: (_data, _error, { ref }) => refresh(queryClient, ref),
  })
}

export interface DeleteFunctionVariables {
  ref: FunctionRef
  /** Delete only this version; send it when the server gave one. */
  resourceVersion?: string
  /** Delete while it is being deployed, too. A build that goes on may bring the function back. */
  force?: boolean
}

/** Deletes a function and its events. Forgets the function and refreshes the namespace's lists. */
export function deleteFunction(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, resourceVersion, force }: DeleteFunctionVariables): Promise<void> => {
      const { namespace, name } = ref
      const header = force ? { 'x-nuclio-delete-function-ignore-state-validation': true } : {}
      await dataOf(
        api.DELETE('/api/functions', {
          params: { header },
          body: { metadata: { name, namespace, ...(resourceVersion && { resourceVersion }) } },
        }),
      )
    },
    onSettled: (_data, error, { ref }) => {
      void queryClient.invalidateQueries({ queryKey: functionKeys.lists(ref.namespace) })
      if (error) void queryClient.invalidateQueries({ queryKey: functionKeys.detail(ref) })
      // A page that still shows it would ask again for what it knows to be gone.
      else queryClient.removeQueries({ queryKey: functionKeys.detail(ref), type: 'inactive' })
    },
  })
}

/** A function in the form that can be imported elsewhere: without namespace, status and credentials of triggers. */
export async function exportFunction({ namespace, name }: FunctionRef): Promise<FunctionConfig> {
  const { metadata, spec } = await requiredDataOf(
    api.GET('/api/functions/{name}', {
      params: {
        path: { name },
        header: { 'x-nuclio-function-namespace': headerName(namespace) },
        query: { export: true },
      },
    }),
  )
  return { metadata, spec }
}

async function fetchFunction(
  { namespace, name }: Pick<FunctionRef, 'namespace' | 'name'>,
  signal?: AbortSignal,
): Promise<NuclioFunction> {
  const header = {
    'x-nuclio-function-namespace': headerName(namespace),
    // What stands behind a gateway can be neither disabled nor deleted.
    'x-nuclio-function-enrich-apigateways': true,
  }
  const answer = await requiredDataOf(
    api.GET('/api/functions/{name}', { params: { path: { name }, header }, signal }),
  )
  return fullFunction(answer, name)
}

function refresh(queryClient: QueryClient, ref: FunctionRef): void {
  void queryClient.invalidateQueries({ queryKey: functionKeys.detail(ref) })
  void queryClient.invalidateQueries({ queryKey: functionKeys.lists(ref.namespace) })
}

/**
 * The body of a deploy: namespace, name and project are those of `ref`. A version that the server did not give can only be wrong, and is
 * then refused; it is left out unless `isVersioned`.
 */
export function configToSend(ref: FunctionRef, config: FunctionConfig, isVersioned: boolean): FunctionConfig {
  const { resourceVersion, ...metadata } = config.metadata
  return {
    metadata: {
      ...metadata,
      name: ref.name,
      namespace: ref.namespace,
      labels: { ...metadata.labels, [projectLabel]: ref.project },
      ...(isVersioned && resourceVersion && { resourceVersion }),
    },
    spec: config.spec,
  }
}

/** Whether the server fetches the source before it answers; that may take minutes. */
export function fetchesSource({ build }: FunctionSpec): boolean {
  return (
    fetchedSources.has(build?.codeEntryType ?? '') || (Boolean(build?.path) && !build?.functionSourceCode)
  )
}

// Some refusals come after the function was stored, and its name is taken from then on.
async function wasStored(ref: FunctionRef, sent: FunctionConfig, error: unknown): Promise<boolean> {
  const maybe = error instanceof ApiError && (error.status === 400 || error.status >= 500)
  if (!maybe) return false
  const stored = await fetchFunction(ref).catch(() => undefined)
  if (!stored || (stored.status.state !== 'error' && !isMoving(stored))) return false
  const source = ({ build }: FunctionSpec) => [build?.functionSourceCode ?? '', build?.path ?? ''].join('\n')
  return source(stored.spec) === source(sent.spec)
}

// A server that is just writing a record leaves all of them out for once.
function withKnownLogs(before: NuclioFunction | undefined, now: NuclioFunction): NuclioFunction {
  const isSameDeploy = before && isMoving(before) && before.status.state === now.status.state
  if (!isSameDeploy || now.status.logs || !before.status.logs) return now
  return { ...now, status: { ...now.status, logs: before.status.logs } }
}
