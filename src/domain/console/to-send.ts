import { sentHeaders } from './header-problem'
import type { BodyKind, ConsoleRequest, FormField } from './request'

/** A body as it goes out. Texts are sent as UTF-8. */
export type SentBody =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'bytes'; bytes: Uint8Array }
  | {
      kind: 'multipart'
      parts: SentPart[]
      /** When a header row names one; otherwise whoever writes the parts chooses it and sends the content type with it. */
      boundary?: string
    }

/** A part of a multipart body. */
export type SentPart = { name: string; text: string } | { name: string; file: SentFile }

export interface SentFile {
  name: string
  type: string
  bytes: Uint8Array
}

/** What goes out. Header names may repeat; the content type is among them but for a multipart body whose boundary is yet to be chosen. */
export interface SentRequest {
  method: string
  /** With the query, begun by a slash. */
  path: string
  headers: [name: string, value: string][]
  body: SentBody
}

/** The methods that a dashboard server passes on; it refuses HEAD and TRACE. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** The content type of a file that the browser knows none of. */
export const unknownType = 'application/octet-stream'

/** The content types that bodies bring along; that of a file is its own, and multipart has one with a boundary. */
export const contentTypes = {
  text: 'text/plain',
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
} as const satisfies Partial<Record<BodyKind, string>>

/** Whether a body goes out with the method at all: browsers send none with GET. */
export const takesBody = (method: string): boolean => !/^(get|head)$/i.test(method)

/** The fields that go out: named and on. A form carries no files. */
export function sentFields({ kind, fields }: ConsoleRequest['body']): FormField[] {
  return fields.filter(({ name, file, isOff }) => !isOff && name !== '' && (kind === 'multipart' || !file))
}

/** Fields as a form body writes them. */
export function formText(fields: readonly { name: string; value: string }[]): string {
  return new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString()
}

/** The content type that the body brings along when no row gives one. */
export function contentTypeOf({ body }: ConsoleRequest): string | undefined {
  switch (body.kind) {
    case 'none':
    case 'multipart':
      return undefined
    case 'file':
      return body.file?.type || unknownType
    default:
      return contentTypes[body.kind]
  }
}

/** The boundary that a content type names. */
const boundaryOf = (contentType: string): string | undefined => {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  return quoted ?? bare
}

/** Whether a content type is that of multipart, but without the boundary that makes it readable. */
export const lacksBoundary = (contentType: string): boolean =>
  /^\s*multipart\//i.test(contentType) && boundaryOf(contentType) === undefined

const isContentType = ([name]: readonly [string, string]): boolean => name.toLowerCase() === 'content-type'

/**
 * The request as it goes out: without what is off, empty or cannot be sent, and without a fragment. A body brings its content type
 * unless a row gives one; an empty one is none. A file without its bytes goes out empty, so ask `requestProblems` first.
 */
export function toSend(request: ConsoleRequest): SentRequest {
  const { method } = request
  const path = request.path.trim().replace(/#.*$/s, '')
  const headers = sentHeaders(request.headers, request.options)
  const body = takesBody(method) ? sentBody(request) : ({ kind: 'none' } as const)
  const sent = { method, path: path.startsWith('/') ? path : `/${path}`, headers, body }
  if (body.kind === 'none') return sent
  if (body.kind === 'multipart') return withBoundary(sent, body)
  const type = contentTypeOf(request)
  if (type && !headers.some(isContentType)) headers.unshift(['Content-Type', type])
  return sent
}

function sentBody({ body }: ConsoleRequest): SentBody {
  switch (body.kind) {
    case 'none':
      return { kind: 'none' }
    case 'text':
    case 'json':
      return textBody(body.text)
    case 'form':
      return textBody(formText(sentFields(body)))
    case 'multipart': {
      const parts = sentFields(body).map(sentPart)
      return parts.length > 0 ? { kind: 'multipart', parts } : { kind: 'none' }
    }
    case 'file':
      return body.file ? { kind: 'bytes', bytes: body.file.bytes ?? new Uint8Array() } : { kind: 'none' }
  }
}

const textBody = (text: string): SentBody => (text === '' ? { kind: 'none' } : { kind: 'text', text })

const sentPart = ({ name, value, file }: FormField): SentPart =>
  file
    ? {
        name,
        file: { name: file.name, type: file.type || unknownType, bytes: file.bytes ?? new Uint8Array() },
      }
    : { name, text: value }

/** A multipart type without a boundary would make the body unreadable: it gives way to the one that the sender writes. */
function withBoundary(sent: SentRequest, body: Extract<SentBody, { kind: 'multipart' }>): SentRequest {
  const headers = sent.headers.filter((header) => !isContentType(header) || !lacksBoundary(header[1]))
  const boundary = boundaryOf(headers.find(isContentType)?.[1] ?? '')
  return { ...sent, headers, body: boundary === undefined ? body : { ...body, boundary } }
}
