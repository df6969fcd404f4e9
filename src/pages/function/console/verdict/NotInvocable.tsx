import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { ActButton } from '@/components/ActButton'
import { SubmitError } from '@/components/SubmitError'
import { useNow } from '@/components/use-now'
import { whyNot } from '@/domain/function-actions'
import { failureOf } from '@/domain/function-error'
import { describeState } from '@/domain/function-state'
import { elapsed } from '@/lib/elapsed'
import { useDeploys } from '../../deploy/deploy-context'
import { deployLabel } from '../../deploy/deploy-plan'
import { tabPath } from '../../tabs'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import { useServerActs } from './use-server-acts'
import classes from './Verdict.module.css'

/** Says why nothing can be sent to the function now, beside the act that changes that. Nothing while it takes requests. */
export function NotInvocable() {
  const { notInvocable } = useConsole()
  const { fn, isGone } = useWorkbench()
  if (!notInvocable) return null
  if (isGone) return <Gone />
  switch (describeState(fn, 0).key) {
    case 'disabled':
    case 'scaled-to-zero':
      return <Disabled />
    case 'error':
    case 'unhealthy':
      return <NotRunning />
    case 'imported':
    case 'not-deployed':
      return (
        <Line tone="busy" words="It was never deployed, so there is nothing to call yet." acts={<Deploy />} />
      )
    default:
      return <Moving />
  }
}

interface LineProps {
  tone: 'busy' | 'bad'
  words: ReactNode
  acts: ReactNode
  /** Changes by itself, and is not read out each time. */
  more?: ReactNode
}

function Line({ tone, words, acts, more }: LineProps) {
  return (
    <div className={classes.line} data-tone={tone}>
      <p className={classes.words}>
        <span role="status">{words}</span>
        {more}
      </p>
      <div className={classes.acts}>{acts}</div>
    </div>
  )
}

function Gone() {
  const { deploying } = useWorkbench()
  const { obstacle } = deploying
  return (
    <Line
      tone="bad"
      words="It was deleted on the server. Your edits and this request are still here."
      acts={
        <>
          <ActButton variant="default" loading={deploying.isSending} onClick={deploying.createAgain}>
            Create it again
          </ActButton>
          {obstacle?.kind === 'failed' && <SubmitError error={obstacle.error} />}
        </>
      }
    />
  )
}

function Disabled() {
  const { fn } = useWorkbench()
  const { enable } = useServerActs()
  return (
    <Line
      tone="busy"
      words="It is disabled: none of its replicas runs, and it takes no requests."
      acts={
        <ActButton variant="default" disabledReason={whyNot('enable', fn)} onClick={enable}>
          Enable it
        </ActButton>
      }
    />
  )
}

function NotRunning() {
  const { ref, fn } = useWorkbench()
  const { startAgain } = useServerActs()
  const isUnhealthy = fn.status.state === 'unhealthy'
  const cause = failureOf(fn)?.summary
  const words = isUnhealthy ? 'It is unhealthy and takes no requests' : 'Its last deploy failed'
  return (
    <Line
      tone="bad"
      words={cause ? `${words}: ${cause}` : `${words}.`}
      acts={
        <>
          {isUnhealthy && (
            <ActButton variant="default" disabledReason={whyNot('redeploy', fn)} onClick={startAgain}>
              Start it again
            </ActButton>
          )}
          <Deploy />
          <Link to={tabPath(ref, { segment: 'deploys' })}>Show the log</Link>
        </>
      }
    />
  )
}

/** Deploys the draft, as the button in the header does. */
function Deploy() {
  const { deploying } = useWorkbench()
  const { plan, whyNot: reason } = useDeploys()
  return (
    <ActButton
      variant="default"
      loading={deploying.isSending}
      disabledReason={reason}
      title={reason ? undefined : deployLabel(plan)}
      onClick={() => deploying.deploy(plan.mode)}
    >
      Deploy it
    </ActButton>
  )
}

function Moving() {
  const { ref, fn } = useWorkbench()
  const { forceDelete } = useDeploys()
  const now = useNow(1_000)
  const [watchedSince] = useState(() => Date.now())
  const { key, word, since = watchedSince, stuck, reason } = describeState(fn, now, watchedSince)
  const words =
    key === 'scaling-to-zero'
      ? 'It is being scaled to zero; after that a request wakes it up.'
      : stuck
        ? `It is ${word}, and there is ${reason}.`
        : `It is ${word} and can be called when that is over.`
  return (
    <Line
      tone="busy"
      words={words}
      more={<span className={classes.time}> {elapsed(now - since)}</span>}
      acts={
        <>
          {key !== 'scaling-to-zero' && (
            <Link to={tabPath(ref, { segment: 'deploys' })}>Show the progress</Link>
          )}
          {stuck && (
            <Button variant="default" onClick={forceDelete}>
              Delete it by force…
            </Button>
          )}
        </>
      }
    />
  )
}
