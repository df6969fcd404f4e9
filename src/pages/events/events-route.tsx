import type { LoaderFunctionArgs } from 'react-router'
import { namespaceEventsQuery } from '@/api/function-events'
import { functionsQuery } from '@/api/function-list-query'
import { queryClient } from '@/api/query-client'
import { orKnown } from '@/layouts/load'
import { routeProject } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'

export { EventsPage as Component } from './EventsPage'

export const handle: RouteHandle = { crumb: 'Events' }

/** Has the events, and the functions that say which of them are the project's, before the page is drawn. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const at = await routeProject(args)
  const events = namespaceEventsQuery(at.namespace)
  const functions = functionsQuery(at)
  await Promise.all([
    orKnown(events.queryKey, queryClient.query({ ...events, staleTime: 2_000 })),
    orKnown(functions.queryKey, queryClient.query({ ...functions, staleTime: 2_000 })),
  ])
  return null
}
