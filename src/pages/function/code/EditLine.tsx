import { Button } from '@mantine/core'
import { useNow } from '@/components/use-now'
import { clockTime } from '@/lib/clock-time'
import { isEdited } from '../draft/draft'
import { useWorkbench } from '../workbench'
import classes from './CodeTab.module.css'

/** Whether there are edits, and that they are safe; and what was just done. Its line is always there, so that nothing moves. */
export function EditLine({ said }: { said?: string }) {
  const { control } = useWorkbench()
  const { draft, isKept, isKeeping, discard } = control
  const kept = isKept ? 'kept in this browser' : 'not kept: this browser’s storage is full or blocked'
  const edited = isEdited(draft)
  const now = useNow()
  return (
    <div className={classes.editLine}>
      {edited && (
        <>
          <span>
            {draft.editedAt ? `Edited ${clockTime(draft.editedAt, now)}` : 'Edited'} ·{' '}
            {isKeeping ? 'being kept …' : kept}
          </span>
          <Button variant="subtle" size="compact-xs" onClick={discard}>
            Discard edits
          </Button>
        </>
      )}
      <span className={classes.said} role="status">
        {said}
      </span>
    </div>
  )
}
