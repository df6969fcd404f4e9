import type { Cutoff } from '@/domain/logs/align-held'
import type { LogStart } from './log-messages'

/** Where an answer begins. Seconds are whole: a cluster counts in those. */
export interface FeedRequest {
  since?: number
  tailLines?: number
}

/** Opens the log of a replica. A stream that ends is no error; rejects with `ApiError` where no log is answered. */
export type OpenReplica = (
  replica: string,
  options: FeedRequest & { follow: boolean; signal: AbortSignal },
) => Promise<ReadableStream<Uint8Array>>

/** So many lines from before are read, not shown, where a log begins with now: to go on from. */
const contextLines = 100

/** The first request, `age` milliseconds after it was decided where to begin. */
export function firstRequest(start: LogStart, age: number): FeedRequest {
  switch (start.kind) {
    case 'now':
      return { tailLines: contextLines }
    case 'tail':
      // Less is ignored by Nuclio 1.14, which answers everything then.
      return { tailLines: Math.max(2, start.lines) }
    case 'since':
      return { since: Math.max(1, Math.ceil(start.seconds + age / 1_000)) }
    case 'all':
      return {}
  }
}

/** One that begins before a time of the page's clock, by a second or two. */
export function requestSince(time: number, now: number): FeedRequest {
  return { since: Math.max(2, Math.ceil((now - time) / 1_000) + 1) }
}

/** When an answer begins by the page's clock: the server read the log at some time between the send and the head of its answer. */
export function cutoffOf({ since }: FeedRequest, sentAt: number, headAt: number): Cutoff | undefined {
  return since === undefined
    ? undefined
    : { earliest: sentAt - since * 1_000, latest: headAt - since * 1_000 }
}
