import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ApiError } from '@/api/errors'
import { versionsQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { announce } from '@/lib/announce'

export interface Connection {
  /** The latest attempt got no answer at all; an error that the server itself sent is an answer. */
  lost: boolean
  /** When the server last answered, milliseconds. */
  lastAnswer: number
}

let connection: Connection = { lost: false, lastAnswer: Date.now() }
const listeners = new Set<() => void>()

function set(next: Connection): void {
  connection = next
  for (const tell of listeners) tell()
}

// Every query of the page tells about the connection; none is asked only for that while others poll.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return
  const { action } = event
  if (action.type === 'success' && !action.manual) {
    const wasLost = connection.lost
    connection = { ...connection, lastAnswer: Date.now() }
    if (!wasLost) return
    set({ lost: false, lastAnswer: Date.now() })
    announce('Connected again')
    void queryClient.invalidateQueries()
  } else if (action.type === 'failed' || action.type === 'error') {
    const lost = action.error instanceof ApiError && action.error.kind === 'network'
    if (lost === connection.lost) return
    set({ ...connection, lost })
    if (lost) announce('The server does not answer; trying again')
  }
})

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
