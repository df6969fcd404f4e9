import { scanJson } from '@/lib/json-rows/json-scan'
import { stamp } from './line-facts'
import type { FieldFilter } from './log-view'
import { readJsonRecord, splitText } from './record-text'

/** The text that a string of JSON stands for, which is from one place to another with its quotes. */
function unquoted(json: string, from: number, to: number): string {
  const text = json.slice(from + 1, to - 1)
  return text.includes('\\') ? (JSON.parse(json.slice(from, to)) as string) : text
}

/** The members of a JSON object by their names, each value as it is written there. Of a name that repeats the last one counts. */
function membersOf(json: string): Map<string, string> {
  const members = new Map<string, string>()
  let depth = 0
  let name: string | undefined
  let from = 0
  const end = (at: number) => {
    if (depth === 1 && name !== undefined) members.set(name, json.slice(from, at))
  }
  scanJson(json, {
    open(at) {
      if (depth === 1) from = at
      depth += 1
    },
    close(at) {
      depth -= 1
      end(at + 1)
    },
    key(at, to) {
      if (depth === 1) name = unquoted(json, at, to)
    },
    scalar(at, to) {
      if (depth === 1) from = at
      end(to)
    },
  })
  return members
}

/** What a JSON record says beside its fields. */
const usual = ['level', 'time', 'datetime', 'message', 'name']
/** Where it may group them. */
const groups = ['with', 'more']

/** The fields of a record by their names, from the text of the JSON object that they stand in. */
export function fieldsOfObject(json: string | undefined): Map<string, string> {
  return json === undefined ? new Map<string, string>() : membersOf(json)
}

/** The fields of a JSON record by their names. */
export function fieldsOfJsonRecord(raw: string): Map<string, string> {
  const members = membersOf(raw)
  for (const name of usual) members.delete(name)
  for (const group of groups) {
    const grouped = members.get(group)
    members.delete(group)
    if (grouped?.startsWith('{')) for (const [name, value] of membersOf(grouped)) members.set(name, value)
  }
  return members
}

/** A value as it is shown and filtered by: as JSON writes it, but texts without quotes. */
export function shownValue(json: string): string {
  return json.startsWith('"') ? unquoted(json, 0, json.length) : json
}

/** Tells whether the text of an entry, without colours, has the fields that filters ask for. */
export function filterTest(filters: readonly FieldFilter[]): (text: string) => boolean {
  const tests = filters.map((filter) => ({ ...filter, mayHave: mayHave(filter) }))
  return (text) => {
    // Most entries can be told by what does not stand in them.
    const open = tests.filter(({ mayHave }) => mayHave(text))
    if (tests.some((test) => !test.isExcluded && !open.includes(test))) return false
    if (open.length === 0) return true
    const value = fieldsOfText(text)
    return open.every((test) => (value(test.name) === test.value) !== test.isExcluded)
  }
}

/** The shown values of fields, by their names. */
function fieldsOfText(text: string): (name: string) => string | undefined {
  if (text.startsWith('{')) {
    const fields = readJsonRecord(text) ? fieldsOfJsonRecord(text) : new Map<string, string>()
    return (name) => {
      const json = fields.get(name)
      return json === undefined ? undefined : shownValue(json)
    }
  }
  if (text.search(stamp) !== 0) return () => undefined
  const { json, fields } = splitText(text)
  return (name) => {
    if (!Object.hasOwn(fields, name)) return undefined
    const value = fields[name]
    return typeof value === 'string' ? value : shownValue(fieldsOfObject(json).get(name) ?? '')
  }
}

/** Text that JSON hardly ever escapes. */
const simple = /^[\w .:/-]*$/

/** Whether a text may have a field with a value, told without reading it. */
function mayHave({ name, value }: FieldFilter): (text: string) => boolean {
  if (!simple.test(name)) return () => true
  if (!simple.test(value)) return (text) => text.includes(`"${name}"`)
  const escaped = (part: string) => part.replace(/[.]/g, String.raw`\.`)
  const pattern = new RegExp(
    `"${escaped(name)}"\\s*:\\s*(?:"${escaped(value)}"|${escaped(value)}(?![\\w.+-]))`,
  )
  return (text) => pattern.test(text)
}
