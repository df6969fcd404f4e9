import '@mantine/core/styles/Switch.layer.css'

import { Switch } from '@mantine/core'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { useField } from './use-field'

interface SwitchFieldProps extends FieldProps {
  /** On means false: “Enabled” of a key that is called `disable`. */
  inverted?: boolean
  /** Why it cannot be changed now. */
  disabledReason?: string
}

/** A yes or no of the draft. Servers leave false out, so off removes the key. */
export function SwitchField(props: SwitchFieldProps) {
  const { path, label, inverted = false, disabledReason } = props
  const field = useField<unknown>(path)
  const help = useHelp(props)
  return (
    <FieldFrame field={field} label={label}>
      <Switch
        id={field.id}
        label={label}
        // Without it the description would be part of the name.
        aria-label={label}
        aria-describedby={`${field.id}-help`}
        size="xs"
        description={<span id={`${field.id}-help`}>{disabledReason ?? help}</span>}
        error={field.problem}
        aria-disabled={disabledReason ? true : undefined}
        checked={(field.value === true) !== inverted}
        onChange={(event) => {
          if (!disabledReason) field.set(event.currentTarget.checked !== inverted ? true : undefined)
        }}
      />
    </FieldFrame>
  )
}
