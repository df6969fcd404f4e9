import { Textarea } from '@mantine/core'
import classes from './Field.module.css'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { shownText } from './TextField'
import { useField } from './use-field'
import { useTyped } from './use-typed'

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(shownText).join('\n') : shownText(value)

const linesOf = (text: string): string[] | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 0 ? lines : undefined
}

/** A list of texts, one a line. Blank lines are left out of the draft; an empty field removes the key. */
export function LinesField(props: FieldProps & { placeholder?: string; rows?: number; required?: boolean }) {
  const { path, label, placeholder, rows = 3, required } = props
  const field = useField<unknown>(path, { whole: true })
  const [text, type] = useTyped<unknown>(field.value, textOf, field.set, linesOf)
  return (
    <FieldFrame field={field} label={label}>
      <Textarea
        id={field.id}
        label={label}
        withAsterisk={required}
        description={useHelp(props)}
        error={field.problem}
        placeholder={placeholder}
        classNames={{ input: classes.code }}
        rows={rows}
        resize="vertical"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
