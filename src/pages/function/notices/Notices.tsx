import { Button } from '@mantine/core'
import { Link } from 'react-router'
import type { FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { SubmitError } from '@/components/SubmitError'
import { useNow } from '@/components/use-now'
import { describeState } from '@/domain/function-state'
import { paths } from '@/domain/paths'
import { shortSpan } from '@/lib/relative-time'
import { Notice } from './Notice'
import classes from './Notice.module.css'
import { RestoredNotice } from './RestoredNotice'
import { TheirNotice } from './TheirNotice'
import type { DeployControl, Obstacle } from '../deploy/use-deploy'
import type { DraftControl } from '../draft/use-draft'

interface NoticesProps {
  target: FunctionRef
  fn: NuclioFunction
  isGone: boolean
  /** The function was deleted by force and is there again. */
  isBack: boolean
  control: DraftControl
  deploying: DeployControl
  onDeleteAgain: () => void
  onKeep: () => void
}

/** Lines under the header that say what came between the person and the function, each with the way on. */
export function Notices(props: NoticesProps) {
  const { target, fn, isGone, isBack, control, deploying, onDeleteAgain, onKeep } = props
  const { obstacle } = deploying
  if (isGone || obstacle?.kind === 'gone') return <Gone target={target} deploying={deploying} />
  return (
    <>
      {isBack && (
        <Notice
          tone="busy"
          acts={
            <>
              <Button variant="default" onClick={onDeleteAgain}>
                Delete it again…
              </Button>
              <Button variant="subtle" onClick={onKeep}>
                Keep it
              </Button>
            </>
          }
        >
          {target.name} was deleted by force and is there again: the build that was running has stored it
          anew.
        </Notice>
      )}
      <RestoredNotice target={target} control={control} />
      <TheirNotice target={target} control={control} deploying={deploying} />
      {obstacle?.kind === 'busy' && <Busy fn={fn} obstacle={obstacle} deploying={deploying} />}
      {obstacle?.kind === 'failed' && (
        <Notice
          tone="bad"
          acts={
            <Button variant="subtle" onClick={deploying.dismiss}>
              Put away
            </Button>
          }
        >
          <SubmitError error={obstacle.error} />
        </Notice>
      )}
    </>
  )
}

function Gone({ target, deploying }: { target: FunctionRef; deploying: DeployControl }) {
  const { obstacle } = deploying
  return (
    <Notice
      tone="bad"
      acts={
        <>
          <Button onClick={deploying.createAgain} loading={deploying.isSending}>
            Create {target.name} again
          </Button>
          <Button variant="subtle" component={Link} to={paths.functions(target)}>
            Functions of {target.project}
          </Button>
        </>
      }
    >
      <p>
        {target.name} was deleted on the server. What is on this page, your edits with it, is all still here.
      </p>
      {obstacle?.kind === 'failed' && <SubmitError error={obstacle.error} />}
    </Notice>
  )
}

function Busy(props: {
  fn: NuclioFunction
  obstacle: Extract<Obstacle, { kind: 'busy' }>
  deploying: DeployControl
}) {
  const { fn, obstacle, deploying } = props
  const now = useNow(1000)
  const { word, since } = describeState(fn, now)
  return (
    <Notice
      tone="busy"
      acts={
        <>
          {!obstacle.waits && (
            <Button variant="default" onClick={deploying.deployWhenOver}>
              Deploy when it is over
            </Button>
          )}
          <Button variant="subtle" onClick={deploying.dismiss}>
            {obstacle.waits ? 'Do not deploy' : 'Put away'}
          </Button>
        </>
      }
    >
      <p>
        {obstacle.waits
          ? `Yours is deployed when the deploy in progress is over (${word}).`
          : `Not deployed: the server is at work on this function (${word}${since ? `, for ${shortSpan(now - since)}` : ''}) and takes no other change until that is over.`}
      </p>
      {!obstacle.waits && <p className={classes.quoted}>It says: {obstacle.words}</p>}
    </Notice>
  )
}
