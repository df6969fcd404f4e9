import { cutLog, type CutBy, type CutRow, type InvocationSpan } from './cut-log'

/** What one invocation wrote, as far as the logs of a function's replicas tell. */
export interface InvocationLog {
  /** In their order, the latest of them when there are more than were asked for. */
  rows: CutRow[]
  /** How many there are in all. */
  total: number
  /** How sure it is that they belong to the invocation. */
  by: CutBy
}

/**
 * The part of the logs of several replicas that one invocation wrote. It ran on one of them only: when the id of the request stands in one log,
 * the others have nothing of it.
 */
export function cutLogs(texts: readonly string[], invocation: InvocationSpan, most = 2_000): InvocationLog {
  const cuts = texts.map((text) => cutLog(text, invocation))
  const sure = cuts.filter(({ by }) => by === 'request')
  const wrote = (sure.length > 0 ? sure : cuts).filter(({ rows }) => rows.length > 0)
  const [only] = wrote
  if (!only) return { rows: [], total: 0, by: 'time' }
  const rows = wrote.length === 1 ? only.rows : inOrder(wrote.map((cut) => cut.rows))
  // That each of two replicas has one busy worker does not tell which of them it was.
  const by = sure.length > 0 ? 'request' : wrote.length === 1 ? only.by : 'time'
  return { rows: rows.slice(-most), total: rows.length, by }
}

/** By time; what has none stays behind what it stood behind. */
function inOrder(logs: readonly (readonly CutRow[])[]): CutRow[] {
  const timed = logs.flatMap((rows) => {
    let at = rows.find(({ time }) => time !== undefined)?.time ?? 0
    return rows.map((row) => ({ row, at: (at = row.time ?? at) }))
  })
  return timed.sort((a, b) => a.at - b.at).map(({ row }) => row)
}
