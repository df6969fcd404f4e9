import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { replicasQuery } from '@/api/replicas'
import { ActionMenu } from '@/components/ActionMenu'
import { StateChip } from '@/components/StateChip'
import { failureOf } from '@/domain/function-error'
import { isProvisioning } from '@/domain/function-state'
import { paths } from '@/domain/paths'
import { runtimeOf } from '@/domain/runtimes'
import { About } from './About'
import { Addresses } from '../Addresses'
import { useDeploys } from '../deploy/deploy-context'
import { DeployButton, DeployMenu, useDeployShortcut } from '../deploy/DeployButton'
import { FindingsButton } from '../findings/FindingsButton'
import classes from '../FunctionLayout.module.css'
import { UndoButtons } from './UndoButtons'
import type { PageActs } from './use-function-acts'
import { useWorkbench } from '../workbench'

/** Name, state, replicas, runtime and address of the function, and what can be done with it and with the draft. */
export function FunctionHeader({ acts }: { acts: PageActs }) {
  const { ref, fn, isGone } = useWorkbench()
  useDeployShortcut()
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{ref.name}</h1>
      <div className={classes.facts}>
        {!isGone && (
          <StateChip fn={fn} reason={failureOf(fn)?.summary} reasonTo={paths.functionTab(ref, 'deploys')} />
        )}
        <span className={classes.fact}>{runtimeOf(fn.spec.runtime).label}</span>
        {!isGone && <Addresses fn={fn} />}
        {/* Comes a moment after the rest, so it stands where nothing has to move for it. */}
        {!isGone && <Replicas target={ref} fn={fn} />}
      </div>
      <div className={classes.acts}>
        <UndoButtons />
        <FindingsButton />
        <ReviewLink />
        <span className={classes.deploy}>
          <DeployButton />
          <DeployMenu onRedeploy={acts.redeploy} />
        </span>
        {!isGone && <ActionMenu label={`Actions on ${ref.name}`} actions={acts.menu} />}
      </div>
      <About fn={fn} />
    </header>
  )
}

/** How much differs from the server, or was typed and cannot be read. Its place is kept while there is nothing. */
function ReviewLink() {
  const { ref, control } = useWorkbench()
  const { changes } = useDeploys().plan
  const texts = Object.keys(control.draft.unread ?? {}).length
  const parts = [
    changes.length > 0 && counted(changes.length, 'change'),
    texts > 0 && counted(texts, 'unread text'),
  ]
  const words = parts.filter(Boolean).join(', ')
  return (
    <span className={classes.review}>
      {words && <Link to={paths.functionTab(ref, 'review')}>Review {words}</Link>}
    </span>
  )
}

const counted = (count: number, of: string): string => (count === 1 ? `1 ${of}` : `${count} ${of}s`)

function Replicas({ target, fn }: { target: FunctionRef; fn: NuclioFunction }) {
  const state = fn.status.state
  const hasRun = !isProvisioning(state) && state !== 'imported' && state !== 'error' && !fn.spec.disable
  const { data } = useQuery({ ...replicasQuery(target), enabled: hasRun })
  if (!hasRun || !data) return null
  return <span className={classes.fact}>{data.length === 1 ? '1 replica' : `${data.length} replicas`}</span>
}
