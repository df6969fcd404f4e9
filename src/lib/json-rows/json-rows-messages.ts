import type { JsonRow } from './json-rows'

/** What the page asks of the worker that holds a JSON text as rows. */
export type JsonAsk =
  /** First of all, and once. Bytes are UTF-8. `isLines`: many values, one a line. */
  | { kind: 'open'; text: string | Uint8Array; isLines: boolean }
  | { kind: 'rows'; first: number; count: number }
  | { kind: 'toggle'; node: number }
  | { kind: 'openAll' }
  | { kind: 'closeAll' }
  /** The row of what holds the value of a row. */
  | { kind: 'parent'; row: number }
  /** Looks for a text, and for the first place of it at or after a row. */
  | { kind: 'search'; query: string; from: number }
  /** The place of a search, counted from 0, with what hides it opened. */
  | { kind: 'hit'; index: number }
  /** A value as it stands in the text, and a string without quotes. */
  | { kind: 'value'; node: number }

export interface ToJsonWorker {
  id: number
  ask: JsonAsk
}

/** How things stand after a question, and its answer. */
export interface JsonReply {
  rowCount: number
  hitCount: number
  rows?: JsonRow[]
  /** Where to go. */
  row?: number
  /** Which place of the search that is. */
  hit?: number
  value?: string
  /** The text is no JSON: in words. */
  problem?: string
}

export interface FromJsonWorker extends JsonReply {
  id: number
}
