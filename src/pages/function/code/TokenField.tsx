import { PasswordInput } from '@mantine/core'
import { FieldFrame } from '../form/FieldFrame'
import { isKeptSecret } from '../form/SecretField'
import { shownText } from '../form/TextField'
import { useField } from '../form/use-field'
import { authorizationOf, tokenOf } from './entry-types'
import { codeSettings } from './settings'

/** The token of a GitHub repository: a secret that is stored as a whole header. */
export function TokenField() {
  const { path, label, help } = codeSettings.token
  const field = useField<unknown>(path)
  const isKept = isKeptSecret(field.value)
  return (
    <FieldFrame field={field} label={label}>
      <PasswordInput
        id={field.id}
        label={label}
        description={isKept ? 'The server keeps this secret and does not show it. Type to replace it.' : help}
        placeholder={isKept ? 'kept by the server' : undefined}
        error={field.problem}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': `Show ${label}` }}
        value={isKept ? '' : tokenOf(shownText(field.value))}
        onChange={(event) => field.set(authorizationOf(event.currentTarget.value))}
      />
    </FieldFrame>
  )
}
