import { useEffect, useEffectEvent, useState } from 'react'
import type { LogSession } from '@/api/logs/log-session'
import type { LogStatus } from '@/domain/logs/log-status'
import type { LineLink } from './log-start'

export interface LinkedLine {
  /** Entry of the line. */
  id?: number
  problem?: string
  /** It is held, and filters hide it. */
  isHidden?: boolean
}

/** Looks for the line that the address names as lines come, and goes there once. */
export function useLinkedLine(
  session: LogSession,
  { isLoading, revision }: LogStatus,
  link: LineLink | undefined,
  onFound: (id: number) => void,
): LinkedLine {
  const [found, setFound] = useState<LinkedLine>({})
  const show = useEffectEvent(onFound)
  const isDone = found.id !== undefined && !found.isHidden
  useEffect(() => {
    if (!link || isDone) return
    let isOver = false
    session.ask('locate', link).then(
      (line) => {
        if (isOver) return
        if (line?.isShown) {
          setFound({ id: line.id })
          show(line.id)
        } else if (line)
          setFound({ id: line.id, isHidden: true, problem: 'The filters hide the line that the link names.' })
        else if (!isLoading)
          setFound({
            problem:
              'The line that the link names is not in this log any more: logs are kept for a while, and a new deploy begins a new one.',
          })
      },
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [session, link, isDone, isLoading, revision])
  return link ? found : {}
}
