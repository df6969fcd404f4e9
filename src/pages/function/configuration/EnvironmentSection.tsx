import { Button } from '@mantine/core'
import { useState } from 'react'
import type { EnvironmentSource, EnvironmentVariable } from '@/api/generated/schema'
import type { DotenvEntry } from '@/domain/dotenv'
import { without } from '@/lib/without'
import { ListField } from '../form/ListField'
import { RowSelect, RowSwitch, RowText } from '../form/RowInputs'
import { Section } from '../form/Section'
import { useField } from '../form/use-field'
import { useUnreadText } from '../form/use-unread-text'
import { useWorkbench } from '../workbench'
import classes from './EnvironmentSection.module.css'
import { EnvironmentText } from './EnvironmentText'
import {
  isBlankSource,
  isBlankVariable,
  kindOfSource,
  pastedVariables,
  variableProblem,
  withPasted,
  withSourceKind,
  withSourceReference,
} from './environment-rows'
import { configurationSections } from './sections'
import { configurationSettings as s } from './settings'
import { VariableInputs } from './VariableInputs'

/** Variables one by one or as text, and secrets and config maps that become variables as a whole. */
export function EnvironmentSection() {
  const field = useField<EnvironmentVariable[]>(s.env.path)
  const [unread] = useUnreadText(s.env.path, field.value)
  const [isText, setIsText] = useState(false)
  // It stays open when the text can be read.
  if (unread && !isText) setIsText(true)
  const count = Array.isArray(field.value) ? field.value.length : 0
  return (
    <Section
      {...configurationSections.environment}
      summary={count === 0 ? undefined : count === 1 ? '1 variable' : `${count} variables`}
    >
      {isText ? (
        <EnvironmentText onDone={() => setIsText(false)} />
      ) : (
        <Variables onText={() => setIsText(true)} />
      )}
      <Sources />
    </Section>
  )
}

function Variables({ onText }: { onText: () => void }) {
  const { platform } = useWorkbench()
  const field = useField<EnvironmentVariable[]>(s.env.path)
  const [offer, setOffer] = useState<DotenvEntry[]>()
  const variables = Array.isArray(field.value) ? field.value : []
  const hasReferences = variables.some((variable) => variable?.valueFrom)
  const isIgnored = hasReferences && platform.platformKind === 'local'
  return (
    <div className={classes.variables}>
      <ListField<EnvironmentVariable>
        {...s.env}
        help={
          isIgnored
            ? `${s.env.help} References are kept; only Kubernetes looks them up, so here they set nothing.`
            : s.env.help
        }
        item="variable"
        blank={{ name: '', value: '' }}
        isBlank={isBlankVariable}
        nameOf={({ name }) => name}
        ordered
        acts={
          <Button variant="subtle" size="compact-sm" onClick={onText}>
            Edit as text (.env)
          </Button>
        }
      >
        {({ item, index, items, set, idOf, problemAt }) => (
          <VariableInputs
            idOf={idOf}
            variable={item}
            name={item.name || `variable ${index + 1}`}
            problem={variableProblem(items, index) ?? problemAt('name') ?? problemAt()}
            problemAt={problemAt}
            onChange={set}
            onPaste={(text) => {
              const pasted = pastedVariables(text)
              setOffer(pasted)
              return pasted !== undefined
            }}
          />
        )}
      </ListField>
      <div role="status">
        {offer && (
          <p className={classes.offer}>
            {offer.length === 1
              ? `The pasted text sets ${offer[0]?.name}.`
              : `The pasted text has ${offer.length} variables: ${offer.map(({ name }) => name).join(', ')}.`}{' '}
            <Button
              size="compact-sm"
              onClick={() => {
                field.set(withPasted(variables, offer))
                setOffer(undefined)
              }}
            >
              {offer.length === 1 ? 'Take it' : 'Take them all'}
            </Button>{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => setOffer(undefined)}>
              Leave it
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}

function Sources() {
  return (
    <ListField<EnvironmentSource>
      {...s.envFrom}
      item="secret or config map"
      blank={{ secretRef: { name: '' } }}
      isBlank={isBlankSource}
      nameOf={(source) => source.secretRef?.name ?? source.configMapRef?.name}
    >
      {({ item, index, set, problemAt }) => {
        const kind = kindOfSource(item)
        const reference = item.secretRef ?? item.configMapRef
        const at = kind === 'secret' ? 'secretRef' : 'configMapRef'
        return (
          <>
            <RowSelect
              label={`Kind of source ${index + 1}`}
              choices={[
                { value: 'secret', label: 'Secret' },
                { value: 'configMap', label: 'Config map' },
              ]}
              value={kind}
              onChange={(next) => set(withSourceKind(item, next === 'configMap' ? 'configMap' : 'secret'))}
            />
            <RowText
              label={`Name of source ${index + 1}`}
              placeholder="Name"
              value={reference?.name}
              problem={
                problemAt(at, 'name') ??
                problemAt() ??
                (reference?.name || isBlankSource(item) ? undefined : 'Enter a name')
              }
              onChange={(name) => set(withSourceReference(item, { name: name ?? '' }))}
            />
            <RowText
              label={`Prefix of source ${index + 1}`}
              placeholder="Prefix, none"
              value={item.prefix}
              problem={problemAt('prefix')}
              onChange={(prefix) => set(prefix ? { ...item, prefix } : without(item, 'prefix'))}
            />
            <RowSwitch
              label="May be missing"
              value={reference && 'optional' in reference ? reference.optional : undefined}
              onChange={(optional) => set(withSourceReference(item, { optional }))}
            />
          </>
        )
      }}
    </ListField>
  )
}
