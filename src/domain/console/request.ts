/** A request as it is filled in. Nothing that was typed is dropped: not what is switched off, nor what another kind of body would send. */
export interface ConsoleRequest {
  method: string
  /** Path with query, as typed. */
  path: string
  /** Parameters of the query that are switched off, which the path has no place for. */
  offQuery?: OffQueryRow[]
  headers: RequestRow[]
  body: RequestBody
  options: RequestOptions
}

/** A header, or a field of a form. Names may repeat. */
export interface RequestRow {
  /** Stays the same while the row is moved and edited. */
  id: number
  name: string
  value: string
  /** Kept, and not sent. */
  isOff?: boolean
}

/** A parameter that is not sent; its id is that of no other one. */
export interface OffQueryRow extends RequestRow {
  isOff: true
  /** How many parameters of the path stand before it. */
  after: number
}

export type BodyKind = 'none' | 'text' | 'json' | 'form' | 'multipart' | 'file'

/** What each kind of body would send, side by side; `kind` decides which of them goes out. */
export interface RequestBody {
  kind: BodyKind
  /** Of text and JSON. */
  text: string
  /** Of a form and of multipart; files go out with multipart only. */
  fields: FormField[]
  file?: RequestFile
}

export interface FormField extends RequestRow {
  file?: RequestFile
}

/** A file that a person chose. Its bytes are absent when only its name was kept, over a reload or in a link: it has to be chosen again. */
export interface RequestFile {
  name: string
  /** Media type, empty when the browser knows none. */
  type: string
  /** Bytes. */
  size: number
  bytes?: Uint8Array
}

/** How the dashboard is to pass a request on. */
export interface RequestOptions {
  /**
   * One of the function's own URLs without a scheme, as its status has them; empty lets the server choose. With a scheme it is that of
   * an API gateway, which the dashboard does not send to: it serves to write a command.
   */
  invokeUrl: string
  /** A Go duration such as `30s`; empty for the server's default of a minute. */
  timeout: string
  /** Least level of the log records to send back; empty for debug. */
  logLevel: '' | 'debug' | 'info' | 'warn' | 'error'
  /** Whether the certificate of a target may be anything. */
  skipsTlsVerification: boolean
}

/** A request that is yet to be filled in: a POST of JSON to the function's root. */
export const emptyRequest: ConsoleRequest = {
  method: 'POST',
  path: '/',
  headers: [],
  body: { kind: 'json', text: '', fields: [] },
  options: { invokeUrl: '', timeout: '', logLevel: '', skipsTlsVerification: false },
}
