import type { FormField, RequestBody, RequestFile } from './request'
import { contentTypes, formText, unknownType } from './to-send'

/** One piece of data for the body of a curl command, in the order given. */
export type CurlData =
  | { kind: 'text'; text: string; /** Joined to what is before it without `&`. */ isJson?: boolean }
  | { kind: 'file'; name: string; isJson?: boolean }
  | { kind: 'encoded'; text: string }

/** A file by its name; its bytes are yet to be chosen. */
const fileToChoose = (path: string, type = ''): RequestFile => ({
  name: path.split(/[\\/]/).at(-1) || path,
  type,
  size: 0,
})

/** A value as curl's `--data-urlencode` writes it. */
export const curlEncoded = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

/** The pieces as one text, as curl joins them; files are not in it. */
export function joinedData(data: readonly CurlData[]): string {
  let text = ''
  data.forEach((piece, index) => {
    const joint = index === 0 || (piece.kind !== 'encoded' && piece.isJson) ? '' : '&'
    text += joint + (piece.kind === 'file' ? '' : piece.text)
  })
  return text
}

/** The fields of a form's text, or undefined when they would not be sent in the same spelling. */
function fieldsOf(text: string, maySpellAnew: boolean): FormField[] | undefined {
  const pairs = [...new URLSearchParams(text)]
  const fields = pairs.map(([name, value], index) => ({ id: index + 1, name, value }))
  if (fields.some(({ name }) => name === '')) return undefined
  return maySpellAnew || formText(fields) === text ? fields : undefined
}

const isJsonType = (type: string): boolean => /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)

const looksLikeJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A body, and whether its kind brings the content type along, so that no row has to. */
export interface ReadBody {
  body: RequestBody
  bringsType: boolean
}

/** The body that curl sends of its data under a content type: the kind is the one that sends just the same. */
export function bodyOfData(data: readonly CurlData[], type: string): ReadBody {
  const [only] = data
  const empty = { text: '', fields: [] }
  if (data.length === 1 && only?.kind === 'file') {
    const isPlain = /^[\w.+-]+\/[\w.+-]+$/.test(type)
    const file = fileToChoose(only.name, isPlain ? type : '')
    return { body: { kind: 'file', ...empty, file }, bringsType: isPlain || type === unknownType }
  }
  const text = joinedData(data)
  if (type === contentTypes.form) {
    const fields = fieldsOf(
      text,
      data.every(({ kind }) => kind === 'encoded'),
    )
    if (fields && fields.length > 0) return { body: { kind: 'form', text: '', fields }, bringsType: true }
  }
  if (text === '') return { body: { kind: 'none', ...empty }, bringsType: false }
  const kind = isJsonType(type) || looksLikeJson(text) ? 'json' : 'text'
  return { body: { kind, text, fields: [] }, bringsType: type === contentTypes[kind] }
}

/** What a `-F` says, and words for what of it cannot be kept. */
export interface ReadFormPart {
  fields: Omit<FormField, 'id'>[]
  remarks: string[]
}

/** Reads the argument of `-F`: `name=value`, `name=@file`, `name=<file`, each with `;type=…` and `;filename=…`. */
export function readFormPart(argument: string): ReadFormPart {
  const equals = argument.indexOf('=')
  if (equals < 0) return { fields: [], remarks: [`“${argument}” is no field of a form`] }
  const name = argument.slice(0, equals)
  const content = argument.slice(equals + 1)
  const remarks: string[] = []
  if (content.startsWith('@')) {
    const fields = splitFiles(content.slice(1)).map((given) => {
      const { text: path, type, filename } = readParameters(given)
      const file = fileToChoose(path, type)
      return { name, value: '', file: filename === undefined ? file : { ...file, name: filename } }
    })
    return { fields, remarks }
  }
  if (content.startsWith('<')) {
    const { text: path } = readParameters(content.slice(1))
    return { fields: [{ name, value: '' }], remarks: [`Put the text of ${path} into the field ${name}`] }
  }
  const { text, type, filename } = readParameters(content)
  if (type) remarks.push(`The content type ${type} of the field ${name} is left out; only files have one`)
  if (filename !== undefined) remarks.push(`The file name of the field ${name} is left out`)
  return { fields: [{ name, value: text }], remarks }
}

/** The text up to `;type=` and the like, out of its quotes when it has some. */
function readParameters(given: string): { text: string; type?: string; filename?: string } {
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"\s*(?=;|$)/.exec(given)
  const marks = [...given.matchAll(/;\s*(type|filename|encoder|headers)=/gi)]
  const begin = quoted?.[0].length ?? 0
  const [first] = marks.filter(({ index }) => index >= begin)
  const text = quoted ? unescaped(quoted[1] ?? '') : given.slice(0, first?.index ?? given.length)
  const found: { text: string; type?: string; filename?: string } = { text }
  marks.forEach((mark, at) => {
    if (mark.index < begin) return
    const value = given.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? given.length).trim()
    const inner = /^"((?:[^"\\]|\\[\s\S])*)"$/.exec(value)?.[1]
    if (mark[1]?.toLowerCase() === 'type') found.type = value
    if (mark[1]?.toLowerCase() === 'filename') found.filename = inner === undefined ? value : unescaped(inner)
  })
  return found
}

const unescaped = (text: string): string => text.replace(/\\(["\\])/g, '$1')

/** Several files of one field stand behind each other with commas. */
function splitFiles(text: string): string[] {
  const found = text.match(/(?:"(?:[^"\\]|\\[\s\S])*"|[^,"]|"(?=[^"]*$))+/g)
  return found ?? [text]
}
