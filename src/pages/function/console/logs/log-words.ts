import type { ReadLog } from './read-invocation-log'

/** Where the lines of a log come from, and how sure it is that they belong to the request. */
export function markOfLog({ by, replicas, looked }: Pick<ReadLog, 'by' | 'replicas' | 'looked'>): string {
  const from =
    replicas === 1
      ? 'from the replica’s log'
      : looked < replicas
        ? `from the logs of ${looked} of ${replicas} replicas`
        : `from the logs of ${replicas} replicas`
  switch (by) {
    case 'request':
      return `${from}, by request id`
    case 'worker':
      return `${from}, by worker`
    case 'time':
      return `${from}, by time; may hold lines of other events`
  }
}

/** What is left out of a log, when something is. */
export function boundsOfLog({
  rows,
  total,
  isCutShort,
}: Pick<ReadLog, 'rows' | 'total' | 'isCutShort'>): string | undefined {
  const number = new Intl.NumberFormat('en')
  const parts = [
    rows.length < total &&
      `Only the last ${number.format(rows.length)} of ${number.format(total)} lines are here.`,
    isCutShort && 'Much was written since the request was sent; only the beginning of it was looked at.',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
