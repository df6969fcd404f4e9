import type { LogRecord } from '@/api/generated/schema'
import { timeOfDay } from '@/lib/clock-time'
import { shownRecord, type ShownRecord } from './log-record'

/** Levels to choose from: each shows itself and what is graver. */
export const leastLevels = ['debug', 'info', 'warn', 'error'] as const
export type LeastLevel = (typeof leastLevels)[number]

/** How grave a level is, as a place in {@link leastLevels}. */
export const gravity = (level: string): number => {
  const known = leastLevels.findIndex((one) => level.toLowerCase().startsWith(one))
  // What has no known level is shown with everything but errors.
  return known < 0 ? 1 : known
}

/** A record as one line of text, as it is shown. */
export function recordLine(record: LogRecord, secrets: readonly string[] = []): string {
  return shownLine(shownRecord(record, secrets))
}

export function shownLine({ time, level, message, fields }: ShownRecord): string {
  const parts = [timeOfDay(time), level, message, ...fields.map(([name, value]) => `${name}=${value}`)]
  return parts.filter((part) => part !== '').join(' ')
}

/** The records of at least a level whose line has the words, in any case. */
export function matchingRecords(
  records: readonly LogRecord[],
  least: LeastLevel,
  search: string,
  secrets: readonly string[] = [],
): readonly LogRecord[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '' && least === 'debug') return records
  const floor = gravity(least)
  return records.filter(
    (record) =>
      gravity(record.level) >= floor &&
      (wanted === '' || recordLine(record, secrets).toLowerCase().includes(wanted)),
  )
}
