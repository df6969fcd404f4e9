import '@mantine/core/styles/PasswordInput.layer.css'

import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A text input whose text is covered until it is asked for; the button for that is in the tab order. */
export function CoveredInput({ name, ...rest }: PasswordInputProps & { name: string }) {
  return (
    <PasswordInput
      {...rest}
      autoComplete="off"
      spellCheck={false}
      vars={() => ({ root: { '--psi-button-size': '26px', '--psi-icon-size': '14px' } })}
      visibilityToggleButtonProps={{ 'aria-label': `Show ${name}`, tabIndex: 0 }}
    />
  )
}
