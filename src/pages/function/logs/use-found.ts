import { useState } from 'react'
import type { FoundMatch } from '@/api/logs/log-messages'
import type { LogSession } from '@/api/logs/log-session'
import type { LogQuery } from '@/domain/logs/log-view'
import { announce } from '@/lib/announce'
import type { LogWindow } from './use-log-window'

export interface FoundControl {
  /** The match that the search stands on. */
  match?: FoundMatch
  /** To the next match, or the one before; round the ends. */
  go: (direction: 1 | -1) => void
}

/** The way from match to match. It begins at what is in view. */
export function useFound(session: LogSession, query: LogQuery, window: LogWindow): FoundControl {
  const [found, setFound] = useState<{ query: LogQuery; match: FoundMatch }>()
  const match = found?.query === query ? found.match : undefined
  const go = async (direction: 1 | -1) => {
    if (query.text === '') return
    const [top] = window.scroller.inSight()
    const inView = window.rows.findIndex(({ id }) => id === top)
    const from = match ? await rowOf(session, match) : window.first + Math.max(0, inView) - direction
    const end = direction > 0 ? -1 : window.total
    const next =
      (await session.ask('find', { from, direction })) ??
      (await session.ask('find', { from: end, direction }))
    if (!next) return announce('No match')
    setFound({ query, match: next })
    window.scroller.goToEntry(next.id)
    announce(`Match ${next.ordinal} of ${next.count}`)
  }
  return { match, go: (direction) => void go(direction).catch(() => undefined) }
}

/** Where the entry of a match stands by now. */
async function rowOf(session: LogSession, { id, row }: FoundMatch): Promise<number> {
  const answer = await session.ask('read', { at: { kind: 'entry', id }, before: 0, after: 0 })
  return answer.rows[answer.at - answer.first]?.id === id ? answer.at : row
}
