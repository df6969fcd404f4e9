import { useEffect, useState } from 'react'
import type { LogSession } from '@/api/logs/log-session'
import type { LogQuery, ShownRow } from '@/domain/logs/log-view'

export type Spans = readonly (readonly [number, number])[]

const none: ReadonlyMap<number, Spans> = new Map()

/** The text of a row in which the search is marked. */
export const searchedText = (row: ShownRow): string => row.raw ?? row.message

/** Where the search matches in the rows in view, by their ids. */
export function useHighlights(
  session: LogSession,
  query: LogQuery,
  rows: readonly ShownRow[],
): ReadonlyMap<number, Spans> {
  const [found, setFound] = useState<{ query: LogQuery; spans: ReadonlyMap<number, Spans> }>()
  useEffect(() => {
    const marked = rows.filter(({ isMatch, mark }) => isMatch && !mark)
    if (query.text === '' || marked.length === 0) return
    let isOver = false
    session.ask('highlight', { texts: marked.map(searchedText) }).then(
      (spans) => {
        if (isOver) return
        const byRow = new Map(marked.map(({ id }, i) => [id, spans[i] ?? []] as const))
        setFound({ query, spans: byRow })
      },
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [session, query, rows])
  return query.text !== '' && found?.query === query ? found.spans : none
}
