import '@mantine/core/styles/Switch.layer.css'

import { Button, Switch } from '@mantine/core'
import type { Trigger } from '@/api/generated/schema'
import { FieldFrame, useHelp } from '../form/FieldFrame'
import { useField } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { KindIcon } from '@/components/KindIcon'
import { triggerSettings } from './settings'
import classes from './Triggers.module.css'

/**
 * For a function without an http trigger: that the platform adds one by itself, unless the function or the platform does not
 * want that.
 */
export function DefaultHttp({ onMakeExplicit }: { onMakeExplicit: (trigger: Trigger) => void }) {
  const { platform } = useWorkbench()
  const { label, path } = triggerSettings.disableDefaultHttp
  const field = useField<unknown>(path)
  const help = useHelp(triggerSettings.disableDefaultHttp)
  const byDefault = platform.disableDefaultHttpTrigger === true
  const isOff = typeof field.value === 'boolean' ? field.value : byDefault
  const usual = platform.defaultFunctionConfig?.attributes?.spec?.triggers?.['default-http']
  return (
    <section className={classes.row} aria-label="Default http trigger" data-quiet>
      <p className={classes.implied}>
        <span className={classes.icon}>
          <KindIcon family="web" />
        </span>
        {isOff ? (
          <span>No http trigger: the function has no address, and calls of it are answered 404.</span>
        ) : (
          <span>
            <strong>default-http</strong>: the platform adds an http trigger of this name.
          </span>
        )}
        {!isOff && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onMakeExplicit(usual ?? { kind: 'http', name: 'default-http' })}
          >
            Make it explicit
          </Button>
        )}
      </p>
      <FieldFrame field={field} label={label}>
        <Switch
          id={field.id}
          size="xs"
          label={label}
          description={help}
          error={field.problem}
          checked={isOff}
          onChange={(event) => {
            const wanted = event.currentTarget.checked
            // Where the platform adds none by itself, wanting one has to be said.
            field.set(wanted === byDefault ? undefined : wanted)
          }}
        />
      </FieldFrame>
    </section>
  )
}
