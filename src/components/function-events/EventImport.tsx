import { Button, NativeSelect, Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createFunctionEvent, namespaceEventsQuery, updateFunctionEvent } from '@/api/function-events'
import { runMutation } from '@/api/run-mutation'
import { readEvents, type EventInFile } from '@/domain/events/event-files'
import { importPlan, type Binding, type ImportStep } from '@/domain/events/event-import'
import { without } from '@/lib/without'
import { ActButton } from '../ActButton'
import { Dialog, DialogFoot } from '../Dialog'
import { FilePicker } from '../FilePicker'
import { notifySuccess } from '../notify'
import { SubmitError } from '../SubmitError'
import classes from './FunctionEvents.module.css'

interface EventImportProps {
  namespace: string
  /** The function that the events are to belong to; without one each goes to the function that it names. */
  into?: string
  /** To choose from. Left out, all go `into` the one. */
  functions?: readonly string[]
  onClose: () => void
}

function actWords(step: ImportStep): string {
  switch (step.act) {
    case 'create':
      return 'new'
    case 'replace':
      return 'written over'
    case 'none':
      return 'there as it is'
    case 'taken':
      return `left out: its name belongs to ${step.owner || 'another function'}`
    case 'homeless':
      return step.functionName
        ? `left out: there is no function ${step.functionName} here`
        : 'left out: it names no function'
  }
}

const asFileSays = ''

/** Reads events from a YAML or JSON file, shows what would become of each, and saves them when told to. */
export function EventImport({ namespace, into = asFileSays, functions, onClose }: EventImportProps) {
  const queryClient = useQueryClient()
  // Names are unique in the namespace, whatever the function.
  const existing = useQuery(namespaceEventsQuery(namespace))
  const [file, setFile] = useState<{ name: string; events: readonly EventInFile[] }>()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [keepsNames, setKeepsNames] = useState(true)
  const [target, setTarget] = useState(into)
  const [others, setOthers] = useState('')
  const [saving, setSaving] = useState<{ done: number; of: number }>()
  const [trouble, setTrouble] = useState<unknown>()
  const planFor = (binding: Binding) =>
    file && existing.data ? importPlan(file.events, existing.data, { binding, keepsNames }) : []
  const asFile = new Set(functions)
  const plan = planFor(target === asFileSays ? { asFile, others: others || undefined } : { to: target })
  const hasHomeless = target === asFileSays && planFor({ asFile }).some(({ act }) => act === 'homeless')
  const due = plan.filter(({ act }) => act === 'create' || act === 'replace')
  const isBusy = saving !== undefined

  const read = async (chosen: File) => {
    setTrouble(undefined)
    const found = readEvents(await chosen.text())
    setFaults(found.faults?.map(({ line, message }) => `Line ${line}: ${message}`) ?? [])
    setFile(found.events && { name: chosen.name, events: found.events })
  }
  const save = async () => {
    setTrouble(undefined)
    try {
      for (const [index, step] of due.entries()) {
        setSaving({ done: index, of: due.length })
        const metadata = keepsNames ? step.config.metadata : without(step.config.metadata, 'name')
        const config = { ...step.config, metadata }
        const ref = { namespace, name: step.functionName }
        if (step.act === 'replace')
          await runMutation(queryClient, updateFunctionEvent(queryClient), { ref, config })
        else await runMutation(queryClient, createFunctionEvent(queryClient), { ref, config })
      }
      notifySuccess(`Imported ${due.length} ${due.length === 1 ? 'event' : 'events'}`)
      onClose()
    } catch (error) {
      setTrouble(error)
      setSaving(undefined)
    }
  }

  return (
    <Dialog
      title={functions ? 'Import events' : `Import events into ${into}`}
      onClose={onClose}
      busy={isBusy}
      width={560}
    >
      <div className={classes.import}>
        <FilePicker label="File with events" accept=".yaml,.yml,.json" onFile={(chosen) => void read(chosen)}>
          {(choose) => (
            <Button variant="default" data-autofocus onClick={choose}>
              {file ? file.name : 'Choose a YAML or JSON file…'}
            </Button>
          )}
        </FilePicker>
        {functions && (
          <NativeSelect
            label="Function"
            description="An exported event names the function that it was saved for."
            value={target}
            data={[{ value: asFileSays, label: 'As the file says' }, ...functions]}
            onChange={(change) => setTarget(change.currentTarget.value)}
          />
        )}
        {faults.length > 0 && (
          <ul className={classes.faults} role="alert">
            {faults.slice(0, 20).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {file && (
          <>
            <Switch
              label="Keep the names that the events have on the server"
              description="Events of the same name are written over then. Without it each becomes a new one."
              checked={keepsNames}
              onChange={(change) => setKeepsNames(change.currentTarget.checked)}
            />
            {hasHomeless && functions && (
              <NativeSelect
                label="Events whose function is not here"
                value={others}
                data={[
                  { value: '', label: 'Leave them out' },
                  ...functions.map((name) => ({ value: name, label: `Save them for ${name}` })),
                ]}
                onChange={(change) => setOthers(change.currentTarget.value)}
              />
            )}
            <ul className={classes.plan} aria-label="What becomes of each">
              {plan.map((step, index) => (
                <li key={index}>
                  <strong>{step.displayName}</strong>{' '}
                  <span className={classes.quiet}>
                    {functions && step.act !== 'homeless' && `for ${step.functionName}, `}
                    {actWords(step)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        <SubmitError error={trouble ?? existing.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton
            variant="filled"
            loading={isBusy}
            disabledReason={
              !file
                ? 'Choose a file first'
                : !existing.data
                  ? 'The events that are there are being read'
                  : due.length === 0
                    ? 'Nothing of it has to be saved'
                    : undefined
            }
            onClick={() => void save()}
          >
            {saving ? `Saving ${saving.done + 1} of ${saving.of}` : `Import ${due.length || ''}`}
          </ActButton>
        </DialogFoot>
      </div>
    </Dialog>
  )
}
