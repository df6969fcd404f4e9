import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { IconButton } from '@/components/IconButton'
import { Splits, type SplitPane } from '@/components/Splits'
import { TabStrip } from '@/components/TabStrip'
import { useShortcut } from '@/components/use-shortcut'
import type { ConsoleRequest } from '@/domain/console/request'
import { useWorkbench } from '../workbench'
import { ComparePanel } from './compare/ComparePanel'
import classes from './ConsolePanes.module.css'
import { useConsole } from './console-context'
import { EventBar } from './events/EventBar'
import { useEvents } from './events/events-context'
import { ExchangeChecks, useExchangeChecks } from './events/ExchangeChecks'
import { useEventOfAddress } from './events/use-event-of-address'
import { SaveAsEvent } from './events/SaveAsEvent'
import { isAnswered } from './exchange'
import { useRequestLink } from './link/use-request-link'
import { LogsPanel } from './logs/LogsPanel'
import { RequestForm } from './request/RequestForm'
import { ResponsePanel } from './response/ResponsePanel'
import { useKeptFocus } from './use-kept-focus'
import { NotInvocable } from './verdict/NotInvocable'

const EventsPanel = lazy(async () => ({ default: (await import('./events/EventsPanel')).EventsPanel }))
const HistoryPanel = lazy(async () => ({ default: (await import('./history/HistoryPanel')).HistoryPanel }))

/** The screens on which panes stand beside each other and scroll by themselves. */
export const besideFrom = '(min-width: 1100px)'

/**
 * Sends requests to the deployed function and shows what it answers and logs: beside something else as a `column`, or over the whole
 * `page`. On narrow screens one part stands under the other.
 */
export function ConsolePanes({ arrangement }: { arrangement: 'column' | 'page' }) {
  const isWide = useMediaQuery(besideFrom, undefined, { getInitialValueInEffect: false })
  useSendShortcut()
  const request: SplitPane = {
    id: 'request',
    label: 'the request',
    share: 48,
    least: 120,
    content: <Asking />,
  }
  const response: SplitPane = {
    id: 'response',
    label: 'the response',
    share: 34,
    least: 120,
    content: <Response />,
  }
  const logs: SplitPane = { id: 'logs', label: 'the logs', share: 18, least: 72, content: <Logs /> }
  if (!isWide)
    return (
      <section className={classes.stack} aria-label="Console">
        {request.content}
        {response.content}
        {logs.content}
      </section>
    )
  if (arrangement === 'column')
    return (
      <section className={classes.panes} aria-label="Console">
        <Splits id="console-column" orientation="vertical" panes={[request, response, logs]} />
      </section>
    )
  const below = (
    <Splits
      id="console-answer"
      orientation="vertical"
      panes={[
        { ...response, share: 68 },
        { ...logs, share: 32 },
      ]}
    />
  )
  const answer: SplitPane = {
    id: 'answer',
    label: 'response and logs',
    share: 56,
    least: 360,
    content: below,
  }
  return (
    <section className={classes.panes} aria-label="Console">
      <Splits id="console-page" orientation="horizontal" panes={[{ ...request, least: 360 }, answer]} />
    </section>
  )
}

/** Ctrl/Cmd+Enter sends, and while what is shown runs it cancels that. */
function useSendShortcut(): void {
  const { shown, send, cancel } = useConsole()
  useShortcut(
    'mod+enter',
    (event) => {
      // What a dialog asks comes first.
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      if (shown?.outcome.state === 'running') cancel(shown.id)
      else send()
    },
    'Send the request, or cancel it',
  )
}

/** The request, and where requests come from. */
function Asking() {
  const { view, setView, request } = useConsole()
  const { loaded } = useEvents()
  const copyLink = useRequestLink()
  const [saved, setSaved] = useState<ConsoleRequest>()
  useEventOfAddress()
  return (
    <Pane>
      <NotInvocable />
      <TabStrip
        label="Requests"
        className={classes.views}
        value={view}
        onChange={setView}
        tabs={[
          { id: 'request', label: 'Request' },
          { id: 'events', label: 'Events' },
          { id: 'history', label: 'History' },
        ]}
      >
        {view === 'request' && (
          <>
            <Note />
            <EventBar key={loaded?.metadata.name} />
            <RequestForm
              extraActions={[
                { label: 'Save as event…', onSelect: () => setSaved(request) },
                { label: 'Copy a link to it', onSelect: () => void copyLink() },
              ]}
            />
          </>
        )}
        <Suspense fallback={null}>
          {view === 'events' && <EventsPanel />}
          {view === 'history' && <HistoryPanel onSaveAsEvent={setSaved} />}
          {saved && <SaveAsEvent request={saved} onClose={() => setSaved(undefined)} />}
        </Suspense>
      </TabStrip>
    </Pane>
  )
}

function Note() {
  const { note, forgetNote } = useConsole()
  if (!note) return null
  return (
    <div className={classes.note}>
      <span>{note.words}</span>
      {note.undo && (
        <button type="button" className={classes.undo} onClick={note.undo}>
          Undo
        </button>
      )}
      <IconButton icon="close" label="Put this note away" onClick={forgetNote} />
    </div>
  )
}

function Response() {
  const { shown } = useConsole()
  const { ref } = useWorkbench()
  const answered = shown && isAnswered(shown) ? shown : undefined
  const checks = useExchangeChecks(answered)
  const extra = answered
    ? [
        ...(checks
          ? [
              {
                id: 'checks',
                label: 'Expectations',
                mark: checks,
                content: <ExchangeChecks exchange={answered} />,
              },
            ]
          : []),
        { id: 'compare', label: 'Compare', content: <ComparePanel exchange={answered} /> },
      ]
    : []
  return (
    <Pane>
      <ResponsePanel exchange={shown} functionName={ref.name} extra={extra} />
    </Pane>
  )
}

function Logs() {
  return (
    <Pane>
      <LogsPanel exchange={useConsole().shown} />
    </Pane>
  )
}

/** Its parts fit themselves to its width, not to the screen's, and what goes away leaves the focus in it. */
function Pane({ children }: { children: ReactNode }) {
  const part = useKeptFocus()
  return (
    <div ref={part} className={classes.pane} tabIndex={-1}>
      {children}
    </div>
  )
}
