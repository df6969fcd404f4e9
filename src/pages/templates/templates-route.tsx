import type { LoaderFunctionArgs } from 'react-router'
import { functionTemplatesQuery } from '@/api/function-templates'
import { serverQuery } from '@/api/platform'
import { projectsQuery } from '@/api/projects'
import { queryClient } from '@/api/query-client'
import { routeNamespace } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'

export { TemplatesPage as Component } from './TemplatesPage'

export const handle: RouteHandle = { crumb: 'Templates' }

/** Starts asking for the templates, and for what they can be used in; the page has a shape of its own while they come. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const namespace = await routeNamespace(args)
  for (const asked of [
    queryClient.query({ ...functionTemplatesQuery(), staleTime: 5 * 60_000 }),
    queryClient.query({ ...projectsQuery(namespace), staleTime: 10_000 }),
  ])
    void asked.catch(() => undefined)
  // What was typed before is kept by server; this answer is there as soon as the page.
  await queryClient.query({ ...serverQuery(), staleTime: 'static' }).catch(() => undefined)
  return null
}
