import type { ShownRow } from './log-view'

/** Which rows of the view are wanted. */
export interface ReadRequest {
  /** The end, a row of the view, or the row of an entry; one that is not shown is the next one that is. */
  at: { kind: 'end' } | { kind: 'row'; row: number } | { kind: 'entry'; id: number }
  /** Rows before and after that one; so many more before it as there are too few after it. */
  before: number
  after: number
  /** As sent, with escapes, instead of message and fields. */
  isRaw?: boolean
}

export interface ReadAnswer {
  /** Of the view that this was read from. */
  revision: number
  /** Rows in the view. */
  total: number
  /** The row that was asked for, where it stands now. */
  at: number
  /** Of the first of `rows`. */
  first: number
  rows: readonly ShownRow[]
}

export interface FindRequest {
  /** From which row on, itself not; -1 and the total stand for the ends. */
  from: number
  direction: 1 | -1
}

/** A match of the search, and the how many-th it is of how many. */
export interface FoundMatch {
  row: number
  id: number
  ordinal: number
  count: number
}

/** All of one entry. */
export interface EntryDetail {
  /** Without colours; of very long ones the beginning. */
  text: string
  isCut: boolean
  /** Its fields as JSON, indented; absent when it has none. */
  fields?: string
}

/** What is to be downloaded. */
export type DownloadRequest =
  /** Exactly the bytes that the server sent of one replica, as far as held. */
  | { what: 'raw'; replica: string }
  /** The rows of the view as text, or as JSON with one object a line. */
  | { what: 'text' | 'json-lines' }

/** What a page asks of an open log, and what it is answered. */
export interface LogAsks {
  read: (request: ReadRequest) => ReadAnswer
  /** Nothing when there is no further match. */
  find: (request: FindRequest) => FoundMatch | undefined
  detail: (request: { id: number }) => EntryDetail | undefined
  /** The entry that a link names (`ShownRow.key`), when it is held; whether it is in the view, too. */
  locate: (request: { replica: string; key: string }) => { id: number; isShown: boolean } | undefined
  /** The first row of the view at or after a time, milliseconds since 1970. */
  seek: (request: { time: number }) => { row: number; id: number } | undefined
  download: (request: DownloadRequest) => Blob
  /** Rows of the view as text, both ends included, by their entries. */
  copy: (request: { from: number; to: number }) => string
  /** Where in given texts the search matches, as pairs of positions; nothing for a search that is broken or takes too long. */
  highlight: (request: { texts: readonly string[] }) => readonly (readonly (readonly [number, number])[])[]
}
