import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { LogSession } from '@/api/logs/log-session'
import type { LogStatus } from '@/domain/logs/log-status'
import { LogScroller, type ShownWindow } from './log-scroller'

export interface LogWindow extends ShownWindow {
  scroller: LogScroller
  /** Rows that came since the view was last followed. */
  fresh: number
}

/** The part of an open log that is in view. */
export function useLogWindow(session: LogSession, status: LogStatus, isRaw: boolean): LogWindow {
  const scroller = useMemo(() => new LogScroller(session), [session])
  const shown = useSyncExternalStore(scroller.subscribe, scroller.snapshot)
  useEffect(() => scroller.setRaw(isRaw), [scroller, isRaw])
  useEffect(() => scroller.read(), [scroller, status.revision])
  const fresh = shown.isFollowing ? 0 : Math.max(0, status.arrived.rows - shown.seen)
  return { ...shown, scroller, fresh }
}
