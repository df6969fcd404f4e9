import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { FunctionEvent } from '@/api/generated/schema'
import type { ConsoleRequest } from '@/domain/console/request'
import { takeOutSecrets, withoutSecrets } from '@/domain/console/request-secrets'
import { eventOfRequest } from '@/domain/events/event-request'
import { freeDisplayName, suggestedDisplayName } from '@/domain/events/event-names'
import { EventDialog } from './EventDialog'
import { useEvents } from './events-context'
import { useFunctionEvents } from './use-function-events'
import classes from './Events.module.css'

interface SaveAsEventProps {
  request: ConsoleRequest
  /** The event that it was made of: what a request does not show is taken from it. */
  from?: FunctionEvent
  /** Write over it, rather than saving another one. */
  isSave?: boolean
  onClose: () => void
}

/** Saves a request as an event of the function. It is shared with all who see the function, so secrets go along only when asked to. */
export function SaveAsEvent({ request, from, isSave = false, onClose }: SaveAsEventProps) {
  const { load } = useEvents()
  const { events } = useFunctionEvents()
  const [withSecrets, setWithSecrets] = useState(false)
  const names = [...new Set(takeOutSecrets(request).masked.marks.map(({ name }) => name))]
  const taken = events.map(({ spec }) => spec.displayName ?? '')
  const displayName =
    isSave && from
      ? (from.spec.displayName ?? '')
      : freeDisplayName(from?.spec.displayName || suggestedDisplayName(request), taken)
  const kept = withSecrets ? request : withoutSecrets(request).request
  const { config, unheld } = eventOfRequest(kept, {
    from: isSave ? from : from && { ...from, metadata: {} },
    displayName,
    ...(from && { triggerKind: from.spec.triggerKind }),
  })
  return (
    <EventDialog
      title={isSave ? `Save ${displayName}` : 'Save as event'}
      mode={isSave ? 'edit' : 'create'}
      event={config}
      opened={isSave ? from : undefined}
      notes={unheld.map(({ words }) => words)}
      onClose={onClose}
      onSaved={load}
    >
      {names.length > 0 && (
        <Switch
          className={classes.secret}
          label={`Save the secrets, too: ${names.join(', ')}`}
          description="Everybody who can read the function’s events can read them then. Left out, they are empty in the event."
          checked={withSecrets}
          onChange={(change) => setWithSecrets(change.currentTarget.checked)}
        />
      )}
    </EventDialog>
  )
}
