import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteFunctionEvent } from '@/api/function-events'
import type { FunctionEvent } from '@/api/generated/schema'
import { runMutation } from '@/api/run-mutation'
import { ActionMenu } from '@/components/ActionMenu'
import { confirmAct } from '@/components/confirm'
import { RunDetail, RunWord } from '@/components/function-events/RunVerdict'
import { copyOfEvent, requestOfEvent } from '@/domain/events/event-request'
import { freeDisplayName } from '@/domain/events/event-names'
import { expectationsOf } from '@/domain/events/expectation'
import { triggerKind } from '@/domain/triggers/kinds'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import { EventDialog } from './EventDialog'
import { useEvents } from './events-context'
import classes from './Events.module.css'

interface EventRowProps {
  event: FunctionEvent
  /** Names that are shown already. */
  taken: readonly string[]
}

/** One saved event: a press fills the request in, the menu has the rest; how it went last stands below when it failed. */
export function EventRow({ event, taken }: EventRowProps) {
  const { ref } = useWorkbench()
  const queryClient = useQueryClient()
  const { fill, send, notInvocable } = useConsole()
  const { loaded, load, runs } = useEvents()
  const [asked, setAsked] = useState<'edit' | 'duplicate'>()
  const { metadata, spec } = event
  const { name } = metadata
  const shown = spec.displayName ?? name
  const run = runs.get(name)
  const expected = expectationsOf(spec).length
  const open = () => {
    fill(requestOfEvent(event), `Filled in from the event ${shown}.`)
    load(event)
  }
  const remove = () =>
    confirmAct({
      title: `Delete the event ${shown}`,
      body: 'It is deleted from the server, for everybody.',
      confirmLabel: 'Delete event',
      danger: true,
      act: async () => {
        await runMutation(queryClient, deleteFunctionEvent(queryClient), {
          namespace: ref.namespace,
          event: name,
        })
        if (loaded?.metadata.name === name) load(undefined)
      },
    })
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <button type="button" className={classes.open} title="Fill in its request" onClick={open}>
          <span className={classes.name}>{shown}</span>
          <span className={classes.path}>
            {spec.attributes?.method ?? 'POST'} {spec.attributes?.path || '/'}
          </span>
        </button>
        <span className={classes.kind}>{triggerKind(spec.triggerKind ?? 'http').label}</span>
        <span className={classes.last}>
          {run ? <RunWord run={run} /> : expected > 0 ? `${expected} expected` : ''}
        </span>
        <ActionMenu
          label={`Actions on ${shown}`}
          actions={[
            {
              label: 'Run',
              onSelect: () => send({ request: requestOfEvent(event), event: name }),
              disabledReason: notInvocable,
            },
            { label: 'Fill in its request', onSelect: open },
            { label: 'Edit and rename…', onSelect: () => setAsked('edit') },
            { label: 'Duplicate…', onSelect: () => setAsked('duplicate') },
            { label: 'Delete…', onSelect: remove, danger: true },
          ]}
        />
      </div>
      {run && run.outcome !== 'passed' && run.outcome !== 'none' && (
        <div className={classes.detail}>
          <RunDetail run={run} />
        </div>
      )}
      {asked === 'edit' && (
        <EventDialog
          title={`Edit ${shown}`}
          mode="edit"
          event={event}
          opened={event}
          onClose={() => setAsked(undefined)}
          onSaved={(saved) => {
            if (loaded?.metadata.name === name) load(saved)
          }}
        />
      )}
      {asked === 'duplicate' && (
        <EventDialog
          title={`Duplicate ${shown}`}
          mode="create"
          event={copyOfEvent(event, freeDisplayName(shown, taken))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </li>
  )
}
