import { Textarea } from '@mantine/core'
import { RowText } from '../form/RowInputs'
import { useTyped } from '../form/use-typed'
import classes from './Sections.module.css'
import { valuesOf, valuesText } from './value-lines'
import { keyPathsOf, keyPathsText, modeOf, modeText } from './volume-rows'

interface InputProps {
  value: unknown
  onChange: (value: unknown) => void
}

/** Which keys of a secret or config map become which files. */
export function KeysInput({ value, onChange }: InputProps) {
  const [keys, typeKeys] = useTyped<unknown>(value, keyPathsText, onChange, (text) => keyPathsOf(text, value))
  return (
    <Textarea
      label="Only these keys"
      description="One key=path a line; all keys when it is empty."
      classNames={{ input: classes.code }}
      rows={2}
      resize="vertical"
      spellCheck={false}
      placeholder="tls.crt=certs/tls.crt"
      value={keys}
      onChange={(event) => typeKeys(event.currentTarget.value)}
    />
  )
}

/** Texts by name. */
export function ValuesInput({ label, value, onChange }: InputProps & { label: string }) {
  const [lines, typeLines] = useTyped<unknown>(value, valuesText, onChange, valuesOf)
  return (
    <Textarea
      label={label}
      description="One name=value a line."
      classNames={{ input: classes.code }}
      rows={2}
      resize="vertical"
      spellCheck={false}
      value={lines}
      onChange={(event) => typeLines(event.currentTarget.value)}
    />
  )
}

/** Permissions of files, in octal. */
export function ModeInput({ value, onChange }: InputProps) {
  const [mode, typeMode] = useTyped<unknown>(value, modeText, onChange, modeOf)
  return (
    <RowText
      labelled
      label="Permissions"
      placeholder="0644"
      problem={typeof value === 'string' ? 'Enter them in octal, such as 0644' : undefined}
      value={mode}
      keepEmpty
      onChange={(text) => typeMode(text ?? '')}
    />
  )
}
