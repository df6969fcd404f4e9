import type { DataBinding } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import type { ListCodec } from '../form/ListField'

/** A data binding as a line of the form: with the key that it stands under. */
export interface BindingRow {
  key: string
  binding: DataBinding
}

export const isBlankBinding = ({ key, binding }: BindingRow): boolean =>
  key === '' && Object.keys(binding).length === 0

/** Data bindings as a list, and the list as the map that they are. Of two with one key the first counts. */
export const bindingCodec: ListCodec<BindingRow> = {
  list: (value) =>
    isBranch(value)
      ? Object.entries(value).map(([key, binding]) => ({ key, binding: isBranch(binding) ? binding : {} }))
      : value,
  value: (items) => {
    if (!items) return undefined
    const isFirst = ({ key }: BindingRow, at: number) => items.findIndex((other) => other.key === key) === at
    return Object.fromEntries(items.filter(isFirst).map(({ key, binding }) => [key, binding]))
  },
  key: ({ key }) => key,
}

/** What is wrong with the name of one binding among all of them. */
export function bindingProblem(items: readonly BindingRow[], index: number): string | undefined {
  const row = items[index]
  if (!row || isBlankBinding(row)) return undefined
  if (row.key === '') return 'Enter a name'
  const first = items.findIndex(({ key }) => key === row.key)
  return first === index ? undefined : `“${row.key}” stands here twice; only the first counts`
}
