import { Button } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Link,
  useLocation,
  useNavigate,
  useNavigation,
  useRevalidator,
  useRouteError,
  useSearchParams,
} from 'react-router'
import { ApiError } from '@/api/errors'
import { ErrorDetail } from '@/components/ErrorDetail'
import { errorWords } from '@/components/error-words'
import { Page } from '@/components/Page'
import { paths } from '@/domain/paths'
import { Mark } from './Mark'
import classes from './RouteError.module.css'

/** Stands for a page that could not be shown, inside the frame that could. */
export function RouteError() {
  const error = useRouteError()
  const { reset } = useQueryErrorResetBoundary()
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  const location = useLocation()
  const isTrying = useNavigation().state !== 'idle'
  const isApi = error instanceof ApiError
  const namespace = useAddressedNamespace()
  if (isMissing(error)) return <Missing said={isApi ? error.message : undefined} />

  const { title, words, detail } = errorWords(error)
  const retry = () => {
    // A fault of the page itself, or a part that did not load, is only mended by a fresh page.
    if (!isApi) return window.location.reload()
    reset()
    void revalidate()
    // A boundary that never saw the reading begin would keep the error, however it ends; a new location it does see.
    void navigate(location, { replace: true, state: location.state as unknown, preventScrollReset: true })
  }
  return (
    <ErrorView title={title} detail={detail}>
      <p>{words}</p>
      <div className={classes.actions}>
        <Button onClick={retry} aria-busy={isTrying}>
          {isApi ? 'Try again' : 'Reload the page'}
        </Button>
        <Link to={paths.projects({ namespace })} data-link>
          Projects
        </Link>
      </div>
    </ErrorView>
  )
}

/** The page of an address that is none. */
export function NotFound() {
  return <Missing />
}

/** As the address has it: that of the server may be what could not be had. */
function useAddressedNamespace(): string | undefined {
  return useSearchParams()[0].get('ns') ?? undefined
}

function isMissing(error: unknown): boolean {
  if (error instanceof ApiError) return error.kind === 'not-found'
  return isRouteErrorResponse(error) && error.status === 404
}

function Missing({ said }: { said?: string }) {
  const namespace = useAddressedNamespace()
  return (
    <ErrorView title="Nothing at this address">
      <p>{said || 'It may have been deleted or renamed, or the address has a slip of the pen.'}</p>
      <div className={classes.actions}>
        <Link to={paths.projects({ namespace })} data-link>
          Go to the projects
        </Link>
      </div>
    </ErrorView>
  )
}

function ErrorView({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  return (
    <Page>
      <div className={classes.view}>
        <h1>{title}</h1>
        {children}
        {detail && <ErrorDetail text={detail} />}
      </div>
    </Page>
  )
}

/** The last resort, when even the shell could not be shown. */
export function RootError() {
  return (
    <>
      <header className={classes.bar}>
        <Mark />
        Nuclio
      </header>
      <main>
        <RouteError />
      </main>
    </>
  )
}
