import '@mantine/core/styles/Switch.layer.css'

import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { CoveredInput } from '@/components/CoveredInput'
import { typedNumber } from './NumberField'
import { shownText } from './TextField'
import { useTyped } from './use-typed'
import { without } from '@/lib/without'

interface RowInputProps {
  label: string
  /** Show the label above; without it, the label is the accessible name and stands in the empty field. */
  labelled?: boolean
  value: unknown
  problem?: string
  placeholder?: string
  help?: ReactNode
  unit?: string
  id?: string
  className?: string
  onPaste?: (event: React.ClipboardEvent<HTMLInputElement>) => void
}

function inputProps({ label, labelled, problem, placeholder, help, id, className }: RowInputProps) {
  return {
    id,
    className,
    ...(labelled ? { label } : { 'aria-label': label }),
    placeholder: placeholder ?? (labelled ? undefined : label),
    error: problem,
    description: help,
    autoComplete: 'off',
  }
}

/** A text in a line of a list. Emptied, its key goes unless `keepEmpty`. */
export function RowText({
  onChange,
  keepEmpty,
  suggestions,
  ...props
}: RowInputProps & {
  onChange: (value: string | undefined) => void
  keepEmpty?: boolean
  /** To choose from; anything else can be typed too. */
  suggestions?: readonly string[]
}) {
  const listId = useId()
  return (
    <>
      <TextInput
        {...inputProps(props)}
        spellCheck={false}
        rightSection={props.unit}
        list={suggestions && listId}
        value={shownText(props.value)}
        onPaste={props.onPaste}
        onChange={(event) => onChange(event.currentTarget.value || (keepEmpty ? '' : undefined))}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** A text in a line that is covered until it is asked for. */
export function RowSecret({
  onChange,
  keepEmpty,
  ...props
}: RowInputProps & { onChange: (value: string | undefined) => void; keepEmpty?: boolean }) {
  const isKept = typeof props.value === 'string' && props.value.startsWith('$ref:')
  return (
    <CoveredInput
      name={props.label}
      {...inputProps(props)}
      placeholder={isKept ? 'kept by the server; type to replace it' : inputProps(props).placeholder}
      value={isKept ? '' : shownText(props.value)}
      onChange={(event) => onChange(event.currentTarget.value || (keepEmpty ? '' : undefined))}
    />
  )
}

/** A number in a line. What is no number is kept as it was typed. */
export function RowNumber({
  onChange,
  ...props
}: RowInputProps & { onChange: (value: number | string | undefined) => void }) {
  const [text, type] = useTyped<unknown>(
    props.value,
    shownText,
    (value) => onChange(value as number | string | undefined),
    typedNumber,
  )
  return (
    <TextInput
      {...inputProps(props)}
      inputMode="numeric"
      rightSection={props.unit}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

/** One of several in a line. A value that is not among them is kept and can be chosen again. */
export function RowSelect({
  onChange,
  choices,
  unset,
  ...props
}: RowInputProps & {
  onChange: (value: string | undefined) => void
  choices: readonly ({ value: string; label: string } | string)[]
  unset?: string
}) {
  const input = without(inputProps(props), 'placeholder')
  const value = shownText(props.value)
  const known = choices.map((choice) =>
    typeof choice === 'string' ? { value: choice, label: choice } : choice,
  )
  const isKnown = value === '' ? unset !== undefined : known.some((choice) => choice.value === value)
  const data = [
    ...(unset === undefined ? [] : [{ value: '', label: unset }]),
    ...(isKnown ? [] : [{ value, label: value || 'Choose one' }]),
    ...known,
  ]
  return (
    <NativeSelect
      {...input}
      data={data}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}

/** A yes or no in a line; off removes the key. */
export function RowSwitch({
  label,
  value,
  onChange,
  help,
}: Pick<RowInputProps, 'label' | 'value' | 'help'> & { onChange: (value: true | undefined) => void }) {
  return (
    <Switch
      size="xs"
      label={label}
      description={help}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked || undefined)}
    />
  )
}
