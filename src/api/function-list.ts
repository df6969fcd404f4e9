import { api, dataOf, headerName, requiredDataOf } from './client'
import type { FunctionScope } from './function-keys'
import type { FunctionConfig, NuclioFunction } from './generated/schema'
import { listOf, namedMetadata } from './lists'

// Nothing here knows of React or of the cache: ten thousand functions are many megabytes of JSON, which a worker can fetch and parse as well.

/** The functions of a namespace or of one project in it, by name. */
export async function fetchFunctions(
  { namespace, project }: FunctionScope,
  signal?: AbortSignal,
): Promise<NuclioFunction[]> {
  const header = {
    'x-nuclio-function-namespace': headerName(namespace),
    ...(project && { 'x-nuclio-project-name': headerName(project) }),
  }
  return listOf(await dataOf(api.GET('/api/functions', { params: { header }, signal })), fullFunction)
}

/** One function. */
export async function fetchFunction(
  { namespace, name }: { namespace: string; name: string },
  signal?: AbortSignal,
): Promise<NuclioFunction> {
  const header = { 'x-nuclio-function-namespace': headerName(namespace) }
  const answer = await requiredDataOf(
    api.GET('/api/functions/{name}', { params: { path: { name }, header }, signal }),
  )
  return fullFunction(answer, name)
}

/** A function as every server should answer it: with a name, a spec and a status. */
export function fullFunction(wire: NuclioFunction | FunctionConfig, name: string): NuclioFunction {
  return {
    ...wire,
    metadata: namedMetadata(wire.metadata, name),
    spec: wire.spec ?? {},
    status: wire.status ?? {},
  }
}
