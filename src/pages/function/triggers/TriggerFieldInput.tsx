import { valueProblem } from '@/domain/triggers/problems'
import type { TriggerField } from '@/domain/triggers/trigger-field'
import { valueAt, type Path } from '@/lib/tree'
import { LinesField } from '../form/LinesField'
import { MapField } from '../form/MapField'
import { NumberField } from '../form/NumberField'
import { SecretField } from '../form/SecretField'
import { SelectField } from '../form/SelectField'
import { SwitchField } from '../form/SwitchField'
import { shownText, TextField } from '../form/TextField'
import { fieldId } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { EntriesField } from './EntriesField'
import { NumbersField } from './NumbersField'
import { RowsField } from './RowsField'
import classes from './Triggers.module.css'
import { WorkersField } from './WorkersField'

interface TriggerFieldInputProps {
  field: TriggerField
  /** The place of the trigger, or of the entry of one, that the field belongs to. */
  at: Path
  /** What the form knows to be wrong beside what the type and range say. */
  problem?: string
}

const wide = new Set<TriggerField['type']>(['long', 'lines', 'map', 'rows', 'entries', 'switch'])

/** The field of one setting of a trigger. */
export function TriggerFieldInput({ field, at, problem }: TriggerFieldInputProps) {
  const { control } = useWorkbench()
  const usual = useUsual(field, at)
  const path = [...at, ...field.path]
  const wrong = valueProblem(field, valueAt(control.draft.config, path)) ?? problem
  const { label, help, only, required } = field
  return (
    <div className={classes.cell} data-wide={wide.has(field.type) || undefined}>
      <Input field={field} usual={usual} common={{ path, label, help, only, required }} problem={wrong} />
      {wrong && !sayThemselves.has(field.type) && <p className={classes.problem}>{wrong}</p>}
    </div>
  )
}

/** What applies while the field is empty: what the platform gives to triggers of the kind, or Nuclio to every one. */
function useUsual(field: TriggerField, at: Path): string | undefined {
  const { control, platform } = useWorkbench()
  const kind = valueAt(control.draft.config, [...at, 'kind'])
  const ofKind = platform.defaultFunctionConfig?.attributes?.spec?.triggers?.[String(kind)]
  const ofAll = 'default' in field ? field.default : undefined
  return shownText(valueAt(ofKind, field.path) ?? ofAll) || undefined
}

const sayThemselves = new Set<TriggerField['type']>([
  'text',
  'long',
  'duration',
  'number',
  'numberOrText',
  'workers',
  'numbers',
])

interface InputProps {
  field: TriggerField
  usual: string | undefined
  common: Pick<TriggerField, 'label' | 'help' | 'only' | 'required'> & { path: Path }
  problem: string | undefined
}

function Input({ field, usual, common, problem }: InputProps) {
  switch (field.type) {
    case 'text':
      return <TextField {...common} placeholder={usual} problem={problem} />
    case 'duration':
      return <TextField {...common} placeholder={usual} problem={problem} code />
    case 'long':
      return <TextField {...common} placeholder={usual} problem={problem} code rows={4} />
    case 'secret':
      return <SecretField {...common} placeholder={usual} />
    case 'number':
    case 'numberOrText':
      return <NumberField {...common} placeholder={usual} unit={field.unit} problem={problem} />
    case 'workers':
      return <WorkersField {...common} placeholder={usual ?? ''} problem={problem} />
    case 'switch':
      return <SwitchField {...common} />
    case 'choice':
      return (
        <SelectField {...common} choices={field.choices} unset={usual ? `${usual} (default)` : 'not set'} />
      )
    case 'lines':
      return <LinesField {...common} placeholder={usual?.replaceAll(' ', '\n')} />
    case 'numbers':
      return <NumbersField {...common} problem={problem} />
    case 'map':
      return <MapField {...common} item={/headers/.test(common.label) ? 'header' : 'annotation'} />
    case 'rows':
      return <RowsField {...common} item={field.item} of={field.of} />
    case 'entries':
      return (
        <EntriesField {...common} item={field.item}>
          {(at) =>
            field.of.map((part) => <TriggerFieldInput key={fieldId(part.path)} field={part} at={at} />)
          }
        </EntriesField>
      )
  }
}
