import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { IconButton } from '../IconButton'
import { expectationKinds, rowProblem, type ExpectationRow } from './expectation-rows'
import classes from './FunctionEvents.module.css'

interface ExpectationsEditorProps {
  rows: readonly ExpectationRow[]
  onChange: (rows: ExpectationRow[]) => void
}

const byId = new Map(expectationKinds.map((kind) => [kind.id, kind]))

/** What is expected of an answer, a row each, with what is wrong beside the field. */
export function ExpectationsEditor({ rows, onChange }: ExpectationsEditorProps) {
  const list = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const set = (id: number, change: Partial<ExpectationRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)))
  const addRow = () => {
    const id = Math.max(0, ...rows.map((row) => row.id)) + 1
    onChange([...rows, { id, kind: 'status equals', place: '', value: '200' }])
    requestAnimationFrame(() => [...(list.current?.querySelectorAll('select') ?? [])].at(-1)?.focus())
  }
  return (
    <div className={classes.editor} ref={list} role="group" aria-label="Expectations">
      {rows.map((row, index) => {
        const kind = byId.get(row.kind)
        const problem = rowProblem(row)
        const number = index + 1
        return (
          <div key={row.id} className={classes.editorRow}>
            {kind ? (
              <NativeSelect
                aria-label={`Expectation ${number}`}
                value={row.kind}
                data={expectationKinds.map(({ id, label }) => ({ value: id, label }))}
                onChange={(event) => set(row.id, { kind: event.currentTarget.value })}
              />
            ) : (
              <span className={classes.unknown}>This page cannot read: {row.value}</span>
            )}
            {kind?.place && (
              <TextInput
                aria-label={
                  kind.place === 'name' ? `Header of expectation ${number}` : `Path of expectation ${number}`
                }
                placeholder={kind.place === 'name' ? 'Content-Type' : '$.total'}
                spellCheck={false}
                autoComplete="off"
                value={row.place}
                error={problem?.at === 'place' ? problem.words : undefined}
                onChange={(event) => set(row.id, { place: event.currentTarget.value })}
              />
            )}
            {kind?.value && (
              <TextInput
                aria-label={`Value of expectation ${number}`}
                spellCheck={false}
                autoComplete="off"
                value={row.value}
                error={problem?.at === 'value' ? problem.words : undefined}
                onChange={(event) => set(row.id, { value: event.currentTarget.value })}
              />
            )}
            <IconButton
              icon="close"
              label={`Remove expectation ${number}`}
              onClick={() => {
                onChange(rows.filter((other) => other !== row))
                add.current?.focus()
              }}
            />
          </div>
        )
      })}
      <Button ref={add} variant="subtle" className={classes.add} onClick={addRow}>
        Add expectation
      </Button>
    </div>
  )
}
