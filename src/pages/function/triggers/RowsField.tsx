import { valueProblem } from '@/domain/triggers/problems'
import type { TriggerField } from '@/domain/triggers/trigger-field'
import { without } from '@/lib/without'
import type { FieldProps } from '../form/FieldFrame'
import { ListField } from '../form/ListField'
import { RowNumber, RowSwitch, RowText } from '../form/RowInputs'
import { shownText } from '../form/TextField'

type Item = Record<string, unknown>

interface RowsFieldProps extends FieldProps {
  item: string
  of: readonly TriggerField[]
}

/** A list of objects, one line each, by the table of their fields. */
export function RowsField({ item: word, of, ...props }: RowsFieldProps) {
  return (
    <ListField<Item>
      {...props}
      item={word}
      blank={{}}
      isBlank={(item) => Object.keys(item).length === 0}
      nameOf={(item) => shownText(item[of[0]?.path[0] ?? '']) || undefined}
    >
      {({ item, index, set, problemAt }) =>
        of.map((part) => {
          const key = part.path[0] ?? ''
          const value = item[key]
          const input = {
            label: `${part.label} of ${word} ${index + 1}`,
            value,
            problem: problemAt(key) ?? valueProblem(part, value),
            onChange: (next: unknown) =>
              set(next === undefined ? without(item, key) : { ...item, [key]: next }),
          }
          const usual = 'default' in part && part.default !== undefined ? ` (${part.default})` : ''
          const placeholder = part.label + usual
          if (part.type === 'switch') return <RowSwitch key={key} {...input} label={part.label} />
          if (part.type === 'number') return <RowNumber key={key} {...input} placeholder={placeholder} />
          return <RowText key={key} {...input} placeholder={placeholder} />
        })
      }
    </ListField>
  )
}
