import { useState } from 'react'
import { sameValue } from '@/lib/tree'
import { listOfRows, rowsOfList, type ListRow } from './list-rows'

/**
 * The lines of a list of the draft. Blank ones live only in the form; the lines are made anew when the list becomes another one
 * by other means.
 */
export function useListRows<Item>(
  list: unknown,
  onList: (list: Item[] | undefined) => void,
  isBlank: (item: Item) => boolean,
): [rows: ListRow<Item>[], setRows: (rows: ListRow<Item>[]) => void] {
  const [typed, setTyped] = useState<{ rows: ListRow<Item>[]; list: unknown }>()
  const rows = typed && sameValue(typed.list, list) ? typed.rows : rowsOfList<Item>(list)
  return [
    rows,
    (next) => {
      const items = listOfRows(next, isBlank)
      // A list that was empty before stays one: taking it away would be an edit that nobody made.
      const whole = items ?? (Array.isArray(list) && list.length === 0 ? list : undefined)
      setTyped({ rows: next, list: whole })
      if (!sameValue(whole, list)) onList(whole as Item[] | undefined)
    },
  ]
}
