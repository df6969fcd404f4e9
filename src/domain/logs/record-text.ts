import type { LogRecord } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'

/** One entry of a replica's log: a record of a logger, or what a process wrote by itself. */
export interface LogRow {
  /** Absent for what a process wrote by itself. */
  level?: LogRecord['level']
  /** Milliseconds since 1970 by the replica's clock; absent for what a process wrote by itself. */
  time?: number
  /** Of the logger. */
  name?: string
  message: string
  fields: Record<string, unknown>
  /** As it stood in the log, with colours and without the last line end. */
  raw: string
  kind: 'record' | 'output' | 'trace'
}

const levels: Record<string, LogRecord['level']> = {
  d: 'debug',
  debug: 'debug',
  verbose: 'debug',
  i: 'info',
  info: 'info',
  information: 'info',
  w: 'warn',
  warn: 'warn',
  warning: 'warn',
  e: 'error',
  error: 'error',
  critical: 'error',
  fatal: 'error',
  panic: 'error',
  dpanic: 'error',
}

const nameWidth = 25

/** A text without what colours it and moves the cursor of a terminal. */
export function withoutColours(text: string): string {
  return text.includes('\x1b') ? text.replace(/\x1b\[[0-?]*[@-~]/g, '') : text
}

/** A message and the text of the JSON object after it; the earliest beginning of one that is whole counts. */
export function splitText(text: string): { message: string; json?: string; fields: Record<string, unknown> } {
  const trimmed = text.trimEnd()
  if (trimmed.endsWith('}')) {
    let at = trimmed.startsWith('{') ? 0 : trimmed.indexOf(' {') + 1
    // A message may hold any number of braces, each of which costs a try.
    for (let tries = 0; tries < 50 && (at > 0 || (tries === 0 && trimmed.startsWith('{'))); tries += 1) {
      const json = trimmed.slice(at)
      const fields = parsed(json)
      if (fields) return { message: trimmed.slice(0, at).trimEnd(), json, fields }
      at = trimmed.indexOf(' {', at) + 1
    }
  }
  return { message: trimmed, fields: {} }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isBranch(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A record as it was read, and the JSON text that its fields stand in. */
export interface ReadRecord {
  row: LogRow
  /** Of a record of the console format; a JSON line is one all by itself. */
  json?: string
}

/** Length of the time at the beginning of a record. */
const stampLength = 22

/** A record of the console format: `<time> (<level>) <logger, 25 wide> message {fields}`, or with the logger first. */
export function readConsoleRecord(raw: string): ReadRecord {
  const plain = withoutColours(raw)
  // Up to the level there is no other bracket, or it would be no record.
  const levelAt = plain.indexOf('(', stampLength)
  const before = plain.slice(stampLength, levelAt).trim()
  const after = plain.slice(plain.charAt(levelAt + 3) === ' ' ? levelAt + 4 : levelAt + 3)
  const named = before !== '' ? { name: before, text: after } : nameAndText(raw, after)
  const { message, json, fields } = splitText(named.text)
  return {
    row: {
      level: levels[plain.charAt(levelAt + 1).toLowerCase()],
      time: timeOfStamp(plain),
      name: named.name,
      message,
      fields,
      raw,
      kind: 'record',
    },
    json,
  }
}

/** Of `YY.MM.DD HH:MM:SS.mmm`; the container's clock is in UTC and does not say so. */
function timeOfStamp(text: string): number {
  const number = (at: number, length: number) => Number(text.slice(at, at + length))
  const date = Date.UTC(2000 + number(0, 2), number(3, 2) - 1, number(6, 2))
  return date + ((number(9, 2) * 60 + number(12, 2)) * 60 + number(15, 2)) * 1000 + number(18, 3)
}

function nameAndText(raw: string, text: string): { name: string; text: string } {
  const coloured = /\([DIWE]\)\x1b\[0?m +\x1b\[[\d;]*m([^\x1b\n]*)\x1b\[0?m ?/.exec(raw)?.[1]
  const width =
    coloured?.length ?? (text.charAt(nameWidth) === ' ' ? nameWidth : text.search(/\S(?: |$)/) + 1)
  return { name: text.slice(0, width).trim(), text: text.slice(width).replace(/^ /, '') }
}

/** A line that is a record as JSON, with its fields beside the usual ones or grouped; a JSON object that somebody printed is none. */
export function readJsonRecord(raw: string): LogRow | undefined {
  if (!raw.startsWith('{') || !raw.includes('"level"') || !raw.includes('"message"')) return undefined
  const given = parsed(raw)
  if (!given) return undefined
  const { level, time, datetime, message, name, with: grouped, more, ...rest } = given
  const known = typeof level === 'string' ? levels[level.toLowerCase()] : undefined
  const at = timeOf(time ?? datetime)
  if (!known || at === undefined || typeof message !== 'string') return undefined
  const fields = { ...rest, ...(isBranch(grouped) ? grouped : {}), ...(isBranch(more) ? more : {}) }
  const row: LogRow = { level: known, time: at, message, fields, raw, kind: 'record' }
  return typeof name === 'string' ? { ...row, name } : row
}

/** Milliseconds before and after 1970 that a date can have. */
const farthest = 8.64e15

function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Math.abs(value) <= farthest ? value : undefined
  if (typeof value !== 'string') return undefined
  const iso = value.replace(' ', 'T').replace(',', '.')
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`)
  return Number.isNaN(time) ? undefined : time
}

/** What a process wrote by itself. */
export const readOutput = (raw: string, kind: 'output' | 'trace' = 'output'): LogRow => ({
  message: withoutColours(raw),
  fields: {},
  raw,
  kind,
})

/** The worker that wrote a record: its field, or the logger's name (`processor.http.w3`). */
export function workerOf({ fields, name }: LogRow): string | undefined {
  const given = fields.worker_id ?? fields.workerId ?? fields.workerID
  if (typeof given === 'string' || typeof given === 'number') return String(given)
  return /\.w(\d+)(?:\.|$)/.exec(name ?? '')?.[1]
}
