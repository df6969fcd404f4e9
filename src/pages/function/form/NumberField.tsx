import { TextInput } from '@mantine/core'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { shownText } from './TextField'
import { useField } from './use-field'
import { useTyped } from './use-typed'

interface NumberFieldProps extends FieldProps {
  /** The default, shown while the field is empty. */
  placeholder?: string
  /** What one is of: `s`, `ms`, `%`. Stands inside of the field. */
  unit?: string
  required?: boolean
  problem?: string
  /** It is written as text, as Kubernetes writes amounts. */
  asText?: boolean
}

/** The number that was typed; nothing for an empty field; the text itself when it is no number, so that it is not lost. */
export function typedNumber(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text
}

/** A number of the draft. What is no number is kept as it was typed, and the rules say that it is none. */
export function NumberField(props: NumberFieldProps) {
  const { path, label, placeholder, unit, required, problem, asText } = props
  const field = useField<unknown>(path)
  const [text, type] = useTyped<unknown>(
    field.value,
    shownText,
    field.set,
    asText ? (typed) => typed.trim() || undefined : typedNumber,
  )
  return (
    <FieldFrame field={field} label={label}>
      <TextInput
        id={field.id}
        label={label}
        description={useHelp(props)}
        error={field.problem ?? problem}
        placeholder={placeholder}
        withAsterisk={required}
        inputMode="numeric"
        autoComplete="off"
        rightSection={unit}
        rightSectionWidth={unit && unit.length > 3 ? `${unit.length + 2}ch` : undefined}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
