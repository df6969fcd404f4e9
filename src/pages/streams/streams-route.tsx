import type { LoaderFunctionArgs } from 'react-router'
import { queryClient } from '@/api/query-client'
import { v3ioStreamsQuery } from '@/api/v3io-streams'
import { orKnown } from '@/layouts/load'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'

export { StreamsPage as Component } from './StreamsPage'

export const handle: RouteHandle = { crumb: 'Streams' }

/** Has the list of streams before the page is drawn; how far they are comes in by and by. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const streams = v3ioStreamsQuery(await routeProject(args))
  await orKnown(streams.queryKey, queryClient.query({ ...streams, staleTime: 2_000 }))
  return null
}
