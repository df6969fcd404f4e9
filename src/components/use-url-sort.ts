import { useCallback, useMemo } from 'react'
import type { Sort } from './DataTable'
import { useUrlState } from './use-url-state'

/** An order by one of certain columns. */
export interface SortBy<Column extends string> extends Sort {
  column: Column
}

const textOf = ({ column, descending }: Sort): string => `${descending ? '-' : ''}${column}`

/**
 * The order of a table as it stands in the page's address (`sort=name`, `sort=-lag`); what names none of the columns is as usual. Columns
 * and usual order have to be the same values at every render.
 */
export function useUrlSort<Column extends string>(
  columns: readonly Column[],
  usual: SortBy<Column>,
): [SortBy<Column>, (sort: Sort) => void] {
  const [text, setText] = useUrlState('sort', textOf(usual))
  const sort = useMemo(() => {
    const column = columns.find((one) => one === text.replace(/^-/, ''))
    return column === undefined ? usual : { column, descending: text.startsWith('-') }
  }, [text, columns, usual])
  return [sort, useCallback((next: Sort) => setText(textOf(next)), [setText])]
}
