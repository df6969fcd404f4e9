import type { LogMark } from './log-view'

/** Where the bytes of replicas go. Of one replica they are told in their order. */
export interface FeedSink {
  /** Bytes that continue what was told before, nothing lost and nothing doubled. They are not copied: the caller lets go of them. */
  append: (replica: string, bytes: Uint8Array) => void
  /** The last line, which has no end yet, will not be continued. */
  endLine: (replica: string) => void
  mark: (mark: LogMark) => void
}
