import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { FrontendSpec } from '@/api/generated/schema'
import { frontendSpecQuery, namespacesQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import type { ApiGatewayRef } from '@/api/api-gateways'
import type { FunctionRef } from '@/api/functions'
import type { ProjectRef } from '@/api/projects'
import { setDefaultNamespace } from '@/domain/paths'

/** The namespace that goes without saying: the server's own, or the first that it lists. */
async function readDefaultNamespace(): Promise<string> {
  const spec: FrontendSpec = await queryClient.query({ ...frontendSpecQuery(), staleTime: 'static' })
  const name = spec.namespace || (await queryClient.query({ ...namespacesQuery(), staleTime: 'static' }))[0]
  setDefaultNamespace(name ?? '')
  return name ?? ''
}

/** For loaders: the namespace of an address, `?ns=` or the server's default. Asks the server once for all of them. */
export async function routeNamespace({ request }: Pick<LoaderFunctionArgs, 'request'>): Promise<string> {
  const fallback = await readDefaultNamespace()
  return new URL(request.url).searchParams.get('ns') || fallback
}

/** For components: the namespace of the address. */
export function useNamespace(): string {
  const [params] = useSearchParams()
  const { data: spec } = useSuspenseQuery(frontendSpecQuery())
  const first = queryClient.getQueryData(namespacesQuery().queryKey)?.[0]
  return params.get('ns') || spec.namespace || first || ''
}

function param(params: Readonly<Record<string, string | undefined>>, key: string): string {
  const value = params[key]
  if (value === undefined) throw new Error(`This address has no part “${key}”`)
  return value
}

/** For loaders: the project that an address is about. */
export async function routeProject(args: LoaderFunctionArgs): Promise<ProjectRef> {
  return { namespace: await routeNamespace(args), project: param(args.params, 'project') }
}

/** For loaders: the function that an address is about. */
export async function routeFunction(args: LoaderFunctionArgs): Promise<FunctionRef> {
  return { ...(await routeProject(args)), name: param(args.params, 'function') }
}

/** For loaders: the API gateway that an address is about. */
export async function routeGateway(args: LoaderFunctionArgs): Promise<ApiGatewayRef> {
  return { ...(await routeProject(args)), name: param(args.params, 'gateway') }
}

/** For components: the project that the page is about. */
export function useProjectRef(): ProjectRef {
  const params = useParams()
  return { namespace: useNamespace(), project: param(params, 'project') }
}

/** For components: the function that the page is about. */
export function useFunctionRef(): FunctionRef {
  const params = useParams()
  return { ...useProjectRef(), name: param(params, 'function') }
}

/** For components: the API gateway that the page is about. */
export function useGatewayRef(): ApiGatewayRef {
  const params = useParams()
  return { ...useProjectRef(), name: param(params, 'gateway') }
}
