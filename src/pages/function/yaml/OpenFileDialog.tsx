import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { FunctionConfig } from '@/api/generated/schema'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { notifySuccess } from '@/components/notify'
import { writtenPart, type ReadDocument } from '@/domain/function-document'
import { functionKey } from '@/domain/function-key'
import { readFunctionFile } from '@/domain/read-function-file'
import { specChanges, type SpecChange } from '@/domain/spec-change/spec-changes'
import { applyChanges, differences } from '@/lib/tree'
import { ScrollBox } from '../ScrollBox'
import classes from './OpenFile.module.css'
import { useWorkbench } from '../workbench'
import { yamlStore } from './yaml-store'
import { remarksOn, textOfFile } from './yaml-text'

/** Shows what a file is and what it would change of the draft, before it takes the draft's place. */
export function OpenFileDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const [found, setFound] = useState<ReadDocument>()

  useEffect(() => {
    let isOpen = true
    void readFunctionFile(file).then((read) => {
      if (isOpen) setFound(read)
    })
    return () => {
      isOpen = false
    }
  }, [file])

  return (
    <Dialog title={`Open ${file.name}`} onClose={onClose} width={560}>
      {found?.ok && <Readable name={file.name} read={found.ok} onClose={onClose} />}
      {found?.faults && <Unreadable faults={found.faults} onClose={onClose} />}
      {!found && <p className={classes.body}>Reading the file…</p>}
    </Dialog>
  )
}

function Unreadable({
  faults,
  onClose,
}: {
  faults: NonNullable<ReadDocument['faults']>
  onClose: () => void
}) {
  return (
    <>
      <div className={classes.body} role="alert">
        <p>This file is not a function, so nothing was changed.</p>
        <ScrollBox label="What is wrong with it" className={classes.scroll}>
          <ul>
            {faults.slice(0, 20).map(({ from, line, column, message }) => (
              <li key={`${from} ${message}`} className={classes.bad}>
                Line {line}, column {column}: {message}
              </li>
            ))}
          </ul>
        </ScrollBox>
      </div>
      <DialogFoot>
        <Button variant="default" onClick={onClose} data-autofocus>
          Close
        </Button>
      </DialogFoot>
    </>
  )
}

interface ReadableProps {
  name: string
  read: NonNullable<ReadDocument['ok']>
  onClose: () => void
}

function Readable({ name, read, onClose }: ReadableProps) {
  const { ref, server, control } = useWorkbench()
  const { config } = control.draft
  const remarks = remarksOn({ ...textOfFile(read, config), read }, config, ref.namespace)
  const changes = changesBy(read, config)

  const open = async () => {
    const store = await yamlStore(functionKey('yaml', server, ref), config)
    const edits = store.open(read, config)
    store.flush()
    if (edits.length > 0) control.editAll(edits, `open ${Date.now()}`)
    control.keepText([], undefined)
    notifySuccess(`${name} is the draft now. Undo brings back what was there.`)
    onClose()
  }

  return (
    <>
      <div className={classes.body}>
        <p>{describe(read)}</p>
        {changes.length === 0 ? (
          <p>It says the same as the draft.</p>
        ) : (
          <>
            <p>It changes this of the draft:</p>
            <ScrollBox label="What it changes" className={classes.scroll}>
              <ul>
                {changes.map(({ path, words }) => (
                  <li key={`${path.join('.')} ${words}`}>{words}</li>
                ))}
              </ul>
            </ScrollBox>
          </>
        )}
        {remarks.map(({ message }) => (
          <p key={message} className={classes.dim}>
            {message}
          </p>
        ))}
      </div>
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button data-autofocus onClick={() => void open()}>
          Put it into the draft
        </Button>
      </DialogFoot>
    </>
  )
}

function changesBy(read: ReadableProps['read'], config: FunctionConfig): SpecChange[] {
  const changes = differences(writtenPart(config), textOfFile(read, config).written)
  return specChanges(config, applyChanges(config, changes))
}

function describe({ written }: ReadableProps['read']): string {
  const { name } = written.metadata
  const { runtime, handler, triggers } = written.spec
  const count = typeof triggers === 'object' && triggers ? Object.keys(triggers).length : 0
  const parts = [
    typeof name === 'string' && name ? `The function ${name}` : 'A function without a name',
    typeof runtime === 'string' && runtime ? `runtime ${runtime}` : '',
    typeof handler === 'string' && handler ? `handler ${handler}` : '',
    count === 1 ? '1 trigger' : `${count} triggers`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
