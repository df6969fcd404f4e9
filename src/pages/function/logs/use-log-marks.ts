import { useEffect, useRef } from 'react'
import type { LogSession } from '@/api/logs/log-session'
import type { LogMark } from '@/domain/logs/log-view'
import { useConsole } from '../console/console-context'
import { deployMarks } from './deploy-marks'
import { invocationMark } from './invocation-mark'
import { useWorkbench } from '../workbench'

/** Puts what this page knows between the lines: deploys, and the requests that it sent. Each is told once. */
export function useLogMarks(session: LogSession): void {
  const { ref, fn } = useWorkbench()
  const { exchanges } = useConsole()
  const told = useRef<{ session: LogSession; keys: Set<string> }>(undefined)

  useEffect(() => {
    if (told.current?.session !== session) told.current = { session, keys: new Set() }
    const { keys } = told.current
    const tell = (key: string, mark: LogMark) => {
      if (keys.has(key)) return
      keys.add(key)
      session.tell('mark', mark)
    }
    for (const mark of deployMarks(fn)) tell(`${mark.kind} ${mark.time}`, mark)
    for (const exchange of exchanges.toReversed()) {
      const mark = invocationMark(ref, exchange)
      if (mark) tell(exchange.id, mark)
    }
  }, [session, ref, fn, exchanges])
}
