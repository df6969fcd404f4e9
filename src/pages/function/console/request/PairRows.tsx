import { Button, Checkbox, TextInput } from '@mantine/core'
import { useId, type ClipboardEvent, type ReactNode } from 'react'
import { IconButton } from '@/components/IconButton'
import type { Problem } from '@/domain/console/header-problem'
import type { RequestRow } from '@/domain/console/request'
import classes from './PairRows.module.css'
import { useRowFocus } from './use-row-focus'

interface PairRowsProps<Row extends RequestRow> {
  /** Names the group. */
  label: string
  /** What one is called: `header`. */
  item: string
  rows: readonly Row[]
  onRows: (rows: Row[]) => void
  blank: (id: number) => Row
  problemOf?: (row: Row) => Problem | undefined
  /** To choose names from; any other can be typed. */
  names?: readonly string[]
  valuesOf?: (name: string) => readonly string[]
  /** Stands in the place of the value, for a row that has something else there. */
  otherValue?: (row: Row, index: number, set: (change: Partial<Row>) => void) => ReactNode
  /** Stands behind the value. */
  besideValue?: (row: Row, index: number, set: (change: Partial<Row>) => void) => ReactNode
  onPasteName?: (event: ClipboardEvent<HTMLInputElement>, row: Row) => void
  /** Stands beside “Add”. */
  children?: ReactNode
}

/** Names with values, a line each, to switch off, edit and remove. */
export function PairRows<Row extends RequestRow>(props: PairRowsProps<Row>) {
  const { label, item, rows, onRows, blank, names } = props
  const id = useId()
  const { list, focusNext } = useRowFocus()
  const remove = (row: Row) => {
    const index = rows.indexOf(row)
    const near = rows[index + 1] ?? rows[index - 1]
    focusNext(near ? `[data-row="${near.id}"] [data-remove]` : '[data-add]')
    onRows(rows.filter((other) => other !== row))
  }
  const add = () => {
    const next = rows.reduce((most, row) => Math.max(most, row.id), 0) + 1
    focusNext(`[data-row="${next}"] [data-name]`)
    onRows([...rows, blank(next)])
  }

  return (
    <div ref={list} className={classes.rows} role="group" aria-label={label}>
      {rows.map((row, index) => (
        <PairRow
          key={row.id}
          {...props}
          row={row}
          index={index}
          listId={names && `${id}-names`}
          set={(change) => onRows(rows.map((other) => (other === row ? { ...row, ...change } : other)))}
          onRemove={() => remove(row)}
        />
      ))}
      {names && <Choices id={`${id}-names`} values={names} />}
      <div className={classes.foot}>
        <Button variant="subtle" className={classes.add} data-add onClick={add}>
          Add {item}
        </Button>
        {props.children}
      </div>
    </div>
  )
}

interface PairRowProps<Row extends RequestRow> extends PairRowsProps<Row> {
  row: Row
  index: number
  listId?: string
  set: (change: Partial<Row>) => void
  onRemove: () => void
}

function PairRow<Row extends RequestRow>(props: PairRowProps<Row>) {
  const { item, row, index, set, listId } = props
  const id = useId()
  const which = `${item} ${index + 1}`
  const problem = props.problemOf?.(row)
  const values = props.valuesOf?.(row.name) ?? []
  const other = props.otherValue?.(row, index, set)
  const described = problem && `${id}-problem`
  const plain = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'off' }
  return (
    <div className={classes.row} data-row={row.id} data-off={row.isOff || undefined}>
      <Checkbox
        size="xs"
        className={classes.on}
        aria-label={`Send ${which}`}
        checked={!row.isOff}
        onChange={(event) => set({ isOff: event.currentTarget.checked ? undefined : true } as Partial<Row>)}
      />
      <TextInput
        {...plain}
        data-name
        aria-label={`Name of ${which}`}
        aria-describedby={described}
        placeholder="Name"
        list={listId}
        value={row.name}
        error={problem?.stops}
        onPaste={(event) => props.onPasteName?.(event, row)}
        onChange={(event) => set({ name: event.currentTarget.value } as Partial<Row>)}
      />
      <div className={classes.value}>
        {other ?? (
          <TextInput
            {...plain}
            className={classes.valueInput}
            aria-label={`Value of ${which}`}
            aria-describedby={described}
            placeholder="Value"
            list={values.length > 0 ? `${id}-values` : undefined}
            value={row.value}
            onChange={(event) => set({ value: event.currentTarget.value } as Partial<Row>)}
          />
        )}
        {values.length > 0 && <Choices id={`${id}-values`} values={values} />}
        {props.besideValue?.(row, index, set)}
      </div>
      <IconButton
        icon="close"
        data-remove
        className={classes.remove}
        label={`Remove ${item} ${row.name || index + 1}`}
        onClick={props.onRemove}
      />
      {problem && (
        <p id={`${id}-problem`} className={classes.problem} data-stops={problem.stops || undefined}>
          {problem.words}
        </p>
      )}
    </div>
  )
}

function Choices({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}
