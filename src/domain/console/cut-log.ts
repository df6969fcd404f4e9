import { readLogRows } from '@/domain/logs/log-rows'
import { workerOf, type LogRow } from '@/domain/logs/record-text'
import { unknownClock, type ClockSpan } from './server-clock'

/** How a row was found to belong to an invocation, from sure to likely. */
export type CutBy = 'request' | 'worker' | 'time'

export interface CutRow extends LogRow {
  by: CutBy
}

export interface LogCut {
  rows: CutRow[]
  /**
   * How sure the cut is. `request`: the records carry its id. `worker`: all of one worker, which runs one event at a time. `time`: what was
   * written meanwhile, of which some may belong to other events. Rows that a process wrote by itself are found by time and place only.
   */
  by: CutBy
}

/** One invocation as the page saw it, in milliseconds since 1970 by the page's clock. */
export interface InvocationSpan {
  sentAt: number
  answeredAt: number
  /** Of the server that runs the function. */
  clock?: ClockSpan
  /** Ids that the request carried, which a function may log. */
  ids?: readonly string[]
  /** The worker that ran it, when the answer told. */
  worker?: string
  /** Other requests of this page were under way meanwhile: that only one worker wrote proves nothing then. */
  hasCompany?: boolean
}

/** For each row the latest time before it and the first after it; of a record both are its own. */
function timesAround(rows: readonly LogRow[]): { from: number; to: number }[] {
  const times = rows.map(({ time }) => ({ from: time ?? -Infinity, to: time ?? Infinity }))
  for (let i = 1; i < rows.length; i += 1) {
    const [at, before] = [times[i], times[i - 1]]
    if (at && before && rows[i]?.time === undefined) at.from = before.from
  }
  for (let i = rows.length - 2; i >= 0; i -= 1) {
    const [at, after] = [times[i], times[i + 1]]
    if (at && after && rows[i]?.time === undefined) at.to = after.to
  }
  return times
}

const carriesId = ({ raw }: LogRow, ids: readonly string[]): boolean => ids.some((id) => raw.includes(id))

/**
 * The part of a replica's log that one invocation wrote. `text` is best asked for with `since` a little before it was sent: lines without a time
 * can only be told apart by the records around them.
 */
export function cutLog(text: string, invocation: InvocationSpan): LogCut {
  const { sentAt, answeredAt, clock = unknownClock, hasCompany = false } = invocation
  const rows = readLogRows(text)
  const around = timesAround(rows)
  const [from, to] = [sentAt + clock.least, answeredAt + clock.most]
  // Records have whole milliseconds, and the page's clock may have fractions.
  const isMeanwhile = rows.map((_, i) => {
    const span = around[i]
    return span !== undefined && span.to >= Math.floor(from) && span.from <= Math.ceil(to)
  })
  // An empty id stands in every line.
  const ids = (invocation.ids ?? []).filter((id) => id.length >= 8)
  const carriers = rows.flatMap((row, i) => (isMeanwhile[i] && carriesId(row, ids) ? [i] : []))
  if (carriers.length > 0) return cutByRequest(rows, carriers, ids)

  const meanwhile = rows.filter((_, i) => isMeanwhile[i])
  const workers = new Set(meanwhile.map(workerOf).filter((worker) => worker !== undefined))
  const [only] = workers.size === 1 && !hasCompany ? workers : []
  const worker = invocation.worker ?? only
  // Where records name no workers at all, knowing it does not help.
  if (worker === undefined || workers.size === 0)
    return { by: 'time', rows: meanwhile.map((row) => ({ ...row, by: 'time' })) }
  const kept = meanwhile.flatMap((row): CutRow[] => {
    if (row.kind !== 'record') return [{ ...row, by: 'time' }]
    return workerOf(row) === worker ? [{ ...row, by: 'worker' }] : []
  })
  return { by: 'worker', rows: kept }
}

/**
 * The records with the id, and between the first and the last of them those of the same workers, which had nothing else to do. What a process
 * wrote by itself is taken from where it can hardly be another's: between them, and right after the last.
 */
function cutByRequest(rows: readonly LogRow[], carriers: readonly number[], ids: readonly string[]): LogCut {
  const first = carriers[0] ?? 0
  const last = carriers.at(-1) ?? first
  const workers = new Set(carriers.map((i) => rows[i] && workerOf(rows[i])))
  const nextRecord = rows.findIndex(({ kind }, i) => i > last && kind === 'record')
  const end = nextRecord < 0 ? rows.length : nextRecord
  const kept = rows.slice(first, end).flatMap((row): CutRow[] => {
    if (carriesId(row, ids)) return [{ ...row, by: 'request' }]
    if (row.kind !== 'record') return [{ ...row, by: 'time' }]
    const worker = workerOf(row)
    return worker !== undefined && workers.has(worker) ? [{ ...row, by: 'worker' }] : []
  })
  return { by: 'request', rows: kept }
}
