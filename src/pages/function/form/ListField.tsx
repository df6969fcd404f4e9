import { samePath } from '@/lib/tree'
import { useWorkbench } from '../workbench'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { RowList, type RowListProps } from './RowList'
import { useField } from './use-field'

/** How a value that is no list is edited as one. */
export interface ListCodec<Item> {
  list: (value: unknown) => unknown
  value: (items: Item[] | undefined) => unknown
  /** The key of an item in the value. */
  key: (item: Item) => string
}

type ListFieldProps<Item> = FieldProps & RowListProps<Item> & { codec?: ListCodec<Item> }

/** A list of objects in the draft: one line each, edited in place. Lines that are still blank are not in the draft. */
export function ListField<Item extends object>({ codec, ...props }: ListFieldProps<Item>) {
  const { path } = props
  const { findings } = useWorkbench()
  const field = useField<unknown>(path, { whole: true })
  return (
    <FieldFrame field={field} label={props.label}>
      <RowList<Item>
        {...props}
        id={field.id}
        value={codec ? codec.list(field.value) : field.value}
        help={useHelp(props)}
        problem={field.problem}
        problemAt={(item, at, rest) => {
          const place = [...path, codec ? codec.key(item) : String(at), ...rest]
          return findings.find((finding) => samePath(finding.path, place))?.message
        }}
        onChange={(items) => field.set(codec ? codec.value(items) : items)}
      />
    </FieldFrame>
  )
}
