import { TextInput } from '@mantine/core'
import { formatNumberList, parseNumberList } from '@/domain/triggers/number-list'
import { FieldFrame, useHelp, type FieldProps } from '../form/FieldFrame'
import { shownText } from '../form/TextField'
import { useField } from '../form/use-field'
import { useTyped } from '../form/use-typed'

const textOf = (value: unknown): string =>
  Array.isArray(value) && value.every((one) => typeof one === 'number')
    ? formatNumberList(value)
    : shownText(value)

const valueOf = (text: string): unknown => (text.trim() === '' ? undefined : (parseNumberList(text) ?? text))

/** Whole numbers in one line, with ranges. What is no such list is kept as it was typed. */
export function NumbersField(props: FieldProps & { required?: boolean; problem?: string }) {
  const { path, label, required, problem } = props
  const field = useField<unknown>(path, { whole: true })
  const [text, type] = useTyped<unknown>(field.value, textOf, field.set, valueOf)
  return (
    <FieldFrame field={field} label={label}>
      <TextInput
        id={field.id}
        label={label}
        withAsterisk={required}
        description={useHelp(props)}
        error={field.problem ?? problem}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
