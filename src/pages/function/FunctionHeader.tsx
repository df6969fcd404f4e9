import { useQuery } from '@tanstack/react-query'
import type { FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { replicasQuery } from '@/api/replicas'
import { ActButton } from '@/components/ActButton'
import { ActionMenu } from '@/components/ActionMenu'
import { CopyButton } from '@/components/CopyButton'
import { StateChip } from '@/components/StateChip'
import { keyCaps, useShortcut } from '@/components/use-shortcut'
import { whyNot } from '@/domain/function-actions'
import { isProvisioning } from '@/domain/function-state'
import { externalUrls, internalUrls } from '@/domain/function-urls'
import { runtimeOf } from '@/domain/runtimes'
import { handlerPath, isEdited, sourcePath, type Draft } from './draft'
import classes from './FunctionLayout.module.css'
import { valueAt } from './tree'
import type { DeployControl } from './use-deploy'
import type { DraftControl } from './use-draft'
import type { PageActs } from './use-function-acts'

interface FunctionHeaderProps {
  target: FunctionRef
  fn: NuclioFunction
  isGone: boolean
  control: DraftControl
  deploying: DeployControl
  acts: PageActs
}

/** Name, state, replicas, runtime and address of the function, and what can be done with it. */
export function FunctionHeader({ target, fn, isGone, control, deploying, acts }: FunctionHeaderProps) {
  const reason = isGone ? 'The function is deleted; create it again' : whyNotDeploy(fn, control.draft)
  const edited = isEdited(control.draft)
  const deploy = () => {
    if (!reason && !deploying.isSending) deploying.deploy()
  }
  useShortcut(
    'mod+s',
    (event) => {
      event.preventDefault()
      deploy()
    },
    'Save and deploy',
  )
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{target.name}</h1>
      <div className={classes.facts}>
        {/* The cause of a failure stands below, in the strip of the deploy. */}
        {!isGone && <StateChip fn={fn} withReason={false} />}
        <span>{runtimeOf(fn.spec.runtime).label}</span>
        {!isGone && <Address fn={fn} />}
        {/* Comes a moment after the rest, so it stands where nothing has to move for it. */}
        {!isGone && <Replicas target={target} fn={fn} />}
      </div>
      <div className={classes.acts}>
        <ActButton
          variant={edited ? 'filled' : 'default'}
          loading={deploying.isSending}
          disabledReason={reason}
          aria-keyshortcuts="Control+S Meta+S"
          title={reason ? undefined : `${keyCaps('mod+s').join('+')} saves and deploys`}
          onClick={deploy}
        >
          Deploy
        </ActButton>
        {!isGone && <ActionMenu label={`Actions on ${target.name}`} actions={acts.menu} />}
      </div>
    </header>
  )
}

function whyNotDeploy(fn: NuclioFunction, draft: Draft): string | undefined {
  const handler = valueAt(draft.config, handlerPath)
  const hasSource = Boolean(valueAt(draft.config, sourcePath))
  if (hasSource && !(typeof handler === 'string' && handler.trim())) return 'Enter the handler first'
  return whyNot('deploy', fn)
}

function Replicas({ target, fn }: { target: FunctionRef; fn: NuclioFunction }) {
  const state = fn.status.state
  const hasRun = !isProvisioning(state) && state !== 'imported' && state !== 'error' && !fn.spec.disable
  const { data } = useQuery({ ...replicasQuery(target), enabled: hasRun })
  if (!hasRun || !data) return null
  return <span>{data.length === 1 ? '1 replica' : `${data.length} replicas`}</span>
}

function Address({ fn }: { fn: NuclioFunction }) {
  const external = externalUrls(fn, window.location)[0]
  const url = external ?? internalUrls(fn, window.location)[0]
  if (!url) return null
  return (
    <span className={classes.url}>
      {external ? (
        <a href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      ) : (
        url
      )}
      <CopyButton value={url} label="Copy invocation URL" />
    </span>
  )
}
