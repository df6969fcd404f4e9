import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CodeEditor } from '@/components/editor/CodeEditor'
import { EmptyState } from '@/components/EmptyState'
import { useNow } from '@/components/use-now'
import { decodeSource, encodeSource } from '@/domain/function-config'
import { runtimeOf, runtimes, sourceFileName } from '@/domain/runtimes'
import { handlerPath, isEdited, runtimePath, sourcePath } from '../draft'
import { clockTime } from '../log-record'
import { valueAt } from '../tree'
import { useWorkbench } from '../workbench'
import classes from './CodeTab.module.css'
import { codeOrigin } from './code-origin'

/** The source with the handler and the runtime that belong to it, as the draft has them. */
export function SourcePane() {
  const { control } = useWorkbench()
  const { config } = control.draft
  const handler = textAt(config, handlerPath)
  const runtime = textAt(config, runtimePath)
  const origin = codeOrigin(config.spec)
  return (
    <section className={classes.source} aria-label="Source">
      <div className={classes.fields}>
        <span className={classes.file}>{origin ? 'Code' : sourceFileName(runtime, handler)}</span>
        <TextInput
          className={classes.handler}
          classNames={{ root: classes.field, error: classes.fieldError }}
          label="Handler"
          required={!origin}
          withAsterisk={false}
          spellCheck={false}
          autoComplete="off"
          value={handler}
          error={!origin && handler.trim() === '' ? 'Enter the handler' : undefined}
          onChange={(event) => control.edit(handlerPath, event.currentTarget.value)}
        />
        <NativeSelect
          classNames={{ root: classes.field }}
          label="Runtime"
          data={runtimeChoices(runtime)}
          value={runtime}
          onChange={(event) => control.edit(runtimePath, event.currentTarget.value)}
        />
      </div>
      <div className={classes.editor}>{origin ? <Elsewhere words={origin} /> : <SourceEditor />}</div>
      <EditLine />
    </section>
  )
}

function textAt(config: unknown, path: readonly string[]): string {
  const value = valueAt(config, path)
  return typeof value === 'string' ? value : ''
}

function runtimeChoices(current: string) {
  const known = runtimes.map(({ id, label }) => ({ value: id, label }))
  if (known.some(({ value }) => value === current)) return known
  return [{ value: current, label: current === '' ? 'Choose a runtime' : runtimeOf(current).label }, ...known]
}

function SourceEditor() {
  const { ref, control } = useWorkbench()
  const { config } = control.draft
  const encoded = textAt(config, sourcePath)
  const runtime = runtimeOf(textAt(config, runtimePath))
  // The text as typed, with what it was turned into: decoding a large source at every keystroke would be felt.
  const [typed, setTyped] = useState<{ text: string; encoded: string }>()
  const text = typed?.encoded === encoded ? typed.text : decodeSource(encoded)
  if (text !== undefined && typed?.encoded !== encoded) setTyped({ text, encoded })

  if (text === undefined)
    return <Elsewhere words="The stored source is not text, so it cannot be edited here." />
  return (
    <CodeEditor
      value={text}
      language={runtime.language}
      path={`${ref.namespace}/${ref.project}/${ref.name}/source`}
      ariaLabel={`Source of ${ref.name}. Press Escape and then Tab to leave the editor.`}
      onChange={(next) => {
        const encodedNext = encodeSource(next)
        setTyped({ text: next, encoded: encodedNext })
        control.edit(sourcePath, encodedNext)
      }}
    />
  )
}

function Elsewhere({ words }: { words: string }) {
  return (
    <div className={classes.elsewhere}>
      <EmptyState title="No source to edit here">
        <p>{words}</p>
      </EmptyState>
    </div>
  )
}

/** Whether there are edits, and that they are safe. Its line is always there, so that nothing moves. */
function EditLine() {
  const { control } = useWorkbench()
  const { draft, isKept, discard } = control
  const edited = isEdited(draft)
  const now = useNow()
  return (
    <div className={classes.editLine}>
      {edited && (
        <>
          <span>
            {draft.editedAt ? `Edited ${clockTime(draft.editedAt, now)}` : 'Edited'} ·{' '}
            {isKept ? 'kept in this browser' : 'not kept: this browser’s storage is full or blocked'}
          </span>
          <Button variant="subtle" size="compact-xs" onClick={discard}>
            Discard edits
          </Button>
        </>
      )}
    </div>
  )
}
