import { isBranch } from '@/lib/tree'
import { without } from '@/lib/without'
import { Fold } from '../form/Fold'
import { FieldFrame } from '../form/FieldFrame'
import { LinesField } from '../form/LinesField'
import { NumberField } from '../form/NumberField'
import { Section } from '../form/Section'
import { SelectField } from '../form/SelectField'
import { TextField } from '../form/TextField'
import { fieldId, useField } from '../form/use-field'
import { YamlBody } from '../form/YamlBody'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'

/** What a platform that runs functions in Docker heeds. */
export function DockerSection() {
  const note = useEmbeddedNote(
    'The embedded platform runs no containers; what stands here is kept for a Nuclio on Docker.',
  )
  return (
    <Section {...configurationSections.docker} note={note} folded>
      <TextField {...s.network} placeholder="the platform’s own" />
      <div className={classes.pair}>
        <SelectField
          {...s.restartPolicy}
          choices={['no', 'always', 'on-failure', 'unless-stopped']}
          unset="Platform’s default"
        />
        <NumberField {...s.restartCount} placeholder="no limit" />
      </div>
      <TextField {...s.healthCheckInterval} placeholder="platform’s default" />
      <LinesField {...s.devices} placeholder="/dev/video0:/dev/video0" />
      <OtherAttributes />
    </Section>
  )
}

const attributesPath = [...s.platformAttributes.path, 'attributes']
const known = ['network', 'restartPolicy', 'healthCheckInterval'] as const

/** Attributes that have no field here, with their types as they are. */
function OtherAttributes() {
  const field = useField<unknown>(attributesPath)
  const all = isBranch(field.value) ? field.value : {}
  const others = without(all, ...known)
  const before = without(isBranch(field.before) ? field.before : {}, ...known)
  const own = Object.fromEntries(known.flatMap((key) => (key in all ? [[key, all[key]]] : [])))
  const count = Object.keys(others).length
  const set = (value: unknown) => {
    const next = { ...own, ...(isBranch(value) ? value : {}) }
    field.set(Object.keys(next).length > 0 ? next : undefined)
  }
  const isEdited = JSON.stringify(before) !== JSON.stringify(others)
  return (
    <FieldFrame
      field={{ id: field.id, isEdited, reset: () => set(before) }}
      label={s.platformAttributes.label}
    >
      <Fold
        id={fieldId(s.platformAttributes.path)}
        title={s.platformAttributes.label}
        summary={count > 0 ? Object.keys(others).join(', ') : undefined}
      >
        <YamlBody
          label="Attributes"
          path={attributesPath}
          shape="object"
          schema="/definitions/FunctionSpec/properties/platform/properties/attributes"
          help={s.platformAttributes.help}
          value={count > 0 ? others : undefined}
          onChange={set}
        />
      </Fold>
    </FieldFrame>
  )
}
