import { NativeSelect } from '@mantine/core'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { shownText } from './TextField'
import { useField } from './use-field'

interface Choice {
  value: string
  label: string
}

interface SelectFieldProps extends FieldProps {
  choices: readonly (Choice | string)[]
  /** What applies while nothing is chosen; choosing it removes the key. Without it one must be chosen. */
  unset?: string
}

/** One of several. A value that is not among them is kept and can be chosen again. */
export function SelectField(props: SelectFieldProps) {
  const { path, label, choices, unset } = props
  const field = useField<unknown>(path)
  const value = shownText(field.value)
  const known = choices.map((choice) =>
    typeof choice === 'string' ? { value: choice, label: choice } : choice,
  )
  const isKnown = known.some((choice) => choice.value === value)
  const data = [
    ...(unset !== undefined || value === '' ? [{ value: '', label: unset ?? 'Choose one' }] : []),
    ...(isKnown || value === '' ? [] : [{ value, label: value }]),
    ...known,
  ]
  return (
    <FieldFrame field={field} label={label}>
      <NativeSelect
        id={field.id}
        label={label}
        description={useHelp(props)}
        error={field.problem}
        data={data}
        value={value}
        onChange={(event) => field.set(event.currentTarget.value || undefined)}
      />
    </FieldFrame>
  )
}
