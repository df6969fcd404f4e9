import { TextInput } from '@mantine/core'
import { isBranch, type Path } from '@/lib/tree'
import { without } from '@/lib/without'
import { FieldFrame, useHelp, type FieldProps } from '../form/FieldFrame'
import { typedNumber } from '../form/NumberField'
import { shownText } from '../form/TextField'
import { useField } from '../form/use-field'
import { useTyped } from '../form/use-typed'

/**
 * The number of workers. It has an older name, `maxWorkers`, which counts while the newer one is missing; an edit writes the
 * newer one and takes the older one away.
 */
export function WorkersField(props: FieldProps & { placeholder: string; problem?: string }) {
  const { path, label, placeholder, problem } = props
  const at: Path = path.slice(0, -1)
  const field = useField<unknown>(path)
  const older = useField<unknown>([...at, 'maxWorkers'])
  const trigger = useField<Record<string, unknown>>(at)
  const shown = field.value || older.value
  const [text, type] = useTyped<unknown>(
    shown,
    shownText,
    (next) => {
      if (!isBranch(trigger.value)) return field.set(next)
      const rest = without(trigger.value, 'numWorkers', 'maxWorkers')
      trigger.set(next === undefined ? rest : { ...rest, numWorkers: next })
    },
    typedNumber,
  )
  return (
    <FieldFrame
      field={{
        id: field.id,
        isEdited: field.isEdited || older.isEdited,
        reset: () => {
          const rest = without(trigger.value ?? {}, 'numWorkers', 'maxWorkers')
          trigger.set({
            ...rest,
            ...(field.before === undefined ? {} : { numWorkers: field.before }),
            ...(older.before === undefined ? {} : { maxWorkers: older.before }),
          })
        },
      }}
      label={label}
    >
      <TextInput
        id={field.id}
        label={label}
        description={useHelp(props)}
        error={field.problem ?? older.problem ?? problem}
        placeholder={placeholder}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
