import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FunctionRef } from '@/api/functions'
import type { LogStart } from '@/api/logs/log-messages'
import { logSession, type LogSession } from '@/api/logs/log-session'
import type { LogStatus } from '@/domain/logs/log-status'
import type { LogView } from '@/domain/logs/log-view'

interface SessionOptions {
  ref: FunctionRef
  start: LogStart
  isPolled: boolean
  /** Megabytes. */
  limit: number
  view: LogView
}

/** The log of a function for as long as its page shows it. To begin elsewhere, its component gets another key. */
export function useLogSession({ view, limit, ...target }: SessionOptions): LogSession {
  const byteLimit = limit * 1_000_000
  const [session] = useState(() => logSession({ ...target, byteLimit, view }))
  useEffect(() => {
    const onVisibility = () => session.tell('isVisible', document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      session.close()
    }
  }, [session])
  useEffect(() => session.tell('view', view), [session, view])
  useEffect(() => session.tell('byteLimit', byteLimit), [session, byteLimit])
  return session
}

export function useLogStatus(session: LogSession): LogStatus {
  return useSyncExternalStore(session.subscribe, session.status)
}
