import type { LoaderFunctionArgs } from 'react-router'
import { functionQuery } from '@/api/functions'
import { serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { orKnown } from '@/layouts/load'
import { routeFunction } from '@/layouts/namespace'

export { FunctionError as ErrorBoundary } from './FunctionError'
export { FunctionLayout as Component } from './FunctionLayout'

/** Reads the function, and which server this is: edits are kept per server. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const fn = functionQuery(await routeFunction(args))
  await Promise.all([
    orKnown(fn.queryKey, queryClient.query({ ...fn, staleTime: 2_000 })),
    queryClient.query({ ...serverQuery(), staleTime: 'static' }),
  ])
  return null
}
