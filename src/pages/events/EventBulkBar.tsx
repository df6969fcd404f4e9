import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { deleteFunctionEvent } from '@/api/function-events'
import type { ProjectRef } from '@/api/projects'
import { runMutation } from '@/api/run-mutation'
import { confirmAct } from '@/components/confirm'
import { notifySuccess } from '@/components/notify'
import { SelectionBar } from '@/components/SelectionBar'
import { writeEvents } from '@/domain/events/event-files'
import type { EventRow } from '@/domain/events/project-events'
import { saveFile } from '@/lib/save-file'
import classes from './EventsPage.module.css'

interface EventBulkBarProps {
  at: ProjectRef
  selected: readonly EventRow[]
  onRun: () => void
  onClear: () => void
}

const counted = (count: number): string => `${count} ${count === 1 ? 'event' : 'events'}`

/** What can be done to all selected events, at the foot of the page. */
export function EventBulkBar({ at, selected, onRun, onClear }: EventBulkBarProps) {
  const queryClient = useQueryClient()
  const exportAs = (format: 'yaml' | 'json') =>
    saveFile(
      `${at.project}-events.${format}`,
      writeEvents(
        selected.map(({ event }) => event),
        format,
      ),
      'application/octet-stream',
    )
  const deleteAll = () =>
    confirmAct({
      title: `Delete ${counted(selected.length)}`,
      body: (
        <>
          They are deleted from the server, for everybody:{' '}
          <strong className={classes.names}>{selected.map(({ shown }) => shown).join(', ')}</strong>
        </>
      ),
      confirmLabel: `Delete ${counted(selected.length)}`,
      danger: true,
      act: async () => {
        for (const { name } of selected)
          await runMutation(queryClient, deleteFunctionEvent(queryClient), {
            namespace: at.namespace,
            event: name,
          })
        notifySuccess(`${counted(selected.length)} deleted`)
        onClear()
      },
    })
  return (
    <SelectionBar label="Selected events" count={selected.length} onClear={onClear}>
      <Button variant="default" onClick={onRun}>
        Run
      </Button>
      <Button variant="default" onClick={() => exportAs('yaml')}>
        Export as YAML
      </Button>
      <Button variant="default" onClick={() => exportAs('json')}>
        Export as JSON
      </Button>
      <Button variant="default" onClick={deleteAll}>
        Delete
      </Button>
    </SelectionBar>
  )
}
