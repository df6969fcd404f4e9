import { Button, TextInput } from '@mantine/core'
import { IconButton } from '@/components/IconButton'
import type { LabelProblems, LabelRow } from './label-rows'
import classes from './form.module.css'

interface LabelFieldsProps {
  rows: LabelRow[]
  problems: LabelProblems[]
  onChange: (rows: LabelRow[]) => void
}

/** Keys and values to edit, one row each, with the rules beside the field that breaks them. */
export function LabelFields({ rows, problems, onChange }: LabelFieldsProps) {
  const change = (id: number, part: Partial<LabelRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)))
  const add = () =>
    onChange([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, key: '', value: '' }])
  return (
    <fieldset className={classes.labels}>
      <legend>Labels</legend>
      {rows.length === 0 && <p className={classes.dim}>None</p>}
      {rows.map(({ id, key, value }, at) => (
        <div key={id} className={classes.label}>
          <TextInput
            aria-label={`Key of label ${at + 1}`}
            placeholder="key"
            value={key}
            error={problems[at]?.key}
            onChange={(event) => change(id, { key: event.currentTarget.value })}
            spellCheck={false}
          />
          <TextInput
            aria-label={`Value of label ${at + 1}`}
            placeholder="value"
            value={value}
            error={problems[at]?.value}
            onChange={(event) => change(id, { value: event.currentTarget.value })}
            spellCheck={false}
          />
          <IconButton
            icon="close"
            label={`Remove label ${key || at + 1}`}
            onClick={() => onChange(rows.filter((row) => row.id !== id))}
          />
        </div>
      ))}
      <Button variant="default" className={classes.add} onClick={add}>
        Add label
      </Button>
    </fieldset>
  )
}
