import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, useLoaderData, useLocation, useNavigate } from 'react-router'
import { ApiError } from '@/api/errors'
import { functionQuery, type FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { frontendSpecQuery, serverQuery } from '@/api/platform'
import { functionKey } from '@/domain/function-key'
import { paths } from '@/domain/paths'
import { useFunctionRef } from '@/layouts/namespace'
import { ConsoleProvider } from './console/ConsoleProvider'
import { DeployPlanProvider } from './deploy/DeployPlanProvider'
import { DeployStrip } from './deploy/DeployStrip'
import { useDeploy } from './deploy/use-deploy'
import { useDeployHistory } from './deploy/use-deploy-history'
import { useDraft, type FoundDraft } from './draft/use-draft'
import { useFindings } from './findings/use-findings'
import classes from './FunctionLayout.module.css'
import { FunctionHeader } from './header/FunctionHeader'
import { useFunctionActs } from './header/use-function-acts'
import { loadTabs } from './load-tabs'
import { Notices } from './notices/Notices'
import { SourceWait } from './notices/SourceWait'
import { TabBar } from './TabBar'
import { WorkbenchContext } from './workbench'
import { DropFile, OpenedFile } from './yaml/OpenFile'

/** Milliseconds after which the tab that was opened has loaded what it needs, as a rule. */
const otherTabsAfter = 2_000

const DuplicateFunction = lazy(async () => ({
  default: (await import('@/components/function-acts/DuplicateFunction')).DuplicateFunction,
}))

/** The frame of a function's tabs: the draft that they edit, its header, the deploy under way. */
export function FunctionLayout() {
  const ref = useFunctionRef()
  useEffect(() => {
    const timer = setTimeout(loadTabs, otherTabsAfter)
    return () => clearTimeout(timer)
  }, [])
  return <Loaded key={JSON.stringify([ref.namespace, ref.project, ref.name])} target={ref} />
}

function Loaded({ target }: { target: FunctionRef }) {
  const lost = useLoaderData<FoundDraft | null>()?.lost
  const { data, error } = useQuery({
    ...functionQuery(target),
    throwOnError: (thrown, query) => query.state.data === undefined && !(lost && isMissing(thrown)),
  })
  // The page outlives the function: what is typed stays, so that it can be created again.
  const [last, setLast] = useState(data)
  if (data && data !== last) setLast(data)
  const fn = data ?? last ?? lost
  if (!fn) return <h1 className="visually-hidden">{target.name}</h1>
  const isGone = fn === lost || isMissing(error)
  return <Workbench target={target} fn={fn} isGone={isGone} />
}

const isMissing = (error: unknown): boolean => error instanceof ApiError && error.kind === 'not-found'

interface WorkbenchProps {
  target: FunctionRef
  fn: NuclioFunction
  isGone: boolean
}

function Workbench({ target, fn, isGone }: WorkbenchProps) {
  // Deleted by force, and perhaps written anew by the build that was running then.
  const [forced, setForced] = useState<'deleted' | 'returned'>()
  const { data: server } = useSuspenseQuery(serverQuery())
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  const control = useDraft(functionKey('edits', server.identity, target), fn)
  const deploy = useDeploy(target, control)
  const findings = useFindings(control.draft)
  const { history, deploying: recorded } = useDeployHistory(
    functionKey('deploys', server.identity, target),
    fn,
    control.draft,
    deploy,
  )
  const createAgain = () => {
    setForced(undefined)
    recorded.createAgain()
  }
  const deploying = { ...recorded, createAgain }
  const [isCopying, setIsCopying] = useState(false)
  const [opened, setOpened] = useState<File>()
  const { pathname } = useLocation()
  const acts = useFunctionActs({
    target,
    fn,
    control,
    onDuplicate: () => setIsCopying(true),
    onActed: history.noteAct,
    onForced: () => setForced('deleted'),
    onReturned: () => setForced((now) => now && 'returned'),
  })
  return (
    <WorkbenchContext
      value={{
        ref: target,
        server: server.identity,
        fn,
        isGone,
        control,
        deploying,
        platform,
        findings,
        openFile: setOpened,
      }}
    >
      <DeployPlanProvider
        fn={fn}
        isGone={isGone}
        draft={control.draft}
        findings={findings}
        history={history}
        forceDelete={acts.forceDelete}
      >
        <div className={classes.workbench}>
          <FunctionHeader acts={acts} />
          {!isGone && (
            <DeployStrip
              fn={fn}
              sent={deploying.sent}
              onForceDelete={acts.forceDelete}
              isBrief={pathname.endsWith('/deploys')}
            />
          )}
          {deploying.stopWaiting && <SourceWait name={target.name} onStop={deploying.stopWaiting} />}
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
          <TabBar />
          <ConsoleProvider>
            <Outlet />
          </ConsoleProvider>
          <DropFile />
          <OpenedFile file={opened} onClose={() => setOpened(undefined)} />
        </div>
        {isCopying && <Copying target={target} onClose={() => setIsCopying(false)} />}
      </DeployPlanProvider>
    </WorkbenchContext>
  )
}

function Copying({ target, onClose }: { target: FunctionRef; onClose: () => void }) {
  const navigate = useNavigate()
  return (
    <Suspense fallback={null}>
      <DuplicateFunction
        at={target}
        original={target.name}
        taken={new Set([target.name])}
        onClose={onClose}
        onCopied={(name) => void navigate(paths.function({ ...target, name }))}
      />
    </Suspense>
  )
}
