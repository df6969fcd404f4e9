import { useSuspenseQuery } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import type { Trigger } from '@/api/generated/schema'
import { serverQuery } from '@/api/platform'
import { notifySuccess } from '@/components/notify'
import { firedByEmbedded } from '@/domain/triggers/kinds'
import {
  freeTriggerName,
  newTrigger,
  renamedTrigger,
  wishedName,
  withoutTrigger,
  type Triggers,
} from '@/domain/triggers/trigger-names'
import { isBranch } from '@/lib/tree'
import { FormPage } from '../form/FormPage'
import { fieldId } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { AddTrigger } from './AddTrigger'
import { DefaultHttp } from './DefaultHttp'
import { TriggerRow } from './TriggerRow'
import classes from './Triggers.module.css'
import { useOpenTriggers } from './use-open-triggers'

const triggersPath = ['spec', 'triggers']
const addId = fieldId(triggersPath)
const idOf = (name: string, ...rest: string[]) => fieldId([...triggersPath, name, ...rest])

/** What calls the function: a row for each trigger, which opens in place. */
export function TriggersTab() {
  const { control } = useWorkbench()
  const { data: server } = useSuspenseQuery(serverQuery())
  const { triggers: written } = control.draft.config.spec
  const triggers: Triggers = isBranch(written) ? written : {}
  const open = useOpenTriggers(Object.keys(triggers))
  const entries = Object.entries(triggers).filter(([, trigger]) => isBranch(trigger))
  const hasHttp = entries.some(([, { kind }]) => kind === 'http')

  const focus = (id: string) => document.getElementById(id)?.focus()
  const put = (name: string, trigger: Trigger) => {
    flushSync(() => {
      control.edit([...triggersPath, name], trigger)
      open.set(name, true)
    })
    focusFirst(idOf(name))
  }
  const add = (kind: string) => {
    const name = freeTriggerName(wishedName(kind), triggers)
    put(name, newTrigger(kind, name))
  }
  const duplicate = (name: string, trigger: Trigger) => {
    const copy = freeTriggerName(name, triggers)
    put(copy, { ...trigger, name: copy })
  }
  // An act is one step of its own, however fast the next one follows.
  const editAll = (value: Triggers | undefined, act: string) =>
    control.editAll([{ path: triggersPath, value }], act)
  const rename = (from: string, to: string) => {
    const hadFocus = document.activeElement?.id === idOf(from, 'name')
    flushSync(() => {
      open.rename(from, to)
      editAll(renamedTrigger(triggers, from, to), `rename ${from} to ${to}`)
    })
    if (hadFocus) focus(idOf(to, 'name'))
  }
  const remove = (name: string) => {
    flushSync(() => editAll(withoutTrigger(triggers, name), `remove ${name}`))
    focus(addId)
    notifySuccess(`Removed trigger ${name}; undo brings it back`)
  }

  return (
    <FormPage
      label="Triggers"
      sections={entries.map(([name]) => ({ id: idOf(name), title: name, paths: [[...triggersPath, name]] }))}
    >
      <div className={classes.list}>
        {entries.map(([name, trigger]) => (
          <TriggerRow
            key={name}
            name={name}
            trigger={trigger}
            triggers={triggers}
            isOpen={open.has(name)}
            idle={
              server.kind === 'embedded' && !firedByEmbedded.has(trigger.kind)
                ? 'This platform stores it and does not fire it.'
                : undefined
            }
            onToggle={() => open.set(name, !open.has(name))}
            onRename={(to) => rename(name, to)}
            onRenaming={() => {
              flushSync(() => open.set(name, true))
              focus(idOf(name, 'name'))
            }}
            onDuplicate={() => duplicate(name, trigger)}
            onRemove={() => remove(name)}
          />
        ))}
        {!hasHttp && (
          <DefaultHttp
            onMakeExplicit={(usual) => {
              const name = freeTriggerName('default-http', triggers)
              put(name, { ...usual, name })
            }}
          />
        )}
        <div className={classes.foot}>
          <AddTrigger id={addId} triggers={triggers} onAdd={add} />
        </div>
      </div>
    </FormPage>
  )
}

/** Into the first field below the head of a row. */
function focusFirst(id: string) {
  document.getElementById(`${id}-form`)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}
