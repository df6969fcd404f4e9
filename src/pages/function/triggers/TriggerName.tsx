import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { triggerNameProblem } from '@/domain/triggers/trigger-names'
import { fieldId } from '../form/use-field'
import { useWorkbench } from '../workbench'

interface TriggerNameProps {
  name: string
  kind: string
  onRename: (to: string) => void
}

/** The name of a trigger, which is its key too: it changes as a whole, on Enter or on leaving the field. */
export function TriggerName({ name, kind, onRename }: TriggerNameProps) {
  const { control } = useWorkbench()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? name
  const problem = triggerNameProblem(text, kind, control.draft.config.spec.triggers ?? {}, name)
  const commit = () => {
    setTyped(undefined)
    if (text !== name && !problem) onRename(text)
  }
  return (
    <TextInput
      id={fieldId(['spec', 'triggers', name, 'name'])}
      label="Name"
      description={
        name === 'default-http'
          ? 'The name that the platform gives the http trigger that it adds; a configuration in the code may override it.'
          : 'Letters, digits, - and _.'
      }
      spellCheck={false}
      autoComplete="off"
      value={text}
      error={typed === undefined ? undefined : problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
