import type { LoaderFunctionArgs } from 'react-router'
import { functionQuery } from '@/api/functions'
import { serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { routeFunction } from '@/layouts/namespace'

export { FunctionError as ErrorBoundary } from './FunctionError'
export { FunctionLayout as Component } from './FunctionLayout'

/** Reads the function, and which server this is: edits are kept per server. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const ref = await routeFunction(args)
  await Promise.all([
    queryClient.query({ ...functionQuery(ref), staleTime: 2_000 }),
    queryClient.query({ ...serverQuery(), staleTime: 'static' }),
  ])
  return null
}
