import { useId } from 'react'
import { Link } from 'react-router'
import type { Trigger } from '@/api/generated/schema'
import { fieldsOf, triggerKind } from '@/domain/triggers/kinds'
import type { TriggerField, TriggerGroup } from '@/domain/triggers/trigger-field'
import { isBranch, isWithin, valueAt, type Path } from '@/lib/tree'
import { Fold } from '../form/Fold'
import { fieldId } from '../form/use-field'
import { YamlField } from '../form/YamlField'
import { tabPath } from '../tabs'
import { useWorkbench } from '../workbench'
import { CronWhen } from './CronWhen'
import { KindField } from './KindField'
import { TriggerFieldInput } from './TriggerFieldInput'
import { TriggerName } from './TriggerName'
import classes from './Triggers.module.css'

interface TriggerFormProps {
  name: string
  trigger: Trigger
  onRename: (to: string) => void
}

const groups: readonly (readonly [Exclude<TriggerGroup, 'main'>, string])[] = [
  ['event', 'Event'],
  ['cors', 'CORS'],
  ['signIn', 'Sign-in and encryption'],
  ['workers', 'Workers'],
  ['timing', 'Timing'],
  ['more', 'More'],
]

/** Everything about one trigger: its name and kind, what the kind needs, and the rest in parts that open. */
export function TriggerForm({ name, trigger, onRename }: TriggerFormProps) {
  const at: Path = ['spec', 'triggers', name]
  const { kind } = trigger
  const fields = fieldsOf(kind).filter((field) => !isDrawnByCron(kind, field))
  const inGroup = (group: TriggerGroup) => fields.filter((field) => (field.group ?? 'main') === group)
  const isKnown = triggerKind(kind).family !== 'unknown'
  return (
    <div className={classes.form}>
      <div className={classes.grid}>
        <div className={classes.unframed}>
          <TriggerName name={name} kind={kind} onRename={onRename} />
        </div>
        <KindField name={name} trigger={trigger} />
      </div>
      <Words kind={kind} trigger={trigger} />
      {kind === 'cron' && <CronWhen at={at} />}
      <Fields fields={inGroup('main')} at={at} />
      {!isKnown && (
        <YamlField
          path={[...at, 'attributes']}
          label="Attributes"
          shape="object"
          help="This page does not know the attributes of this kind; they go to the server as they are."
        />
      )}
      <div>
        {groups.map(([group, title]) => {
          const members = inGroup(group)
          if (members.length === 0) return null
          return (
            <Fold
              key={group}
              id={`${fieldId(at)}.${group}-part`}
              title={title}
              summary={setWords(members, trigger)}
            >
              <Fields fields={members} at={at} />
            </Fold>
          )
        })}
      </div>
      {isKnown && <Unknown name={name} trigger={trigger} />}
    </div>
  )
}

function Fields({ fields, at }: { fields: readonly TriggerField[]; at: Path }) {
  if (fields.length === 0) return null
  return (
    <div className={classes.grid}>
      {fields.map((field) => (
        <TriggerFieldInput key={fieldId(field.path)} field={field} at={at} />
      ))}
    </div>
  )
}

const isDrawnByCron = (kind: string, { path }: TriggerField) =>
  kind === 'cron' && ['attributes.interval', 'attributes.schedule'].includes(fieldId(path))

/** How many fields of a part are set, so that nothing hides in it. */
function setWords(fields: readonly TriggerField[], trigger: Trigger): string {
  const count = fields.filter((field) => valueAt(trigger, field.path) !== undefined).length
  return count === 0 ? 'defaults' : `${count} set`
}

/** What a person has to know about a trigger of this kind that no single field says. */
function Words({ kind, trigger }: { kind: string; trigger: Trigger }) {
  const { control } = useWorkbench()
  const { minReplicas, maxReplicas, replicas } = control.draft.config.spec
  const id = useId()
  if (kind === 'http' && valueAt(trigger, ['attributes', 'cors', 'enabled']) === true)
    return (
      <p id={id} className={classes.note}>
        With CORS on, a request without an Origin header is answered 200 with an empty body, and the function
        does not run. Browsers leave Origin out of a GET from the same origin, and so does curl.
      </p>
    )
  if (kind === 'v3ioStream' && replicas === undefined && minReplicas !== maxReplicas)
    return (
      <p id={id} className={classes.note}>
        A function that reads a V3IO stream keeps its number of replicas: set least and most to the same
        number.
      </p>
    )
  return null
}

/** What the trigger holds that no field draws: kept as it is, and named. */
function Unknown({ name, trigger }: { name: string; trigger: Trigger }) {
  const { ref } = useWorkbench()
  const drawn = fieldsOf(trigger.kind).map(({ path }) => path)
  const known: Path[] = [...drawn, ...['class', 'kind', 'name', 'disabled', 'maxWorkers'].map((key) => [key])]
  const rest = placesOf(trigger).filter((path) => !known.some((one) => isWithin(path, one)))
  if (rest.length === 0) return null
  return (
    <p className={classes.help}>
      Also set, and kept as it is: {rest.map(fieldId).join(', ')}.{' '}
      <Link to={tabPath(ref, { segment: 'yaml' }, fieldId(['spec', 'triggers', name]))} data-link>
        See it in the YAML
      </Link>
    </p>
  )
}

function placesOf(value: unknown, path: Path = []): Path[] {
  if (!isBranch(value)) return [path]
  return Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))
}
