import { Textarea, TextInput } from '@mantine/core'
import classes from './Field.module.css'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { useField } from './use-field'

interface TextFieldProps extends FieldProps {
  placeholder?: string
  required?: boolean
  /** Text that a machine reads. */
  code?: boolean
  /** Several lines. */
  rows?: number
  /** What the form knows to be wrong beside the rules of the server. */
  problem?: string
}

/** What stands in a text input for a value of whatever type the draft holds. */
export function shownText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

/** A text of the draft. Emptied, its key goes. */
export function TextField(props: TextFieldProps) {
  const { path, label, placeholder, required, code, rows, problem } = props
  const field = useField<unknown>(path)
  const input = {
    id: field.id,
    label,
    placeholder,
    withAsterisk: required,
    description: useHelp(props),
    error: field.problem ?? problem,
    classNames: code ? { input: classes.code } : {},
    spellCheck: false,
    autoComplete: 'off',
    value: shownText(field.value),
    onChange: (event: { currentTarget: { value: string } }) =>
      field.set(event.currentTarget.value === '' ? undefined : event.currentTarget.value),
  }
  return (
    <FieldFrame field={field} label={label}>
      {rows ? <Textarea {...input} rows={rows} resize="vertical" /> : <TextInput {...input} />}
    </FieldFrame>
  )
}
