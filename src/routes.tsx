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

/** An address without a page of its own: a redirect to one below, which keeps the search parameters. */
const indexTo = (below: string): RouteObject => ({
  index: true,
  loader: ({ request }) => {
    const { pathname, search } = new URL(request.url)
    return redirect(`${pathname.replace(/\/$/, '')}/${below}${search}`)
  },
  // Never seen, but the router warns of a route that could draw nothing.
  Component: Outlet,
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
          { path: 'projects', lazy: listPage(() => import('@/pages/projects/ProjectsPage')) },
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
                  { path: 'create-function', lazy: page(() => import('@/pages/functions/create-route')) },
                  {
                    path: 'functions/:function',
                    lazy: page(() => import('@/pages/function/route')),
                    children: [
                      indexTo('code'),
                      { path: 'code', lazy: page(() => import('@/pages/function/code/route')) },
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
