import { useNavigate } from 'react-router'
import { ActButton } from '@/components/ActButton'
import { ActionMenu, type MenuAction } from '@/components/ActionMenu'
import { confirmAct } from '@/components/confirm'
import { keyCaps, useShortcut } from '@/components/use-shortcut'
import { whyNot } from '@/domain/function-actions'
import { paths } from '@/domain/paths'
import type { Finding } from '@/domain/spec-rules/finding'
import { shortSpan } from '@/lib/relative-time'
import { useDeploys } from './deploy-context'
import { lastTimeOf } from './deploy-history'
import { deployLabel, type DeployPlan } from './deploy-plan'
import type { DeployMode } from '../draft/draft'
import type { UnreadTexts } from '../draft/unread-texts'
import classes from '../FunctionLayout.module.css'
import { unreadInWords } from '../unread-words'
import { useWorkbench } from '../workbench'

/** How long the latest good deploy of this kind took, in words; nothing when none is known. */
export function useLastTime(): (mode: DeployMode) => string | undefined {
  const { entries } = useDeploys().history
  return (mode) => {
    const took = lastTimeOf(entries, mode)
    return took === undefined ? undefined : `about ${shortSpan(Math.max(1000, took))} as last time`
  }
}

/** Deploys the draft in the way that its changes need, and says which that is. */
export function DeployButton() {
  const { deploying, control } = useWorkbench()
  const { plan, whyNot: reason } = useDeploys()
  const lastTime = useLastTime()
  const time = lastTime(plan.mode)
  const keys = `${keyCaps('mod+s').join('+')} saves and deploys`
  const without = notDeployed(control.draft.unread)
  return (
    <ActButton
      className={classes.deployButton}
      variant={plan.changes.length > 0 ? 'filled' : 'default'}
      loading={deploying.isSending}
      disabledReason={reason}
      aria-keyshortcuts="Control+S Meta+S"
      title={reason ? undefined : [without, time, keys].filter(Boolean).join('; ')}
      onClick={() => deploying.deploy(plan.mode)}
    >
      {deployLabel(plan)}
    </ActButton>
  )
}

/** Ctrl+S anywhere on the page. */
export function useDeployShortcut(): void {
  const { deploying } = useWorkbench()
  const { plan, whyNot: reason } = useDeploys()
  useShortcut(
    'mod+s',
    (event) => {
      event.preventDefault()
      if (!reason && !deploying.isSending) deploying.deploy(plan.mode)
    },
    'Save and deploy',
  )
}

/** The other ways to deploy. What the server is expected to refuse can be sent from here all the same. */
export function DeployMenu({ onRedeploy }: { onRedeploy: () => void }) {
  const { ref, fn, control, deploying, findings } = useWorkbench()
  const { plan, whyNotAtAll: reason } = useDeploys()
  const navigate = useNavigate()
  const lastTime = useLastTime()
  const timed = (words: string, mode: DeployMode) => {
    const time = lastTime(mode)
    return time ? `${words}, ${time}` : words
  }
  const deploy = (mode: DeployMode) => {
    const notes = [refusalNote(findings), mode === 'withoutBuild' && unbuiltNote(plan)].filter(Boolean)
    if (mode === 'saveOnly') notes.push(saveNote(ref.name, fn.status.state))
    const without = notDeployed(control.draft.unread)
    if (without && notes.length > 0) notes.push(`${without}.`)
    if (notes.length === 0) return deploying.deploy(mode)
    confirmAct({
      title: `${titles[mode]} ${ref.name}${ends[mode]}`,
      body: notes.map((note, index) => <p key={index}>{note}</p>),
      confirmLabel: titles[mode] + ends[mode],
      act: async () => deploying.deploy(mode),
    })
  }
  const actions: MenuAction[] = [
    { label: timed('Build and deploy', 'build'), disabledReason: reason, onSelect: () => deploy('build') },
    {
      label: timed('Deploy without a build', 'withoutBuild'),
      disabledReason: reason ?? plan.whyBuild,
      onSelect: () => deploy('withoutBuild'),
    },
    {
      label: 'Start again as it is on the server',
      disabledReason: whyNot('redeploy', fn),
      onSelect: onRedeploy,
    },
    { label: 'Save without deploying…', disabledReason: reason, onSelect: () => deploy('saveOnly') },
    { label: 'Review', onSelect: () => void navigate(paths.functionTab(ref, 'review')) },
  ]
  return <ActionMenu label="More ways to deploy" icon="chevron" actions={actions} />
}

/** What was typed and a deploy leaves out. */
function notDeployed(unread: UnreadTexts | undefined): string | undefined {
  const words = unreadInWords(unread)
  return words && `Without what was typed last: ${words}`
}

const titles: Record<DeployMode, string> = {
  build: 'Build and deploy',
  withoutBuild: 'Deploy',
  saveOnly: 'Save',
}
const ends: Record<DeployMode, string> = {
  build: '',
  withoutBuild: ' without a build',
  saveOnly: ' without deploying',
}

function refusalNote(findings: readonly Finding[]): string | undefined {
  const [first, ...more] = findings
  if (!first) return undefined
  const also = more.length > 0 ? ` (and ${more.length} more)` : ''
  return `The server is expected to refuse it: ${first.message}${also}. It can be asked all the same.`
}

function unbuiltNote({ changes }: DeployPlan): string | undefined {
  const unbuilt = changes.filter(({ consequence }) => consequence === 'rebuild')
  if (unbuilt.length === 0) return undefined
  const words = unbuilt.map((change) => change.words).join('; ')
  return `${unbuilt.length === 1 ? 'One change needs' : `${unbuilt.length} changes need`} a new image: ${words}. It is stored with the rest, but the image that is there goes on running without it, until a build.`
}

function saveNote(name: string, state: string | undefined): string {
  const stored = 'The server stores the configuration and runs nothing: the function is “imported” then.'
  if (state === 'imported' || state === 'error') return `${stored} Deploy it when it is to run.`
  return `${stored} ${name} stops answering until it is deployed again, which then needs a build.`
}
