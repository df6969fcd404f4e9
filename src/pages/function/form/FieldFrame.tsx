import type { ReactNode } from 'react'
import { IconButton } from '@/components/IconButton'
import type { Setting } from '../settings'
import classes from './Field.module.css'
import { useOnlyNote } from './only-heeded'
import type { Field } from './use-field'

/** What every field takes; a `Setting` can be spread into it. */
export type FieldProps = Pick<Setting, 'path' | 'label' | 'help' | 'only'>

interface FieldFrameProps {
  field: Pick<Field<unknown>, 'id' | 'isEdited' | 'reset'>
  label: string
  children: ReactNode
}

/** Around every field: the mark of an edit and the way back from it. Its place is always kept, so that nothing moves. */
export function FieldFrame({ field, label, children }: FieldFrameProps) {
  return (
    <div className={classes.field} data-edited={field.isEdited || undefined} data-field={field.id}>
      {children}
      {field.isEdited && (
        <span className={classes.reset}>
          <IconButton icon="undo" label={`Undo the edit of ${label}`} onClick={field.reset} />
        </span>
      )}
    </div>
  )
}

/** The help of a field, with the reason when the platform at hand does not heed it. */
export function useHelp({ help, only }: Pick<FieldProps, 'help' | 'only'>): ReactNode {
  const note = useOnlyNote(only)
  if (!note) return help
  return (
    <>
      {help && `${help} `}
      <span className={classes.elsewhere}>{note}</span>
    </>
  )
}
