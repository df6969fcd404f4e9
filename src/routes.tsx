import { Outlet, redirect, type RouteObject } from 'react-router'
import { prepareFunctionLists } from '@/api/function-list-page'
import { shouldRevalidate } from '@/lib/should-revalidate'
import { ProjectLayout, projectLoader } from '@/layouts/ProjectLayout'
import { RootLayout, rootLoader, ShellFallback } from '@/layouts/RootLayout'
import { NotFound, RootError, RouteError } from '@/layouts/RouteError'
import type { RouteHandle } from '@/layouts/page-title'

/** What the module of a page may export; a name that the router would not understand is an error here. */
interface RouteModule {
  Component: React.ComponentType
  loader?: RouteObject['loader']
  handle?: RouteHandle
  ErrorBoundary?: React.ComponentType
  default?: never
}

const page = (load: () => Promise<RouteModule>): RouteObject['lazy'] => load

/** The same for a page that begins with a list of functions. */
const listPage = (load: () => Promise<RouteModule>): RouteObject['lazy'] =>
  page(() => {
    prepareFunctionLists()
    return load()
  })

/** A redirect that keeps the search parameters; `to` makes the new path of the old one, which has no slash at its end. */
const redirecting = (to: (pathname: string) => string): Pick<RouteObject, 'loader' | 'Component'> => ({
  loader: ({ request }) => {
    const { pathname, search } = new URL(request.url)
    return redirect(to(pathname.replace(/\/$/, '')) + search)
  },
  // Never seen, but the router warns of a route that could draw nothing.
  Component: Outlet,
})

/** An address without a page of its own: a redirect to one below. */
const indexTo = (below: string): RouteObject => ({
  index: true,
  ...redirecting((pathname) => `${pathname}/${below}`),
})

/** An address of Nuclio’s own dashboard that is a page beside it here; people keep them in bookmarks and documents. */
const movedBeside = (path: string, beside: string): RouteObject => ({
  path,
  ...redirecting((pathname) => pathname.replace(/[^/]*$/, beside)),
})

const tree: RouteObject[] = [
  {
    path: '/',
    loader: rootLoader,
    Component: RootLayout,
    ErrorBoundary: RootError,
    HydrateFallback: ShellFallback,
    children: [
      {
        ErrorBoundary: RouteError,
        children: [
          indexTo('projects'),
          movedBeside('welcome', 'projects'),
          { path: 'projects', lazy: listPage(() => import('@/pages/projects/ProjectsPage')) },
          { path: 'projects/create-function', ...redirecting(() => '/projects') },
          { path: 'templates', lazy: page(() => import('@/pages/templates/templates-route')) },
          {
            path: 'projects/:project',
            loader: projectLoader,
            Component: ProjectLayout,
            children: [
              {
                ErrorBoundary: RouteError,
                children: [
                  indexTo('functions'),
                  { path: 'functions', lazy: listPage(() => import('@/pages/functions/functions-route')) },
                  { path: 'events', lazy: listPage(() => import('@/pages/events/events-route')) },
                  { path: 'streams', lazy: page(() => import('@/pages/streams/streams-route')) },
                  { path: 'streams/:stream', lazy: page(() => import('@/pages/streams/stream-route')) },
                  { path: 'create-function', lazy: page(() => import('@/pages/functions/create-route')) },
                  {
                    path: 'create-function/templates',
                    lazy: page(() => import('@/pages/templates/templates-route')),
                  },
                  {
                    path: 'api-gateways',
                    lazy: listPage(() => import('@/pages/api-gateways/gateways-route')),
                  },
                  {
                    path: 'api-gateways/:gateway',
                    lazy: listPage(() => import('@/pages/api-gateways/gateway-route')),
                  },
                  {
                    path: 'create-api-gateway',
                    lazy: listPage(() => import('@/pages/api-gateways/create-route')),
                  },
                  movedBeside('functions/:function/monitoring', 'deploys'),
                  {
                    path: 'functions/:function',
                    lazy: page(() => import('@/pages/function/route')),
                    children: [
                      indexTo('code'),
                      {
                        lazy: page(() => import('@/pages/function/tab-frame-route')),
                        children: [
                          { path: 'code', lazy: page(() => import('@/pages/function/code/route')) },
                          { path: 'console', lazy: page(() => import('@/pages/function/console/route')) },
                          {
                            path: 'configuration',
                            lazy: page(() => import('@/pages/function/configuration/route')),
                          },
                          { path: 'triggers', lazy: page(() => import('@/pages/function/triggers/route')) },
                          { path: 'yaml', lazy: page(() => import('@/pages/function/yaml/route')) },
                          { path: 'review', lazy: page(() => import('@/pages/function/review/route')) },
                          { path: 'conflict', lazy: page(() => import('@/pages/function/conflict/route')) },
                          { path: 'logs', lazy: page(() => import('@/pages/function/logs/route')) },
                          { path: 'deploys', lazy: page(() => import('@/pages/function/deploys/route')) },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
          { path: '*', Component: NotFound, handle: { crumb: 'Nothing here' } satisfies RouteHandle },
        ],
      },
    ],
  },
]

function revalidatingByPath(route: RouteObject): RouteObject {
  if (route.index) return { ...route, shouldRevalidate }
  return { ...route, shouldRevalidate, children: route.children?.map(revalidatingByPath) }
}

/** Every address of the application. A failure shows in the innermost frame that could be drawn. */
export const routes: RouteObject[] = tree.map(revalidatingByPath)
