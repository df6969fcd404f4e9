import type { LoaderFunctionArgs } from 'react-router'
import { functionQuery } from '@/api/functions'
import { queryClient } from '@/api/query-client'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'
import { loader as streamsLoader } from './streams-route'

export { StreamPage as Component } from './StreamPage'

export const handle: RouteHandle = { crumb: 'Stream' }

/** Has the stream and its function before the page is drawn, so that nothing that is said of them moves the rest. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const at = await routeProject(args)
  const [name = ''] = (args.params.stream ?? '').split('@')
  // Without its function the page shows what it has.
  const fn = queryClient
    .query({ ...functionQuery({ ...at, name }), staleTime: 10_000 })
    .catch(() => undefined)
  await Promise.all([streamsLoader(args), fn])
  return null
}
