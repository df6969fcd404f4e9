import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FunctionEventConfig } from '@/api/generated/schema'
import { ActButton } from '@/components/ActButton'
import { ActionMenu } from '@/components/ActionMenu'
import { ErrorPanel } from '@/components/ErrorPanel'
import { EventImport } from '@/components/function-events/EventImport'
import { runEvents } from '@/components/function-events/run-event'
import { SearchInput } from '@/components/SearchInput'
import { writeEvents } from '@/domain/events/event-files'
import { requestOfEvent } from '@/domain/events/event-request'
import { startingChoices, startingEvent } from '@/domain/events/starting-events'
import { announce } from '@/lib/announce'
import { saveFile } from '@/lib/save-file'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import { EventDialog } from './EventDialog'
import { EventRow } from './EventRow'
import { useEvents } from './events-context'
import { SaveAsEvent } from './SaveAsEvent'
import { useFunctionEvents } from './use-function-events'
import classes from './Events.module.css'

type Asked =
  { what: 'save-as' | 'import' } | { what: 'start'; config: FunctionEventConfig; notes: readonly string[] }

/** The saved events of a function: run one or all of them, fill one in, save the request as another one. */
export function EventsPanel() {
  const { ref, fn } = useWorkbench()
  const { request, fill, notInvocable } = useConsole()
  const { load, note } = useEvents()
  const { events, error, isPending, refetch } = useFunctionEvents()
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const running = useRef<AbortController>(undefined)
  const [left, setLeft] = useState(0)
  useEffect(() => () => running.current?.abort(), [])

  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = events.filter(({ metadata, spec }) => {
    const text =
      `${spec.displayName} ${metadata.name} ${spec.triggerKind} ${spec.attributes?.path}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const runAll = async () => {
    const controller = new AbortController()
    running.current = controller
    setLeft(found.length)
    const failed: string[] = []
    await runEvents(
      found.map((event) => ({ ref, event })),
      controller.signal,
      ({ metadata }, run) => {
        note(metadata.name, run)
        setLeft((now) => now - 1)
        if (run.outcome === 'failed' || run.outcome === 'unanswered') failed.push(metadata.name)
      },
    )
    setLeft(0)
    announce(failed.length === 0 ? 'All events are over, none failed' : `${failed.length} events failed`)
  }
  const exportAs = (format: 'yaml' | 'json') =>
    saveFile(`${ref.name}-events.${format}`, writeEvents(events, format), 'application/octet-stream')

  const whyNoRun = notInvocable ?? (found.length === 0 ? 'There is no event to run' : undefined)

  if (error && events.length === 0) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  return (
    <section className={classes.panel} aria-label="Function events" aria-busy={isPending}>
      <div className={classes.tools}>
        <div className={classes.search}>
          <SearchInput label="Search the events" placeholder="Search" value={query} onChange={setQuery} />
        </div>
        <ActButton
          variant="default"
          disabledReason={left > 0 ? undefined : whyNoRun}
          onClick={() => (left > 0 ? running.current?.abort() : void runAll())}
        >
          {left > 0 ? `Stop, ${left} left` : 'Run all'}
        </ActButton>
        <Button variant="default" onClick={() => setAsked({ what: 'save-as' })}>
          Save request…
        </Button>
        <ActionMenu
          label="More for events"
          actions={[
            ...startingChoices(fn.spec.triggers).map(({ label, kind, trigger }) => ({
              label: `New ${label} event…`,
              onSelect: () => {
                const { spec, notes } = startingEvent(kind, trigger)
                setAsked({ what: 'start', config: { metadata: {}, spec }, notes })
              },
            })),
            { label: 'Import…', onSelect: () => setAsked({ what: 'import' }) },
            ...(['yaml', 'json'] as const).map((format) => ({
              label: `Export as ${format.toUpperCase()}`,
              onSelect: () => exportAs(format),
              disabledReason: events.length === 0 ? 'There is no event' : undefined,
            })),
          ]}
        />
      </div>
      {isPending && <p className={classes.quiet}>Reading the events…</p>}
      {!isPending && events.length === 0 && (
        <p className={classes.quiet}>
          An event is a request that is kept on the server, with what is expected of its answer. Fill in a
          request and save it; all who see the function can run it.
        </p>
      )}
      {events.length > 0 && found.length === 0 && <p className={classes.quiet}>No event has these words.</p>}
      <ul className={classes.items} aria-label="Events">
        {found.map((event) => (
          <EventRow
            key={event.metadata.name}
            event={event}
            taken={events.map(({ spec }) => spec.displayName ?? '')}
          />
        ))}
      </ul>
      {asked?.what === 'save-as' && <SaveAsEvent request={request} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'import' && (
        <EventImport namespace={ref.namespace} into={ref.name} onClose={() => setAsked(undefined)} />
      )}
      {asked?.what === 'start' && (
        <EventDialog
          title="New event"
          mode="create"
          event={asked.config}
          notes={asked.notes}
          onClose={() => setAsked(undefined)}
          onSaved={(event) => {
            fill(requestOfEvent(event), `Filled in from the event ${event.spec.displayName}.`)
            load(event)
          }}
        />
      )}
    </section>
  )
}
