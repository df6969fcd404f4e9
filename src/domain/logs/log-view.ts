import type { LogRecord } from '@/api/generated/schema'

export type LogLevel = LogRecord['level']

/** A search in the text of entries, as it is shown: without colours, one physical line at a time. */
export interface LogQuery {
  /** As typed; nothing is searched for while it is empty. */
  text: string
  isRegex: boolean
  matchesCase: boolean
  isWholeWord: boolean
}

/** One field of structured records that has to have a value, or must not have it. */
export interface FieldFilter {
  name: string
  /** As JSON writes it; texts without quotes. */
  value: string
  isExcluded: boolean
}

/** Which entries of a log are shown, and how. */
export interface LogView {
  /** Names of the replicas that are shown; all of them when absent. */
  replicas?: readonly string[]
  /** What has no level counts as info, tracebacks as errors. */
  leastLevel: LogLevel
  query: LogQuery
  /** `all` marks what matches, `matching` and `others` leave out the rest. */
  show: 'all' | 'matching' | 'others'
  /** Entries before and after each match that are shown as well, with `matching`. */
  context: number
  fields: readonly FieldFilter[]
  /** Equal entries in a row are one row with a count. */
  areRepeatsFolded: boolean
}

/** What happened between the lines of a log. */
export interface LogMark {
  kind:
    | 'deploy-started'
    | 'deploy-ready'
    | 'deploy-failed'
    | 'invocation'
    | 'reconnected'
    /** Lines may be missing, or stand twice. */
    | 'gap'
    /** An error text of the server that came in the place of lines. */
    | 'fault'
    | 'replica-came'
    | 'replica-gone'
  /** Milliseconds since 1970 on the server's clock, as the times of the lines are; where it stands. */
  time: number
  /** What a person reads, one line. */
  text: string
  /** Absent for what concerns all of them. */
  replica?: string
  /** The whole of what was said, when `text` is a part of it. */
  detail?: string
}

/** One row in view. */
export interface ShownRow {
  /** Of its entry, the same for as long as that is held. */
  id: number
  /** Raised when the entry changed: more lines came to it. */
  version: number
  kind: 'record' | 'output' | 'trace' | 'mark'
  /** Of `LogStatus.replicas`; -1 for a mark that concerns all. */
  replica: number
  level?: LogLevel
  /** Milliseconds since 1970 by the replica's clock; absent for what a process wrote by itself. */
  time?: number
  /** The logger. */
  logger?: string
  worker?: string
  /** One line, without colours, at most about 2,000 characters. */
  message: string
  /** Names and values of a record, values as JSON writes them, texts without quotes; each at most about 500 characters. */
  fields: readonly (readonly [string, string])[]
  /** Exactly as sent, escapes too, at most about 2,000 characters; where the view is asked for raw rows. */
  raw?: string
  /** Physical lines of the entry. */
  lines: number
  /** Bytes of the entry as it was sent. */
  bytes: number
  /** `message`, `fields` or `raw` do not hold all of it. */
  isCut: boolean
  /** The search matches it. */
  isMatch: boolean
  /** Beside a match, not one. */
  isContext: boolean
  /** How many equal entries it stands for. */
  repeats: number
  mark?: LogMark['kind']
  /** Its place in a link: time and hash of the content. */
  key: string
}

/** Lines over time: `counts[bin * 5 + level]`, levels as debug, info, warn, error, and none. */
export interface LogHistogram {
  /** Milliseconds since 1970, start of the first bin. */
  from: number
  /** Milliseconds a bin. */
  step: number
  counts: readonly number[]
}
