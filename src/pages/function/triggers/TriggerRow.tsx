import '@mantine/core/styles/Switch.layer.css'

import { Switch } from '@mantine/core'
import type { Trigger } from '@/api/generated/schema'
import { ActionMenu } from '@/components/ActionMenu'
import { useNow } from '@/components/use-now'
import { triggerKind } from '@/domain/triggers/kinds'
import { triggerProblems } from '@/domain/triggers/problems'
import { triggerSummary } from '@/domain/triggers/summary'
import { whyNotAdd, type Triggers } from '@/domain/triggers/trigger-names'
import { SectionMark, useSectionMark } from '../form/SectionMark'
import { fieldId, useField } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { KindIcon } from '@/components/KindIcon'
import { TriggerForm } from './TriggerForm'
import classes from './Triggers.module.css'

interface TriggerRowProps {
  name: string
  trigger: Trigger
  triggers: Triggers
  isOpen: boolean
  /** Words when the platform at hand keeps it and never calls by it. */
  idle?: string
  onToggle: () => void
  onRename: (to: string) => void
  onRenaming: () => void
  onDuplicate: () => void
  onRemove: () => void
}

const clockTime = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A trigger in a row, which opens in place. */
export function TriggerRow(props: TriggerRowProps) {
  const { name, trigger, triggers, isOpen, idle } = props
  const { findings } = useWorkbench()
  const path = ['spec', 'triggers', name]
  const enabled = useField<unknown>([...path, 'disabled'])
  const mark = useSectionMark([path])
  const now = useNow()
  const { label, family } = triggerKind(trigger.kind)
  const summary = triggerSummary(trigger, new Date(now), (at) => clockTime.format(at))
  const problems = triggerProblems(trigger)
  const missing = problems.filter(({ isMissing }) => isMissing).map(({ message }) => message.toLowerCase())
  const wrong = problems.find(({ isMissing }) => !isMissing)
  const refused = findings.find((one) => fieldId(one.path).startsWith(`${fieldId(path)}.`))
  // Our own words first: they say what to do, where the server's say what it will answer.
  const needs = missing.length > 0 ? `still needs ${missing.join(', ')}` : undefined
  const said = wrong?.message ?? needs ?? refused?.message
  const id = fieldId(path)
  return (
    <section id={id} className={classes.row} aria-label={`Trigger ${name}`} data-open={isOpen || undefined}>
      <div className={classes.head}>
        <h2 className={classes.heading}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={`${id}-form`}
            onClick={props.onToggle}
          >
            <span className={classes.icon}>
              <KindIcon family={family} />
            </span>
            <span className={classes.name}>{name}</span>
            <span className={classes.kind}>{label}</span>
            <span className={classes.summary}>{summary}</span>
          </button>
        </h2>
        <span className={classes.marks}>
          <SectionMark mark={said ? 'broken' : mark} />
        </span>
        <Switch
          id={enabled.id}
          size="xs"
          aria-label={`${name} is enabled`}
          checked={enabled.value !== true}
          onChange={(event) => enabled.set(event.currentTarget.checked ? undefined : true)}
        />
        <ActionMenu
          label={`Actions on ${name}`}
          actions={[
            { label: 'Rename', onSelect: props.onRenaming },
            {
              label: 'Duplicate',
              onSelect: props.onDuplicate,
              disabledReason: whyNotAdd(trigger.kind, triggers),
            },
            { label: `Remove ${name}`, onSelect: props.onRemove, danger: true },
          ]}
        />
      </div>
      {said && <p className={classes.said}>{said}</p>}
      {idle && <p className={classes.idle}>{idle}</p>}
      {name === 'default-http' && trigger.kind === 'http' && !isOpen && (
        <p className={classes.implies}>
          The platform adds it to a function without an http trigger, so that it has an address.
        </p>
      )}
      <div id={`${id}-form`} hidden={!isOpen}>
        {isOpen && <TriggerForm name={name} trigger={trigger} onRename={props.onRename} />}
      </div>
    </section>
  )
}
