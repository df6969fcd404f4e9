import { indentJson } from '@/domain/console/json-format'
import { entryKind, kindNames } from './entry-columns'
import { fieldsOfJsonRecord, fieldsOfObject, shownValue } from './field-values'
import { levelNames, textOf } from './line-scan'
import type { ShownRow } from './log-view'
import {
  readConsoleRecord,
  readJsonRecord,
  readOutput,
  withoutColours,
  workerOf,
  type LogRow,
  type ReadRecord,
} from './record-text'
import type { ReplicaLog } from './replica-log'
import { keyOf, readFirstLine } from './row-key'

const mostMessage = 2_000
const mostValue = 500
const mostFields = 100
const mostDetail = 1_000_000

/** Bytes of a print that are looked at for a row: colours are no part of its message. */
const shownBytes = 16 * 1024

/** What stands in one entry. */
interface EntryText {
  row: LogRow
  /** Values as JSON writes them. */
  fields: ReadonlyMap<string, string>
}

/** The text of an entry without its line end, and without the end of a print that it was written into. */
export function rawText(replica: ReplicaLog, entry: number): string {
  const { entries, bytes } = replica
  const text = textOf(bytes.bytes(entries.start[entry & entries.mask] ?? 0, replica.endOf(entry)))
  return text.replace(/(?:\r?\n){1,2}$|\r$/, '')
}

/** Reads an entry as the console reads whole logs. */
export function readEntry(raw: string, kind: (typeof kindNames)[number]): EntryText {
  const text = raw.replaceAll('\r\n', '\n')
  if (kind !== 'record')
    return { row: readOutput(text, kind === 'trace' ? 'trace' : 'output'), fields: new Map() }
  const { row, json } = readRecord(text)
  return { row, fields: text.startsWith('{') ? fieldsOfJsonRecord(text) : fieldsOfObject(json) }
}

/** What a row says that does not depend on the view. */
export type RowText = Omit<ShownRow, 'id' | 'replica' | 'isMatch' | 'isContext' | 'repeats'>

/** What is shown of an entry: all of a usual one, the beginning of a long one. */
export function readRow(replica: ReplicaLog, entry: number, isRaw: boolean): RowText {
  const { entries } = replica
  const at = entry & entries.mask
  const meta = entries.meta[at] ?? 0
  const start = entries.start[at] ?? 0
  const size = replica.endOf(entry) - start
  const first = readFirstLine(replica, entry)
  const kind = kindNames[meta >> 3] ?? 'output'
  const level = levelNames[meta & 7]
  const common = {
    version: entries.version[at] ?? 0,
    kind,
    lines: entries.lines[at] ?? 0,
    bytes: size,
    key: keyOf(first, entries.time[at] ?? 0),
    ...(level && { level }),
    ...(first.time !== undefined && { time: first.time }),
  }
  const isLong = size > shownBytes
  const begin = () => textOf(replica.bytes.bytes(start, start + shownBytes))
  if (isRaw) {
    const raw = isLong ? begin() : rawText(replica, entry)
    const shown = cutTo(raw, mostMessage)
    return { ...common, message: '', fields: [], raw: shown, isCut: isLong || shown.length < raw.length }
  }
  // Of prints the end is needed only for what a traceback says last.
  const isPart = isLong && kind !== 'record'
  const end =
    isPart && kind === 'trace' ? textOf(replica.bytes.bytes(start + size - shownBytes, start + size)) : ''
  const { row, fields } = readEntry(isPart ? `${begin()}${end}` : rawText(replica, entry), kind)
  const line = inOneLine(row.message)
  const message = cutTo(line, mostMessage)
  const shown = shownFields(fields)
  const worker = workerOf(row)
  return {
    ...common,
    ...(row.name !== undefined && row.name !== '' && { logger: row.name }),
    ...(worker !== undefined && { worker }),
    message,
    fields: shown.fields,
    isCut: isPart || shown.isCut || line !== row.message || message.length < line.length,
  }
}

/** Of a message of many lines the first, which says what happened; a traceback of Python says it at its end. */
function inOneLine(message: string): string {
  if (!message.includes('\n')) return message
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  const [first = ''] = lines
  const last = lines.length > 1 && /Traceback \(most recent call last\):\s*$/.test(first)
  return last ? `${first.trimEnd()} … ${lines.at(-1)?.trim()}` : first
}

function shownFields(fields: ReadonlyMap<string, string>): { fields: [string, string][]; isCut: boolean } {
  let isCut = fields.size > mostFields
  const shown = [...fields].slice(0, mostFields).map(([name, json]): [string, string] => {
    const value = shownValue(json)
    isCut ||= value.length > mostValue || name.length > mostValue
    return [cutTo(name, mostValue), cutTo(value, mostValue)]
  })
  return { fields: shown, isCut }
}

/** The beginning of a text, no character halved. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  const isHalved = /[\ud800-\udbff]/.test(text.charAt(length - 1))
  return text.slice(0, isHalved ? length - 1 : length)
}

/** All of an entry, to be read by a person. */
export function readDetail(replica: ReplicaLog, entry: number) {
  const { entries } = replica
  const at = entry & entries.mask
  const start = entries.start[at] ?? 0
  const isLong = replica.endOf(entry) - start > 4 * mostDetail
  const raw = isLong ? textOf(replica.bytes.bytes(start, start + 4 * mostDetail)) : rawText(replica, entry)
  const text = withoutColours(raw)
  const shown = cutTo(text, mostDetail)
  const isRecord = (entries.meta[at] ?? 0) >> 3 === entryKind.record
  const { fields } = isRecord && !isLong ? readEntry(raw, 'record') : { fields: new Map<string, string>() }
  const indented = fields.size === 0 ? undefined : indentJson(objectOf(fields))
  return {
    text: shown,
    isCut: isLong || shown.length < text.length,
    ...(indented !== undefined && { fields: cutTo(indented, mostDetail) }),
  }
}

/** An entry as one JSON text, with its fields as they were written. */
export function jsonLine(replica: ReplicaLog, name: string, entry: number): string {
  const { entries } = replica
  const isRecord = (entries.meta[entry & entries.mask] ?? 0) >> 3 === entryKind.record
  const raw = rawText(replica, entry).replaceAll('\r\n', '\n')
  if (!isRecord) return `{"replica":${JSON.stringify(name)},"message":${JSON.stringify(withoutColours(raw))}}`
  const { row, json } = readRecord(raw)
  const worker = workerOf(row)
  const time = row.time === undefined ? '' : `"time":"${new Date(row.time).toISOString()}",`
  const logger = row.name === undefined ? '' : `"logger":${JSON.stringify(row.name)},`
  const head = `{${time}"replica":${JSON.stringify(name)},"level":"${row.level}",${logger}`
  const who = worker === undefined ? '' : `"worker":${JSON.stringify(worker)},`
  const fields = json ?? objectOf(raw.startsWith('{') ? fieldsOfJsonRecord(raw) : new Map())
  return `${head}${who}"message":${JSON.stringify(row.message)}${fields === '{}' ? '' : `,"fields":${fields}`}}`
}

const readRecord = (raw: string): ReadRecord => {
  const row = readJsonRecord(raw)
  return row ? { row } : readConsoleRecord(raw)
}

const objectOf = (fields: ReadonlyMap<string, string>): string =>
  `{${[...fields].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`
