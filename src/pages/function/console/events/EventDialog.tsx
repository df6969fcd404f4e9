import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { createFunctionEvent, EventChangedError, updateFunctionEvent } from '@/api/function-events'
import type { FunctionEvent, FunctionEventConfig } from '@/api/generated/schema'
import { runMutation } from '@/api/run-mutation'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { ExpectationsEditor } from '@/components/function-events/ExpectationsEditor'
import { expectationOf, rowOf, rowProblem } from '@/components/function-events/expectation-rows'
import { notifySuccess } from '@/components/notify'
import { SubmitError } from '@/components/SubmitError'
import { displayNameProblem, eventNameProblem } from '@/domain/events/event-names'
import { expectationsOf, withExpectations } from '@/domain/events/expectation'
import { triggerKind, triggerKinds } from '@/domain/triggers/kinds'
import { useWorkbench } from '../../workbench'
import { furtherProblem, furtherText, withFurther } from './further-attributes'
import classes from './Events.module.css'

interface EventDialogProps {
  title: string
  /** What to save, or to edit. */
  event: FunctionEventConfig
  mode: 'create' | 'edit'
  /** Of an edit: the event as it was when the edit began. */
  opened?: FunctionEvent
  /** Sentences to know before it is saved. */
  notes?: readonly string[]
  onClose: () => void
  onSaved?: (event: FunctionEvent) => void
  /** Further choices. */
  children?: ReactNode
}

/** Names an event, its kind of trigger with the attributes of that, and what is expected of its answer, and saves it. */
export function EventDialog(props: EventDialogProps) {
  const { title, event, mode, opened, notes = [], onClose, onSaved, children } = props
  const { ref } = useWorkbench()
  const queryClient = useQueryClient()
  const [shown, setShown] = useState(event.spec.displayName ?? '')
  const [name, setName] = useState('')
  const [kind, setKind] = useState(event.spec.triggerKind || 'http')
  const [rows, setRows] = useState(() => expectationsOf(event.spec).map((one, at) => rowOf(one, at + 1)))
  const [saving, setSaving] = useState<'idle' | 'busy' | { error: unknown }>('idle')
  const shownProblem = displayNameProblem(shown)
  const nameProblem = eventNameProblem(name.trim())
  const rowsProblem = rows.some((row) => rowProblem(row)) ? 'Correct the expectations first' : undefined
  const [further, setFurther] = useState(() => furtherText(event.spec))
  // Open from the start where there is something to see; it stays as a person leaves it then.
  const [isFurtherOpen] = useState(further !== '' || kind !== 'http')
  const furtherWords = furtherProblem(further)
  const problem =
    shownProblem ?? nameProblem ?? rowsProblem ?? (furtherWords && 'Correct the further attributes first')

  const config = (): FunctionEventConfig => ({
    metadata: { ...event.metadata, ...(mode === 'create' && name.trim() !== '' && { name: name.trim() }) },
    spec: withExpectations(
      withFurther({ ...event.spec, displayName: shown.trim(), triggerKind: kind }, further),
      rows.map(expectationOf),
    ),
  })
  const save = async (how: 'usual' | 'anyway' | 'anew') => {
    setSaving('busy')
    try {
      const saved = config()
      if (mode === 'create' || how === 'anew') {
        const created = await runMutation(queryClient, createFunctionEvent(queryClient), {
          ref,
          config: saved,
        })
        onSaved?.(created)
      } else {
        await runMutation(queryClient, updateFunctionEvent(queryClient), {
          ref,
          config: saved,
          ...(how === 'usual' && { opened }),
        })
        onSaved?.({ ...saved, metadata: { ...saved.metadata } } as FunctionEvent)
      }
      notifySuccess(`Saved ${shown.trim()}`)
      onClose()
    } catch (error) {
      setSaving({ error })
    }
  }
  const error = typeof saving === 'object' ? saving.error : undefined

  return (
    <Dialog title={title} onClose={onClose} busy={saving === 'busy'} width={640}>
      <form
        className={classes.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          if (!problem && saving !== 'busy') void save('usual')
        }}
      >
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="off"
          value={shown}
          error={shownProblem}
          onChange={(change) => setShown(change.currentTarget.value)}
        />
        {mode === 'create' ? (
          <TextInput
            label="Name on the server"
            description="Left empty, the server makes one up."
            autoComplete="off"
            spellCheck={false}
            value={name}
            error={nameProblem}
            onChange={(change) => setName(change.currentTarget.value)}
          />
        ) : (
          <p className={classes.quiet}>On the server: {event.metadata.name}</p>
        )}
        <NativeSelect
          label="Kind of trigger"
          value={kind}
          data={kindChoices(kind)}
          onChange={(change) => setKind(change.currentTarget.value)}
        />
        <fieldset className={classes.fieldset}>
          <legend>What to expect of the answer</legend>
          <ExpectationsEditor rows={rows} onChange={setRows} />
        </fieldset>
        <details className={classes.further} open={isFurtherOpen}>
          <summary>Further attributes</summary>
          <Textarea
            aria-label="Further attributes"
            description="As YAML: what else belongs to an event of its kind. It is kept with the event; a request does not carry it."
            classNames={{ input: classes.yaml }}
            rows={5}
            resize="vertical"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            placeholder="topic: orders"
            value={further}
            error={furtherWords}
            onChange={(change) => setFurther(change.currentTarget.value)}
          />
        </details>
        {children}
        {notes.map((words) => (
          <p key={words} className={classes.quiet}>
            {words}
          </p>
        ))}
        {error instanceof EventChangedError ? (
          <div className={classes.conflict} role="alert">
            <p>
              {error.stored
                ? 'Somebody else changed this event since you opened it.'
                : 'Somebody else deleted this event since you opened it.'}
            </p>
            <Button variant="default" onClick={() => void save(error.stored ? 'anyway' : 'anew')}>
              {error.stored ? 'Write over it' : 'Save it anew'}
            </Button>
          </div>
        ) : (
          <SubmitError error={error} />
        )}
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton type="submit" variant="filled" loading={saving === 'busy'} disabledReason={problem}>
            Save event
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

function kindChoices(kind: string): { value: string; label: string }[] {
  const known = triggerKinds.map(({ kind: value, label }) => ({ value, label }))
  if (known.some(({ value }) => value === kind)) return known
  return [...known, { value: kind, label: triggerKind(kind).label }]
}
