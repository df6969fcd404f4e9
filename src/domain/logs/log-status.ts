import type { LogHistogram, LogLevel } from './log-view'

/** How the lines of a replica come. */
export type FeedState =
  /** The first answer is still awaited. */
  | 'connecting'
  /** The server tells each line as it is written. */
  | 'following'
  /** The log is asked for again and again. */
  | 'polling'
  /** The connection broke; tried again after a while. */
  | 'waiting'
  /** Asked by turns, because only so many streams may be open. */
  | 'by-turns'
  /** The replica is no more; its lines stay. */
  | 'gone'
  /** The server refuses, and asking again helps only when something changes. */
  | 'refused'
  /** Nobody looks. */
  | 'stopped'

export interface ReplicaStatus {
  name: string
  state: FeedState
  /** Of `waiting` and `refused`: what the server or the browser said. */
  problem?: { status?: number; message: string }
  /** Milliseconds since 1970 by the page's clock: of `waiting`, when it is tried again. */
  retryAt?: number
  /** Lines held. */
  lines: number
  errors: number
}

/** The search under way in what is held. */
export interface SearchStatus {
  /** Entries of the view that match, as far as looked. */
  matches: number
  /** From 0 to 1: how much of what is held was looked at. */
  progress: number
  /** Why it cannot be: a broken expression, or one that takes too long. */
  problem?: string
  /** Where matches are in the view: how many in each of so many equal parts. */
  marks: readonly number[]
}

/** What a page knows of a log without its rows. */
export interface LogStatus {
  /** Another one whenever rows of the view came, went or changed. */
  revision: number
  /** In the view. */
  rows: number
  /** Physical lines held, of all replicas. */
  lines: number
  /** Bytes held. */
  bytes: number
  /** What is not held any more, oldest first, because of the limits. */
  dropped: { lines: number; bytes: number }
  /** Entries that came into the view since it was opened, and errors among them; only ever more. */
  arrived: { rows: number; errors: number }
  /** Entries that each least level would leave of the view; marks between them are none. */
  levels: Record<LogLevel, number>
  replicas: readonly ReplicaStatus[]
  search?: SearchStatus
  histogram?: LogHistogram
  /** What is asked for at first has not come yet. */
  isLoading: boolean
  /** The names of the replicas could not be asked for, or there are none. */
  problem?: { kind: 'none' | 'refused' | 'gone' | 'failed'; status?: number; message: string }
}
