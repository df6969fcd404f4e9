import { CoveredInput } from '@/components/CoveredInput'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { shownText } from './TextField'
import { useField } from './use-field'

/** Whether a value only points to a secret that the server keeps; it goes back as it is. */
export const isKeptSecret = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('$ref:')

/** Something to keep quiet: covered until it is asked for. A secret that the server keeps is left alone until it is replaced. */
export function SecretField(props: FieldProps & { required?: boolean; placeholder?: string }) {
  const { path, label, required, placeholder } = props
  const field = useField<unknown>(path)
  const help = useHelp(props)
  const isKept = isKeptSecret(field.value)
  return (
    <FieldFrame field={field} label={label}>
      <CoveredInput
        name={label}
        id={field.id}
        label={label}
        withAsterisk={required}
        description={isKept ? 'The server keeps this secret and does not show it. Type to replace it.' : help}
        error={field.problem}
        placeholder={isKept ? 'kept by the server' : placeholder}
        value={isKept ? '' : shownText(field.value)}
        onChange={(event) => {
          const text = event.currentTarget.value
          if (text !== '') return field.set(text)
          // Emptied again: the secret that was there comes back.
          if (field.isEdited) field.reset()
          else field.set(undefined)
        }}
      />
    </FieldFrame>
  )
}
