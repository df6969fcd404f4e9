import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useRevalidator, useRouteError } from 'react-router'
import { ApiError } from '@/api/errors'
import { readServerInfo } from '@/api/platform'
import { ErrorPanel } from '@/components/ErrorPanel'
import classes from './FunctionLayout.module.css'

/** In place of a tab that could not be shown; the header, the deploy and the other tabs stay. */
export function TabError() {
  const error = useRouteError()
  const { reset } = useQueryErrorResetBoundary()
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  const location = useLocation()
  const [unanswered, setUnanswered] = useState<unknown>()

  const retry = async () => {
    if (error instanceof ApiError) {
      reset()
      void revalidate()
      return navigate(location, { replace: true, state: location.state as unknown, preventScrollReset: true })
    }
    // Only a fresh page mends a part that did not load, and without a server there would be none.
    try {
      await readServerInfo()
    } catch (thrown) {
      return setUnanswered(thrown)
    }
    window.location.reload()
  }
  return (
    <div className={classes.tabError}>
      <ErrorPanel error={unanswered ?? error} onRetry={() => void retry()} />
    </div>
  )
}
