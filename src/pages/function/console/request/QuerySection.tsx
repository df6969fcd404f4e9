import { useState } from 'react'
import { offRowsOf, queryTable, withQueryRows, type QueryRow } from '@/domain/console/query-table'
import { without } from '@/lib/without'
import { useConsole } from '../console-context'
import { PairRows } from './PairRows'

/** The query of the path as a table, with the parameters that are switched off. */
export function QuerySection() {
  const { request, change } = useConsole()
  // Also has the rows that are not yet filled in, and how the path spelled those that are off.
  const [shown, setShown] = useState<QueryRow[]>([])
  const rows = queryTable(request, shown)
  return (
    <PairRows
      label="Query"
      item="parameter"
      rows={rows}
      blank={(id): QueryRow => ({ id, name: '', value: '' })}
      onRows={(next) => {
        setShown(next)
        const off = offRowsOf(next)
        change((before) => ({
          ...without(before, 'offQuery'),
          path: withQueryRows(before.path, next),
          ...(off.length > 0 && { offQuery: off }),
        }))
      }}
    />
  )
}
