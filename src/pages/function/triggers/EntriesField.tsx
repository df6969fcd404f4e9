import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { IconButton } from '@/components/IconButton'
import { ingressDefaults } from '@/domain/triggers/ingress'
import { isBranch, type Path } from '@/lib/tree'
import { FieldFrame, useHelp, type FieldProps } from '../form/FieldFrame'
import { fieldId, useField } from '../form/use-field'
import { useWorkbench } from '../workbench'
import classes from './Triggers.module.css'

interface EntriesFieldProps extends FieldProps {
  item: string
  /** The fields of the entry at a place. */
  children: (at: Path) => ReactNode
}

/** Objects under names that a person chooses, such as ingresses. Names that are there stay, in their order. */
export function EntriesField(props: EntriesFieldProps) {
  const { path, label, item, children } = props
  const { ref, platform } = useWorkbench()
  const field = useField<Record<string, unknown>>(path, { whole: true })
  const entries = isBranch(field.value) ? Object.entries(field.value) : []
  const names = entries.map(([name]) => name)
  const help = useHelp(props)

  const add = () => {
    let number = names.length
    while (names.includes(String(number))) number += 1
    // Ingresses are heeded on Kubernetes only; elsewhere the pattern is for the hosts of API gateways.
    const isHeeded = platform.platformKind !== 'local'
    const entry = ingressDefaults(isHeeded ? platform.defaultHTTPIngressHostTemplate : undefined, ref)
    flushSync(() => field.set({ ...field.value, [String(number)]: entry }))
    document.getElementById(fieldId([...path, String(number), 'host']))?.focus()
  }
  const remove = (name: string) => {
    const rest = entries.filter(([other]) => other !== name)
    flushSync(() => field.set(rest.length > 0 ? Object.fromEntries(rest) : undefined))
    document.getElementById(`${field.id}-add`)?.focus()
  }
  const rename = (from: string, to: string) =>
    field.set(Object.fromEntries(entries.map(([name, entry]) => [name === from ? to : name, entry])))

  return (
    <FieldFrame field={field} label={label}>
      <fieldset id={field.id} className={classes.entries} aria-describedby={`${field.id}-help`}>
        <legend className={classes.legend}>{label}</legend>
        <p id={`${field.id}-help`} className={classes.help}>
          {help}
        </p>
        {entries.map(([name], index) => (
          // The name is edited here: the place among the others is what stays.
          <div key={index} className={classes.entry} role="group" aria-label={`${item} ${name}`}>
            <div className={classes.entryHead}>
              <EntryName item={item} name={name} names={names} onRename={(to) => rename(name, to)} />
              <IconButton icon="close" label={`Remove ${item} ${name}`} onClick={() => remove(name)} />
            </div>
            <div className={classes.grid}>{children([...path, name])}</div>
          </div>
        ))}
        <Button
          id={`${field.id}-add`}
          variant="subtle"
          size="compact-sm"
          className={classes.add}
          onClick={add}
        >
          Add {item}
        </Button>
      </fieldset>
    </FieldFrame>
  )
}

interface EntryNameProps {
  item: string
  name: string
  names: readonly string[]
  onRename: (to: string) => void
}

function EntryName({ item, name, names, onRename }: EntryNameProps) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? name
  const isTaken = text !== name && names.includes(text)
  const problem = text === '' ? 'Enter a name' : isTaken ? `There is an ${item} “${text}” already` : undefined
  return (
    <TextInput
      label={`Name of the ${item}`}
      spellCheck={false}
      autoComplete="off"
      value={text}
      error={problem}
      onChange={(event) => {
        const next = event.currentTarget.value
        const isFree = next !== '' && (next === name || !names.includes(next))
        setTyped(isFree ? undefined : next)
        if (isFree && next !== name) onRename(next)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
