import { hashKey, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ApiError } from '@/api/errors'
import { versionsQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { announce } from '@/lib/announce'

export interface Connection {
  /** The latest attempt got no answer, or only word from something in between; an error of the server's own is an answer. */
  lost: boolean
  /** When the server last answered, milliseconds. */
  lastAnswer: number
}

// No answer at all, and what a proxy says when there is nobody behind it.
const noAnswer = new Set([0, 502, 504])

let connection: Connection = { lost: false, lastAnswer: Date.now() }
const listeners = new Set<() => void>()

function set(next: Connection): void {
  connection = next
  for (const tell of listeners) tell()
}

// Every answer tells that the server is there. That it is not is for one small query to say, which others have asked
// again when they fail: one address that never answers is no lost connection.
const { queryKey: probe } = versionsQuery()
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return
  const { action } = event
  if (action.type === 'success' && !action.manual) answered()
  else if (action.type === 'failed' || action.type === 'error') {
    const error: unknown = action.error
    if (!(error instanceof ApiError) || (connection.lost && noAnswer.has(error.status))) return
    if (!noAnswer.has(error.status)) answered()
    else if (event.query.queryHash !== hashKey(probe)) {
      void queryClient.invalidateQueries({ queryKey: probe }, { cancelRefetch: false })
    } else {
      set({ ...connection, lost: true })
      announce('The server does not answer; trying again')
    }
  }
})

function answered(): void {
  const wasLost = connection.lost
  const now = Date.now()
  if (!wasLost) {
    // Known to whoever asks next; not worth drawing the header again.
    connection = { ...connection, lastAnswer: now }
    return
  }
  set({ lost: false, lastAnswer: now })
  announce('Connected again')
  void queryClient.invalidateQueries()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the server answers; keeps asking it, more often while it does not. */
export function useConnection(): Connection {
  const state = useSyncExternalStore(subscribe, () => connection)
  useQuery({ ...versionsQuery(), retry: false, refetchInterval: state.lost ? 2_000 : 20_000 })
  return state
}
