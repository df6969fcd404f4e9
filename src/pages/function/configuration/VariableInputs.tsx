import type { EnvironmentVariable } from '@/api/generated/schema'
import { isSecretName } from '@/domain/function-secrets'
import { RowSecret, RowSelect, RowSwitch, RowText } from '../form/RowInputs'
import classes from './EnvironmentSection.module.css'
import { kindOfVariable, withReference, withVariableKind, type VariableKind } from './environment-rows'

interface VariableInputsProps {
  variable: EnvironmentVariable
  name: string
  problem?: string
  idOf: (...rest: string[]) => string
  problemAt: (...rest: string[]) => string | undefined
  onChange: (variable: EnvironmentVariable) => void
  /** True when the text is taken care of, and must not go into the field. */
  onPaste: (text: string) => boolean
}

const kinds: { value: VariableKind; label: string }[] = [
  { value: 'value', label: 'Value' },
  { value: 'secret', label: 'Key of a secret' },
  { value: 'configMap', label: 'Key of a config map' },
  { value: 'field', label: 'Field of the pod' },
  { value: 'resource', label: 'Resource of a container' },
]

/** The fields of one variable: its name, where its value comes from, and what that takes. */
export function VariableInputs(props: VariableInputsProps) {
  const { variable, name, problem, idOf, onChange, onPaste } = props
  const kind = kindOfVariable(variable)
  return (
    <div className={classes.variable}>
      <RowText
        id={idOf('name')}
        label={`Name of ${name}`}
        placeholder="NAME"
        value={variable.name}
        problem={problem}
        keepEmpty
        onChange={(next) => onChange({ ...variable, name: next ?? '' })}
        onPaste={(event) => {
          if (onPaste(event.clipboardData.getData('text'))) event.preventDefault()
        }}
      />
      <RowSelect
        label={`Where the value of ${name} comes from`}
        choices={kind === 'other' ? [...kinds, { value: 'other', label: 'Something else' }] : kinds}
        value={kind}
        onChange={(next) => onChange(withVariableKind(variable, next as VariableKind))}
      />
      <div className={classes.value}>
        <ValueInputs {...props} />
      </div>
    </div>
  )
}

function ValueInputs({ variable, name, idOf, problemAt, onChange }: VariableInputsProps) {
  const kind = kindOfVariable(variable)
  if (kind === 'value') {
    const Input = isSecretName(variable.name ?? '') ? RowSecret : RowText
    return (
      <Input
        id={idOf('value')}
        label={`Value of ${name}`}
        placeholder="empty"
        value={variable.value}
        problem={problemAt('value')}
        keepEmpty
        onChange={(value) => onChange({ ...variable, value })}
      />
    )
  }
  if (kind === 'other') return <p className={classes.note}>The YAML tab shows and edits it.</p>
  const change = (next: Record<string, unknown>) => onChange(withReference(variable, kind, next))
  const { valueFrom } = variable
  if (kind === 'field')
    return (
      <RowText
        label={`Field of ${name}`}
        placeholder="metadata.name"
        value={valueFrom?.fieldRef?.fieldPath}
        problem={
          problemAt('valueFrom', 'fieldRef', 'fieldPath') ??
          missing(valueFrom?.fieldRef?.fieldPath, 'the field')
        }
        onChange={(fieldPath) => change({ fieldPath })}
      />
    )
  if (kind === 'resource') {
    const reference = valueFrom?.resourceFieldRef
    return (
      <>
        <RowText
          label={`Resource of ${name}`}
          placeholder="limits.memory"
          value={reference?.resource}
          problem={
            problemAt('valueFrom', 'resourceFieldRef', 'resource') ??
            missing(reference?.resource, 'the resource')
          }
          onChange={(resource) => change({ resource })}
        />
        <RowText
          label={`Container of ${name}`}
          placeholder="Container, its own"
          value={reference?.containerName}
          onChange={(containerName) => change({ containerName })}
        />
        <RowText
          label={`Divisor of ${name}`}
          placeholder="Divisor, 1"
          id={idOf('valueFrom', 'resourceFieldRef', 'divisor')}
          value={reference?.divisor}
          problem={problemAt('valueFrom', 'resourceFieldRef', 'divisor')}
          onChange={(divisor) => change({ divisor })}
        />
      </>
    )
  }
  const reference = kind === 'secret' ? valueFrom?.secretKeyRef : valueFrom?.configMapKeyRef
  const what = kind === 'secret' ? 'Secret' : 'Config map'
  const at = kind === 'secret' ? 'secretKeyRef' : 'configMapKeyRef'
  return (
    <>
      <RowText
        label={`${what} of ${name}`}
        placeholder={what}
        value={reference?.name}
        problem={problemAt('valueFrom', at, 'name') ?? missing(reference?.name, 'its name')}
        onChange={(next) => change({ name: next })}
      />
      <RowText
        label={`Key of ${name}`}
        placeholder="Key"
        value={reference?.key}
        problem={problemAt('valueFrom', at, 'key') ?? missing(reference?.key, 'the key')}
        onChange={(key) => change({ key })}
      />
      <RowSwitch
        label="May be missing"
        value={reference?.optional}
        onChange={(optional) => change({ optional })}
      />
    </>
  )
}

const missing = (value: string | undefined, what: string): string | undefined =>
  value ? undefined : `Enter ${what}`
