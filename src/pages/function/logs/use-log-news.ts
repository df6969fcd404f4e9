import { useEffect, useRef } from 'react'
import type { LogStatus } from '@/domain/logs/log-status'
import { announce } from '@/lib/announce'

const least = 5_000

/** Has a screen reader say how many lines came, at most every few seconds. */
export function useLogNews({ arrived, isLoading }: LogStatus): void {
  const said = useRef<{ rows: number; errors: number }>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(arrived)
  useEffect(() => {
    latest.current = arrived
    if (isLoading) return
    said.current ??= arrived
    if (timer.current !== undefined || said.current.rows === arrived.rows) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      const before = said.current ?? latest.current
      said.current = latest.current
      announce(newsWords(latest.current.rows - before.rows, latest.current.errors - before.errors))
    }, least)
  }, [arrived, isLoading])
  useEffect(() => () => clearTimeout(timer.current), [])
}

/** “40 new lines, 2 errors”. */
export function newsWords(rows: number, errors: number): string {
  const lines = `${rows.toLocaleString()} new ${rows === 1 ? 'line' : 'lines'}`
  return errors > 0 ? `${lines}, ${errors.toLocaleString()} ${errors === 1 ? 'error' : 'errors'}` : lines
}
