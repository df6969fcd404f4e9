import { Button, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { IconButton } from '@/components/IconButton'
import { headerProblem, nextRowId, type HeaderRow } from './request-model'
import classes from './TestConsole.module.css'

/** The headers of a request, a row each; what cannot be sent says so. */
export function HeaderRows({ rows, onChange }: { rows: HeaderRow[]; onChange: (rows: HeaderRow[]) => void }) {
  const add = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const set = (id: number, change: Partial<HeaderRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)))
  const addRow = () => {
    onChange([...rows, { id: nextRowId(rows), name: '', value: '' }])
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>('[data-row]:last-of-type input')?.focus(),
    )
  }

  return (
    <div className={classes.headers} ref={list} role="group" aria-label="Headers">
      {rows.map((row, index) => {
        const problem = headerProblem(row)
        return (
          <div key={row.id} className={classes.headerRow} data-row>
            <TextInput
              aria-label={`Name of header ${index + 1}`}
              placeholder="Name"
              spellCheck={false}
              autoComplete="off"
              value={row.name}
              error={problem?.stops ? problem.words : undefined}
              description={problem?.stops ? undefined : problem?.words}
              onChange={(event) => set(row.id, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Value of header ${index + 1}`}
              placeholder="Value"
              spellCheck={false}
              autoComplete="off"
              value={row.value}
              onChange={(event) => set(row.id, { value: event.currentTarget.value })}
            />
            <IconButton
              icon="close"
              label={`Remove header ${row.name || index + 1}`}
              onClick={() => {
                onChange(rows.filter((other) => other !== row))
                add.current?.focus()
              }}
            />
          </div>
        )
      })}
      <Button ref={add} variant="subtle" className={classes.addHeader} onClick={addRow}>
        Add header
      </Button>
    </div>
  )
}
