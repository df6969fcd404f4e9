import { TextInput } from '@mantine/core'
import type { GatewayListener } from '@/api/generated/schema'
import type { FormField } from '@/domain/gateways/form-problems'
import type { GatewayForm } from '@/domain/gateways/gateway-form'
import { AccessFields } from './AccessFields'
import { UpstreamFields } from './UpstreamFields'
import type { FormSurroundings } from './use-form-surroundings'
import classes from './GatewayForm.module.css'

/** What every group of fields takes. */
export interface GatewayFieldsProps {
  form: GatewayForm
  change: (change: Partial<GatewayForm>) => void
  /** What is wrong in a field, in words; nothing while it is only still empty. */
  wrong: (field: FormField) => string | undefined
  surroundings: FormSurroundings
}

interface Props extends GatewayFieldsProps {
  isNew: boolean
  listener?: GatewayListener
}

/** All that a person fills in of a gateway. */
export function GatewayFields({ isNew, listener, ...fields }: Props) {
  const { form, change, wrong, surroundings } = fields
  return (
    <>
      <fieldset className={classes.group}>
        <legend>Address</legend>
        {isNew && (
          <TextInput
            label="Name"
            description={wrong('name') ? undefined : 'Lower-case letters, digits and hyphens, at most 63'}
            error={wrong('name')}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is there to type a name first
            autoFocus
          />
        )}
        <TextInput
          label="Host"
          description={
            wrong('host')
              ? undefined
              : isNew && surroundings.madeHost
                ? 'Left empty, it is made of the name'
                : 'Whoever asks for this host gets here'
          }
          error={wrong('host')}
          placeholder={isNew ? surroundings.madeHost || 'shop.example.com' : undefined}
          value={form.host}
          onChange={(event) => change({ host: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label="Path"
          description={
            wrong('path') ? undefined : 'Requests at it and below it come here; empty for all of the host'
          }
          error={wrong('path')}
          placeholder="/"
          value={form.path}
          onChange={(event) => change({ path: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label="Description, if you like"
          value={form.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </fieldset>
      <UpstreamFields {...fields} />
      <AccessFields {...fields} listener={listener} />
    </>
  )
}
