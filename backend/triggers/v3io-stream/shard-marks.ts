import type { AckMode } from './stream-settings'

/** What of a shard is handled, as one reader of it sees it. Sequence numbers throughout. */
export interface ShardMarks {
  /** A record goes to the handler. */
  given(sequence: number): void
  /** The handler has answered; `wantsNoAck` when it said that this is not yet the end of it. */
  answered(sequence: number, wantsNoAck: boolean): void
  /** The handler says of a record that it, and all before it, are done with. */
  acked(sequence: number): void
  /** Up to where there is something new to commit; undefined when there is not. */
  toCommit(): number | undefined
  /** That is on disk. */
  committed(sequence: number): void
}

/**
 * Marks for a shard that is read from after `from` on. What is to be committed never goes back, and never beyond what the handler
 * was given, whatever it claims to be done with.
 */
export function createShardMarks(
  from: number,
  { ackMode, ackWindow }: { ackMode: AckMode; ackWindow: number },
): ShardMarks {
  let latestGiven = from
  let done = from
  let stored = from

  return {
    given(sequence) {
      latestGiven = sequence
    },
    answered(sequence, wantsNoAck) {
      if (ackMode === 'explicitOnly' || (ackMode === 'enable' && wantsNoAck)) return
      done = Math.max(done, sequence)
    },
    acked(sequence) {
      if (ackMode === 'disable' || sequence > latestGiven) return
      done = Math.max(done, sequence)
    },
    toCommit() {
      const upTo = done - ackWindow
      return upTo > stored ? upTo : undefined
    },
    committed(sequence) {
      stored = sequence
    },
  }
}
