import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { GatewayListener } from '@/api/generated/schema'
import { CopyButton } from '@/components/CopyButton'
import { CoveredInput } from '@/components/CoveredInput'
import { accessKeyHeader, isSecretReference, type AuthenticationMode } from '@/domain/gateways/authentication'
import type { GatewayFieldsProps } from './GatewayFields'
import classes from './GatewayForm.module.css'

const modeNames: Partial<Record<AuthenticationMode, string>> = {
  none: 'Everybody',
  basic: 'Who knows user and password',
  accessKey: 'Who has the access key',
  oauth2: 'Who signs in with OAuth 2',
}

interface Props extends GatewayFieldsProps {
  listener?: GatewayListener
}

/** Who may call, and what they have to show for it. */
export function AccessFields({ form, change, wrong, surroundings, listener }: Props) {
  const { modes } = surroundings
  const isOffered = modes.includes(form.mode)
  return (
    <fieldset className={classes.group}>
      <legend>Access</legend>
      <NativeSelect
        label="Who may call"
        error={wrong('mode')}
        value={form.mode}
        data={[
          ...modes.map((mode) => ({ value: mode, label: modeNames[mode] ?? mode })),
          ...(isOffered
            ? []
            : [{ value: form.mode, label: `${modeNames[form.mode] ?? form.mode} (not offered here)` }]),
        ]}
        onChange={(event) => change({ mode: event.currentTarget.value as AuthenticationMode })}
      />
      {form.mode === 'basic' && <BasicFields form={form} change={change} wrong={wrong} />}
      {form.mode === 'accessKey' && <AccessKey listener={listener} />}
      {form.mode === 'oauth2' && (
        <>
          <TextInput
            label="Address of the sign-in proxy"
            description="Left empty, it is the platform’s"
            value={form.oauth2ProxyUrl}
            onChange={(event) => change({ oauth2ProxyUrl: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
          <Checkbox
            label="Send callers who are not signed in to the sign-in page"
            checked={form.redirects}
            onChange={(event) => change({ redirects: event.currentTarget.checked })}
          />
        </>
      )}
    </fieldset>
  )
}

function BasicFields({ form, change, wrong }: Omit<GatewayFieldsProps, 'surroundings'>) {
  const isKept = isSecretReference(form.password)
  return (
    <>
      <TextInput
        label="User"
        error={wrong('username')}
        value={form.username}
        onChange={(event) => change({ username: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
      />
      {isKept ? (
        <div className={classes.offer}>
          <p>The server keeps the password and does not show it. It stays as it is.</p>
          <Button variant="default" className={classes.act} onClick={() => change({ password: '' })}>
            Set a new password
          </Button>
        </div>
      ) : (
        <CoveredInput
          name="the password"
          label="Password"
          error={wrong('password')}
          value={form.password}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function AccessKey({ listener }: { listener?: GatewayListener }) {
  if (!listener)
    return (
      <p className={classes.note}>
        Callers show a key of the platform in the header <code>{accessKeyHeader}</code>.
      </p>
    )
  return (
    <div className={classes.key}>
      <CoveredInput
        name="the access key"
        label="Access key of this server"
        description={
          <>
            Callers send it in the header <code>{accessKeyHeader}</code>
          </>
        }
        readOnly
        value={listener.accessKey}
      />
      <CopyButton value={listener.accessKey} label="Copy the access key" />
    </div>
  )
}
