import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { IconButton } from '@/components/IconButton'
import { sameValue } from '@/lib/tree'
import classes from './MapField.module.css'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { mapOf, rowProblem, rowsOf, type MapRow } from './map-rows'
import { RowSecret } from './RowInputs'
import { useField } from './use-field'

interface MapFieldProps extends FieldProps {
  /** What one line is called in “Add …”: `label`. */
  item: string
  keyLabel?: string
  valueLabel?: string
  keyProblem?: (key: string) => string | undefined
  valueProblem?: (value: string) => string | undefined
  /** Keys that are the server's own: kept, and not shown. */
  isHidden?: (key: string) => boolean
  /** Why it cannot be changed now. */
  disabledReason?: string
  /** Values are covered until they are asked for. */
  secret?: boolean
  /** Keys to offer. */
  suggestions?: readonly string[]
}

/** Names with values, such as labels: one line each, edited in place. */
export function MapField(props: MapFieldProps) {
  const { path, label, item, keyLabel = 'Key', valueLabel = 'Value', disabledReason } = props
  const field = useField<Record<string, string>>(path, { whole: true })
  const help = useHelp(props)
  const [rows, setRows] = useMapRows(field.value, field.set, props.isHidden)
  const change = (changed: MapRow) => setRows(rows.map((row) => (row.id === changed.id ? changed : row)))
  const nextId = rows.reduce((most, { id }) => Math.max(most, id + 1), 0)
  const isHidden = props.isHidden ?? (() => false)
  const framed = {
    id: field.id,
    isEdited: !sameValue(shownOf(field.before, isHidden), shownOf(field.value, isHidden)),
    // Keys that are not shown may have fields of their own.
    reset: () =>
      field.set(nonEmpty({ ...hiddenOf(field.value, isHidden), ...shownOf(field.before, isHidden) })),
  }
  return (
    <FieldFrame field={framed} label={label}>
      <fieldset id={field.id} className={classes.map} aria-describedby={`${field.id}-help`}>
        <legend className={classes.legend}>{label}</legend>
        {rows.map((row, index) => (
          <div key={row.id} className={classes.row}>
            <TextInput
              aria-label={`${keyLabel} of ${item} ${index + 1}`}
              placeholder={keyLabel}
              spellCheck={false}
              autoComplete="off"
              list={props.suggestions && `${field.id}-suggestions`}
              readOnly={Boolean(disabledReason)}
              value={row.key}
              error={rowProblem(row, rows, props.keyProblem)}
              onChange={(event) => change({ ...row, key: event.currentTarget.value })}
            />
            {props.secret ? (
              <RowSecret
                label={`${valueLabel} of ${row.key || `${item} ${index + 1}`}`}
                placeholder={valueLabel}
                value={row.value}
                problem={props.valueProblem?.(row.value)}
                onChange={(value) => change({ ...row, value: value ?? '' })}
              />
            ) : (
              <TextInput
                aria-label={`${valueLabel} of ${row.key || `${item} ${index + 1}`}`}
                placeholder={valueLabel}
                spellCheck={false}
                autoComplete="off"
                readOnly={Boolean(disabledReason)}
                value={row.value}
                error={props.valueProblem?.(row.value)}
                onChange={(event) => change({ ...row, value: event.currentTarget.value })}
              />
            )}
            {!disabledReason && (
              <IconButton
                icon="close"
                label={`Remove ${row.key || `${item} ${index + 1}`}`}
                onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
              />
            )}
          </div>
        ))}
        {props.suggestions && (
          <datalist id={`${field.id}-suggestions`}>
            {props.suggestions.map((key) => (
              <option key={key} value={key} />
            ))}
          </datalist>
        )}
        {!disabledReason && (
          <Button
            variant="subtle"
            className={classes.add}
            onClick={() => setRows([...rows, { id: nextId, key: '', value: '' }])}
          >
            Add {item}
          </Button>
        )}
        {field.problem && <p className={classes.problem}>{field.problem}</p>}
        <p id={`${field.id}-help`} className={classes.help}>
          {disabledReason ?? help}
        </p>
      </fieldset>
    </FieldFrame>
  )
}

type TextMap = Record<string, string>

const shownOf = (map: TextMap | undefined, isHidden: (key: string) => boolean): TextMap =>
  Object.fromEntries(Object.entries(map ?? {}).filter(([key]) => !isHidden(key)))

const hiddenOf = (map: TextMap | undefined, isHidden: (key: string) => boolean): TextMap =>
  shownOf(map, (key) => !isHidden(key))

const nonEmpty = (map: TextMap): TextMap | undefined => (Object.keys(map).length > 0 ? map : undefined)

function useMapRows(
  map: Record<string, string> | undefined,
  onMap: (map: Record<string, string> | undefined) => void,
  isHidden: (key: string) => boolean = () => false,
): [MapRow[], (rows: MapRow[]) => void] {
  const [typed, setTyped] = useState<{ rows: MapRow[]; map: unknown }>()
  const isTyped = typed !== undefined && sameValue(typed.map, map)
  const rows = isTyped ? typed.rows : rowsOf(map).filter(({ key }) => !isHidden(key))
  return [
    rows,
    (next) => {
      const hidden = Object.entries(map ?? {}).filter(([key]) => isHidden(key))
      const shown = mapOf(next)
      const whole = hidden.length > 0 || shown ? { ...Object.fromEntries(hidden), ...shown } : undefined
      setTyped({ rows: next, map: whole })
      onMap(whole)
    },
  ]
}
