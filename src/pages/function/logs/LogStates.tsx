import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import type { NuclioFunction } from '@/api/generated/schema'
import { functionState } from './log-function-state'
import type { LogStatus } from '@/domain/logs/log-status'

interface LogStatesProps {
  status: LogStatus
  fn: NuclioFunction
  isGone: boolean
  isFiltered: boolean
  onShowAll: () => void
  onRetry: () => void
  consolePath: string
}

/** What stands where no line is: why, and what one can do. */
export function LogStates(props: LogStatesProps) {
  const { status, fn, isGone, isFiltered, onShowAll, onRetry, consolePath } = props
  const { problem } = status
  const retry = (
    <Button variant="default" onClick={onRetry}>
      Try again
    </Button>
  )
  if (status.lines > 0 && isFiltered)
    return (
      <EmptyState
        title="No line matches"
        action={
          <Button variant="default" onClick={onShowAll}>
            Show all lines
          </Button>
        }
      >
        {status.lines.toLocaleString()} {status.lines === 1 ? 'line is' : 'lines are'} held, and the filters
        hide all of them.
      </EmptyState>
    )
  if (isGone || problem?.kind === 'gone')
    return (
      <EmptyState title="The function is deleted">
        Its replicas and their logs went with it. When it is deployed again, its log begins anew here.
      </EmptyState>
    )
  if (problem?.kind === 'refused')
    return (
      <EmptyState title="The server does not give this log" action={retry}>
        {problem.message}
      </EmptyState>
    )
  if (problem?.kind === 'failed')
    return (
      <EmptyState title="The log could not be read" action={retry}>
        {problem.message}
      </EmptyState>
    )
  const state = functionState(fn)
  if (state) return <EmptyState title={state.title}>{state.words}</EmptyState>
  if (status.replicas.length === 0)
    return (
      <EmptyState title="No replica runs" action={retry}>
        The server names no replica of this function. As soon as there is one, its log shows here by itself.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Nothing was written yet"
      action={
        <Link to={consolePath} data-link>
          Send it a request
        </Link>
      }
    >
      What the function logs or prints shows here as it is written. Lines from before can be had by another
      choice of where to read from.
    </EmptyState>
  )
}
