import { useState } from 'react'
import type { LogSession } from '@/api/logs/log-session'
import { notifySuccess } from '@/components/notify'
import type { ShownRow } from '@/domain/logs/log-view'
import { announce } from '@/lib/announce'
import { copyText } from '@/lib/clipboard'

export interface LogSelection {
  /** Entry that the keys act on. */
  active?: number
  has: (id: number) => boolean
  /** Makes an entry the active one; with `extends` all from the one before on are chosen. */
  choose: (id: number, extends_: boolean) => void
  clear: () => void
  copy: () => Promise<void>
}

/** One row or several in a row, by their entries. */
export function useLogSelection(session: LogSession, rows: readonly ShownRow[], first: number): LogSelection {
  const [ends, setEnds] = useState<{ from: number; fromRow: number; to: number; toRow: number }>()
  const rowOf = (id: number, known: number) => {
    const at = rows.findIndex((row) => row.id === id)
    return at < 0 ? known : first + at
  }
  const range = ends && [rowOf(ends.from, ends.fromRow), rowOf(ends.to, ends.toRow)].sort((a, b) => a - b)
  return {
    active: ends?.to,
    has(id) {
      if (!ends || !range) return false
      if (id === ends.from || id === ends.to) return true
      const at = rowOf(id, -1)
      return at >= (range[0] ?? 0) && at <= (range[1] ?? 0)
    },
    choose(id, extends_) {
      const row = rowOf(id, 0)
      setEnds(
        extends_ && ends ? { ...ends, to: id, toRow: row } : { from: id, fromRow: row, to: id, toRow: row },
      )
    },
    clear: () => setEnds(undefined),
    async copy() {
      if (!ends || !range) return
      const isForward = rowOf(ends.from, ends.fromRow) <= rowOf(ends.to, ends.toRow)
      const [from, to] = isForward ? [ends.from, ends.to] : [ends.to, ends.from]
      const text = await session.ask('copy', { from, to })
      const count = (range[1] ?? 0) - (range[0] ?? 0) + 1
      const copied = await copyText(text)
      if (copied && count > 1) notifySuccess(`Copied ${count} lines`)
      announce(
        copied ? (count > 1 ? `Copied ${count} lines` : 'Copied') : 'The browser did not allow copying',
      )
    },
  }
}
