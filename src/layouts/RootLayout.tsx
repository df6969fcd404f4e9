import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation, type LoaderFunctionArgs } from 'react-router'
import { namespacesQuery, serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { ConfirmHost } from '@/components/confirm'
import { Notices } from '@/components/Notices'
import { Page } from '@/components/Page'
import { TableSkeleton } from '@/components/TableSkeleton'
import { announce, onAnnounce } from '@/lib/announce'
import { Header } from './Header'
import { routeNamespace } from './namespace'
import { usePageTitle } from './page-title'
import classes from './RootLayout.module.css'

/** What every page needs first: the namespace. Which server it is and what namespaces it has comes meanwhile. */
export async function rootLoader(args: LoaderFunctionArgs): Promise<null> {
  void queryClient.query({ ...namespacesQuery(), staleTime: 'static' }).catch(() => undefined)
  void queryClient.query({ ...serverQuery(), staleTime: 'static' }).catch(() => undefined)
  await routeNamespace(args)
  return null
}

/** The shell around every page. */
export function RootLayout() {
  const main = useRef<HTMLElement>(null)
  const isPending = useNavigation().state === 'loading'
  const title = usePageTitle()
  useFocusOnArrival(main)
  useAnnouncedTitle(title)

  return (
    <>
      <title>{title ? `${title} · Nuclio` : 'Nuclio'}</title>
      <a
        href="#main"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        Skip to the content
      </a>
      {isPending && <div className={classes.pending} role="progressbar" aria-label="Loading the page" />}
      <Header />
      <main ref={main} id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <ScrollRestoration getKey={({ pathname, key }) => (pathname.endsWith('/functions') ? pathname : key)} />
      <Announcer />
      <Notices />
      <ConfirmHost />
    </>
  )
}

const listPath = /^\/(projects(\/[^/]+(\/(functions|api-gateways))?)?\/?)?$/

/** What the page looks like before the first answer: the bar in its place and, where a list comes, its shape. */
export function ShellFallback() {
  return (
    <>
      <title>Nuclio</title>
      <div className={classes.bar} />
      <main className={classes.main} aria-busy="true">
        <h1 className="visually-hidden">Loading</h1>
        {listPath.test(window.location.pathname) && (
          <Page>
            <div className={classes.shape}>
              <TableSkeleton columns={['Name', '', '', '']} />
            </div>
          </Page>
        )}
      </main>
    </>
  )
}

/** After a change of page the keyboard goes on from its content, unless the focus is still on something that stayed. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const focused = document.activeElement
    if (focused?.closest('main, dialog, nav[aria-label="Project"]')) return
    main.current?.focus({ preventScroll: true })
  }, [pathname, main])
}

function useAnnouncedTitle(title: string): void {
  const before = useRef(title)
  useEffect(() => {
    if (before.current === title) return
    before.current = title
    announce(title)
  }, [title])
}

function Announcer() {
  const region = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      onAnnounce((text) => {
        if (region.current) region.current.textContent = text
      }),
    [],
  )
  return <div ref={region} className="visually-hidden" role="status" aria-live="polite" />
}
