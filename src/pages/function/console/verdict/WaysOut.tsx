import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ActButton } from '@/components/ActButton'
import { bodyLimit } from '@/domain/console/body-limit'
import type { Verdict } from '@/domain/console/verdict'
import { whyNot } from '@/domain/function-actions'
import { formatBytes } from '@/lib/format-bytes'
import type { Path } from '@/lib/tree'
import { fieldId } from '../../form/use-field'
import { tabPath } from '../../tabs'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import type { Exchange } from '../exchange'
import { useReplay } from '../history/use-replay'
import { useServerActs } from './use-server-acts'

interface WaysOutProps {
  exchange: Exchange
  verdict: Verdict
}

/** What a person can do about the end of an exchange: the acts and the fields that change it. */
export function WaysOut({ exchange, verdict }: WaysOutProps) {
  switch (verdict.reason) {
    case 'network':
    case 'no-server':
    case 'page':
    case 'signed-out':
    case 'workers-busy':
      return (
        <>
          <SendAgain exchange={exchange} />
          {verdict.reason === 'workers-busy' && <TriggerField path={['numWorkers']} label="Workers" />}
        </>
      )
    case 'foreign-url':
      return <SendToChosen exchange={exchange} />
    case 'unreachable':
      return (
        <>
          <StartAgain />
          {exchange.request.options.invokeUrl !== '' && <SendToChosen exchange={exchange} />}
        </>
      )
    case 'too-large':
      return <BodyLimit />
    case 'event-timeout':
      return <FieldLink tab="configuration" path={['spec', 'eventTimeout']} label="Event timeout" />
    case 'no-trigger':
      return <FieldLink tab="triggers" path={['spec', 'triggers']} label="Triggers" />
    default:
      return null
  }
}

function SendAgain({ exchange }: { exchange: Exchange }) {
  const { send } = useConsole()
  const { event } = exchange
  return (
    <Again exchange={exchange} onAgain={(request) => void send({ request, event })}>
      Send again
    </Again>
  )
}

/** Without an address of its own the request goes where the server thinks best. */
function SendToChosen({ exchange }: { exchange: Exchange }) {
  const { send, change } = useConsole()
  const letServerChoose = (before: Exchange['request']) => ({
    ...before,
    options: { ...before.options, invokeUrl: '' },
  })
  return (
    <Again
      exchange={exchange}
      onAgain={(request) => {
        change(letServerChoose)
        send({ request: letServerChoose(request) })
      }}
    >
      Let the server choose, and send again
    </Again>
  )
}

interface AgainProps {
  exchange: Exchange
  onAgain: (request: Exchange['request']) => void
  children: ReactNode
}

/** Gives the request of an exchange once more; one of the history gets its secrets back before. */
function Again({ exchange: { request, entry }, onAgain, children }: AgainProps) {
  const { notInvocable } = useConsole()
  const { replay, asking } = useReplay()
  return (
    <>
      <ActButton
        variant="default"
        disabledReason={entry?.isBodyLeftOut ? 'Its body was too big to be kept' : notInvocable}
        onClick={() => (entry ? replay(entry, onAgain) : onAgain(request))}
      >
        {children}
      </ActButton>
      {asking}
    </>
  )
}

function StartAgain() {
  const { fn, isGone } = useWorkbench()
  const { startAgain } = useServerActs()
  if (isGone) return null
  return (
    <ActButton variant="default" disabledReason={whyNot('redeploy', fn)} onClick={startAgain}>
      Deploy it again
    </ActButton>
  )
}

/** How much the http trigger takes, as a way to the field that raises it. */
function BodyLimit() {
  const { fn } = useWorkbench()
  const limit = bodyLimit(fn)
  const mebibytes = limit / (1024 * 1024)
  return (
    <>
      <span>
        It takes {Number.isInteger(mebibytes) ? `${mebibytes} MiB` : formatBytes(limit)} at most (
        {limit.toLocaleString('en')} bytes).
      </span>
      <TriggerField path={['attributes', 'maxRequestBodySize']} label="Largest request body" />
    </>
  )
}

function TriggerField({ path, label }: { path: Path; label: string }) {
  const { control } = useWorkbench()
  const trigger = httpTrigger(control.draft.config.spec.triggers)
  return <FieldLink tab="triggers" path={[...trigger, ...path]} label={label} />
}

/** The place of the http trigger; that of all triggers when the platform adds one by itself. */
function httpTrigger(triggers: Record<string, { kind?: string }> | undefined): Path {
  const name = Object.entries(triggers ?? {}).find(([, { kind }]) => kind === 'http')?.[0]
  return name === undefined ? ['spec', 'triggers'] : ['spec', 'triggers', name]
}

function FieldLink(props: { tab: 'configuration' | 'triggers'; path: Path; label: string }) {
  const { ref } = useWorkbench()
  return <Link to={tabPath(ref, { segment: props.tab }, fieldId(props.path))}>Go to “{props.label}”</Link>
}
