import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet } from 'react-router'
import { ApiError } from '@/api/errors'
import { functionQuery, type FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { serverQuery } from '@/api/platform'
import { useFunctionRef } from '@/layouts/namespace'
import { DeployStrip } from './deploy/DeployStrip'
import { FunctionHeader } from './FunctionHeader'
import classes from './FunctionLayout.module.css'
import { functionKey } from './kept-text'
import { Notices } from './Notices'
import { useDeploy } from './use-deploy'
import { useDraft } from './use-draft'
import { useFunctionActs } from './use-function-acts'
import { WorkbenchContext } from './workbench'

/** The frame of a function's tabs: the draft that they edit, its header, the deploy under way. */
export function FunctionLayout() {
  const ref = useFunctionRef()
  return <Loaded key={JSON.stringify([ref.namespace, ref.project, ref.name])} target={ref} />
}

function Loaded({ target }: { target: FunctionRef }) {
  const { data, error } = useQuery({
    ...functionQuery(target),
    throwOnError: (_, query) => query.state.data === undefined,
  })
  // The page outlives the function: what is typed stays, so that it can be created again.
  const [last, setLast] = useState(data)
  if (data && data !== last) setLast(data)
  const fn = data ?? last
  if (!fn) return <h1 className="visually-hidden">{target.name}</h1>
  const isGone = error instanceof ApiError && error.kind === 'not-found'
  return <Workbench target={target} fn={fn} isGone={isGone} />
}

interface WorkbenchProps {
  target: FunctionRef
  fn: NuclioFunction
  isGone: boolean
}

function Workbench({ target, fn, isGone }: WorkbenchProps) {
  // Deleted by force, and perhaps written anew by the build that was running then.
  const [forced, setForced] = useState<'deleted' | 'returned'>()
  const { data: server } = useSuspenseQuery(serverQuery())
  const control = useDraft(functionKey('edits', server.identity, target), fn)
  const deploy = useDeploy(target, control)
  const createAgain = () => {
    setForced(undefined)
    deploy.createAgain()
  }
  const deploying = { ...deploy, createAgain }
  const acts = useFunctionActs({
    target,
    fn,
    control,
    onForced: () => setForced('deleted'),
    onReturned: () => setForced((now) => now && 'returned'),
  })
  return (
    <WorkbenchContext value={{ ref: target, server: server.identity, fn, isGone, control }}>
      <div className={classes.workbench}>
        <FunctionHeader
          target={target}
          fn={fn}
          isGone={isGone}
          control={control}
          deploying={deploying}
          acts={acts}
        />
        {!isGone && <DeployStrip fn={fn} sent={deploying.sent} onForceDelete={acts.forceDelete} />}
        <Notices
          target={target}
          fn={fn}
          isGone={isGone}
          isBack={!isGone && forced === 'returned'}
          control={control}
          deploying={deploying}
          onDeleteAgain={acts.forceDelete}
          onKeep={() => setForced(undefined)}
        />
        <Outlet />
      </div>
    </WorkbenchContext>
  )
}
