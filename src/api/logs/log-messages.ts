import type { FunctionRef } from '../function-keys'
import type { LogAsks } from '@/domain/logs/log-asks'
import type { LogMark, LogView } from '@/domain/logs/log-view'
import type { LogStatus } from '@/domain/logs/log-status'

export type {
  DownloadRequest,
  EntryDetail,
  FoundMatch,
  LogAsks,
  ReadAnswer,
  ReadRequest,
} from '@/domain/logs/log-asks'

/** From where a log is read at first. */
export type LogStart =
  | { kind: 'now' }
  /** Lines of each replica, from the end. */
  | { kind: 'tail'; lines: number }
  | { kind: 'since'; seconds: number }
  | { kind: 'all' }

/** What a log is opened with. */
export interface LogTarget {
  ref: FunctionRef
  start: LogStart
  /** The server is known to lose lines of a followed stream, so that it is only asked again and again. */
  isPolled: boolean
  /** Bytes held at most; the oldest go first. */
  byteLimit: number
  view: LogView
}

/** What a page tells an open log. */
export interface LogTells {
  view: LogView
  byteLimit: number
  /** A page that nobody looks at lets go of its streams. */
  isVisible: boolean
  mark: LogMark
  /** Asks for the names of replicas now, and for those that wait or were refused. */
  retry: true
}

/** To the thread that holds the log. */
export type ToLogWorker =
  | { open: LogTarget }
  | { tell: { [Key in keyof LogTells]: { about: Key; value: LogTells[Key] } }[keyof LogTells] }
  | { ask: { id: number; about: keyof LogAsks; request: unknown } }

/** From it. */
export type FromLogWorker =
  { status: LogStatus } | { answer: { id: number; value?: unknown; failure?: string } }
