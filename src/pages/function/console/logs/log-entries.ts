import type { LogRecord } from '@/api/generated/schema'
import type { LogRow } from '@/domain/logs/record-text'
import { explainFailure } from '@/domain/function-error'
import { maskSecrets } from '@/domain/function-secrets'
import { shownRecord } from '../../deploy/log-record'
import type { ListedRecord } from '../../deploy/RecordList'
import { gravity, leastLevels, shownLine, type LeastLevel } from '../../deploy/shown-records'

/** A record of an invocation, or what a process wrote by itself, as it is listed, searched and copied. */
export interface LogEntry {
  listed: ListedRecord
  /** All of it as text, without secrets. */
  line: string
  gravity: number
}

/** The records that came with an answer. */
export function entriesOfRecords(records: readonly LogRecord[], secrets: readonly string[]): LogEntry[] {
  return records.map((record, id) => entry(id, record, secrets))
}

/** Rows of a replica's log. A traceback that a process wrote counts as an error; what else it wrote has no level. */
export function entriesOfRows(rows: readonly LogRow[], secrets: readonly string[]): LogEntry[] {
  return rows.map(({ level, time, name, message, fields, kind }, id) => {
    const known = level ?? (kind === 'trace' ? 'error' : '')
    return entry(id, { ...fields, level: known, time: time ?? Number.NaN, name, message }, secrets)
  })
}

/** As a `LogRecord`, with an empty level and no time where there is none. */
type AnyRecord = Record<string, unknown> & { level: string; time: number; message: string }

function entry(id: number, record: AnyRecord, secrets: readonly string[]): LogEntry {
  const shown = shownRecord(record as AnyRecord & LogRecord, secrets)
  const short = {
    ...shown,
    id,
    message: inOneLine(shown.message),
    fields: shown.fields.map(([name, value]): [string, string] => {
      const given = record[name]
      return value.includes('\n') && typeof given === 'string'
        ? [name, explainFailure(given, secrets).summary]
        : [name, value]
    }),
  }
  const hasMore = shown.fields.length > 0 || short.message !== shown.message
  return {
    listed: hasMore ? { ...short, more: wholeOf(record, shown.message, secrets) } : short,
    line: shownLine(shown),
    gravity: gravity(record.level),
  }
}

/** Of a message of many lines the first, which says what happened; a traceback of Python says it at its end. */
function inOneLine(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  const [first = ''] = lines
  if (lines.length <= 3) return message
  const last = /Traceback \(most recent call last\):\s*$/.test(first) ? ` … ${lines.at(-1)?.trim()}` : ''
  return `${first}${last} (${lines.length} lines)`
}

const wholeLimit = 100_000

/** The message when it has several lines, the record as JSON, and its texts of several lines as they are read. */
function wholeOf(record: AnyRecord, message: string, secrets: readonly string[]): string {
  const { time, level, name, message: ownMessage, ...fields } = record
  const all = { level, name, message: ownMessage, ...fields }
  const texts = Object.entries(all).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[1].includes('\n'),
  )
  const isKnown = !Number.isNaN(new Date(time).getTime())
  const plain = {
    ...(isKnown && { time: new Date(time).toISOString() }),
    ...Object.fromEntries(Object.entries(all).filter(([key]) => !texts.some(([known]) => known === key))),
  }
  const parts = [
    ...(message.includes('\n') ? [message] : []),
    ...(isKnown ? [JSON.stringify(plain, null, 2)] : []),
    ...texts.flatMap(([key, text]) => (key === 'message' ? [] : [`${key}:\n${text.trimEnd()}`])),
  ]
  return maskSecrets(parts.join('\n\n').slice(0, wholeLimit), secrets)
}

/** The entries of at least a level whose text has the words, in any case. */
export function matchingEntries(
  entries: readonly LogEntry[],
  least: LeastLevel,
  search: string,
): readonly LogEntry[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '' && least === 'debug') return entries
  const floor = leastLevels.indexOf(least)
  return entries.filter(
    (one) => one.gravity >= floor && (wanted === '' || one.line.toLowerCase().includes(wanted)),
  )
}

/** How many entries each choice of a least level leaves. */
export function countsByLevel(entries: readonly LogEntry[]): Record<LeastLevel, number> {
  const count = (floor: number) => entries.filter((one) => one.gravity >= floor).length
  return { debug: entries.length, info: count(1), warn: count(2), error: count(3) }
}
