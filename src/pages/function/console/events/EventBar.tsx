import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { updateFunctionEvent } from '@/api/function-events'
import { runMutation } from '@/api/run-mutation'
import { ActButton } from '@/components/ActButton'
import { IconButton } from '@/components/IconButton'
import { notifySuccess } from '@/components/notify'
import { takeOutSecrets } from '@/domain/console/request-secrets'
import { sameEvent } from '@/domain/events/event-changes'
import { eventOfRequest } from '@/domain/events/event-request'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import { useEvents } from './events-context'
import { SaveAsEvent } from './SaveAsEvent'
import classes from './Events.module.css'

/** Which event the request was filled in from, whether it was edited since, and how to save it. */
export function EventBar() {
  const { ref } = useWorkbench()
  const queryClient = useQueryClient()
  const { request } = useConsole()
  const { loaded, load } = useEvents()
  const [isSaving, setIsSaving] = useState(false)
  const [asked, setAsked] = useState<'save' | 'save-as'>()
  if (!loaded) return null
  const displayName = loaded.spec.displayName ?? ''
  const { config, unheld } = eventOfRequest(request, { from: loaded, displayName })
  const isEdited = !sameEvent(config, loaded)
  const save = async () => {
    // What it cannot hold and what should not be in it is asked about first; so is a change of somebody else.
    if (unheld.length > 0 || takeOutSecrets(request).masked.marks.length > 0) return setAsked('save')
    setIsSaving(true)
    try {
      await runMutation(queryClient, updateFunctionEvent(queryClient), { ref, config, opened: loaded })
      load({ ...loaded, spec: config.spec })
      notifySuccess(`Saved ${displayName}`)
    } catch {
      setAsked('save')
    } finally {
      setIsSaving(false)
    }
  }
  return (
    <div className={classes.bar}>
      <span className={classes.barName}>
        Event: <strong>{displayName}</strong>
        {isEdited && <span className={classes.edited}> edited</span>}
      </span>
      <ActButton
        variant="subtle"
        loading={isSaving}
        disabledReason={isEdited ? undefined : 'It is saved as it stands'}
        onClick={() => void save()}
      >
        Save
      </ActButton>
      <Button variant="subtle" onClick={() => setAsked('save-as')}>
        Save as…
      </Button>
      <IconButton icon="close" label={`Let go of ${displayName}`} onClick={() => load(undefined)} />
      {asked && (
        <SaveAsEvent
          request={request}
          from={loaded}
          isSave={asked === 'save'}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}
