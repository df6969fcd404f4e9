import { randomUUID } from 'node:crypto'
import type { WorkerEvent } from '../../runtimes/runtime'
import type { StreamLog } from '../../streams/stream-log'
import type { StreamRecord } from '../../streams/stream-store'
import type { Streams } from '../../streams/streams'
import { pause } from '../../timer'
import { createShardMarks, type ShardMarks } from './shard-marks'
import { startPosition } from './start-position'
import { streamEventKind, type StreamSettings } from './stream-settings'

/** Who is to take an event: a replica, and where each shard has its worker, which of its workers. */
export interface DeliveryPlace {
  replica: number
  worker?: number
}

/** What came of a record: the handler answered (well or not), it ran out of time, or it never got to its end and is to be tried again. */
export type Delivery = { how: 'answered'; wantsNoAck: boolean } | { how: 'timedOut' } | { how: 'again' }

export interface StreamTriggerOptions {
  settings: StreamSettings
  replicas: number
  streams: Streams
  /** Runs one event; `signal` gives up the wait for a worker. Never rejects. */
  deliver: (event: WorkerEvent, place: DeliveryPlace, signal: AbortSignal) => Promise<Delivery>
  onProblem: (message: string, fields: Record<string, unknown>) => void
}

/** A trigger at work. */
export interface RunningStreamTrigger {
  /** The handler is done with a record, and all before it in the shard. Other streams are none of its business. */
  ack(topic: string, shard: number, sequence: number): void
  /** Takes no further record; resolves when those under way have ended and all that was handled is committed. */
  stop(): Promise<void>
}

const afterProblem = 1_000

/**
 * Consumes a stream for a function: one record of a shard after the other, each shard by one replica and by one function of the
 * consumer group at a time. A record counts as handled when the handler has answered, as in Nuclio, whatever the answer; one whose
 * worker died comes again.
 */
export function startStreamTrigger(options: StreamTriggerOptions): RunningStreamTrigger {
  const { settings, replicas, streams, deliver, onProblem } = options
  const { ref, group, readBatchSize, seekTo } = settings
  const stopping = new AbortController()
  const reading = new Map<number, { stream: StreamLog; marks: ShardMarks }>()

  async function consume(): Promise<void> {
    while (!stopping.signal.aborted) {
      const stream = await streams.appear(ref, stopping.signal)
      if (!stream) return
      const signal = AbortSignal.any([stopping.signal, stream.gone])
      // They end when the stream is deleted, too; then there may be another under its name.
      await Promise.all(stream.shards.map((_, shard) => keepConsuming(stream, shard, signal)))
    }
  }

  async function keepConsuming(stream: StreamLog, shard: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await consumeShard(stream, shard, signal)
      } catch (error) {
        onProblem('The stream could not be read; it is tried again', { shard, err: messageOf(error) })
        await pause(afterProblem, signal)
      }
    }
  }

  async function consumeShard(stream: StreamLog, shard: number, signal: AbortSignal): Promise<void> {
    const giveBack = await stream.readers.take(`${group}/${shard}`, signal)
    if (!giveBack) return
    try {
      const from = await startPosition(stream, group, shard, seekTo)
      const marks = createShardMarks(from, settings)
      reading.set(shard, { stream, marks })
      let after = from
      while (!signal.aborted) {
        for (const record of await stream.read(shard, after, readBatchSize, signal)) {
          if (signal.aborted) break
          await handle(stream, shard, record, marks, signal)
          after = record.sequence
        }
      }
    } finally {
      // Whatever the disk says to the last commit, the next reader gets its turn, and begins where the commits are.
      await commit([shard]).finally(() => {
        reading.delete(shard)
        giveBack()
      })
    }
  }

  async function handle(
    stream: StreamLog,
    shard: number,
    record: StreamRecord,
    marks: ShardMarks,
    signal: AbortSignal,
  ): Promise<void> {
    const { sequence } = record
    const event = eventOf(settings, record, shard, stream.shards.length)
    const place = placeOf(settings, shard, stream.shards.length, replicas)
    marks.given(sequence)
    while (!signal.aborted) {
      const delivery = await deliver(event, place, signal)
      if (delivery.how === 'answered') return marks.answered(sequence, delivery.wantsNoAck)
      if (delivery.how === 'timedOut') {
        // Passed over as in Nuclio: commits of later records take it along.
        onProblem('The handler did not return in time; its record is passed over', { shard, sequence })
        return
      }
    }
  }

  async function commit(shards: Iterable<number>): Promise<void> {
    const positions = new Map<number, { marks: ShardMarks; upTo: number }>()
    let stream: StreamLog | undefined
    for (const shard of shards) {
      const known = reading.get(shard)
      const upTo = known?.marks.toCommit()
      if (!known || upTo === undefined) continue
      stream = known.stream
      positions.set(shard, { marks: known.marks, upTo })
    }
    if (!stream) return
    const log = stream
    const stored = [...positions].map(([shard, { upTo }]) => {
      const start = log.groups.get(group)?.[shard]?.start ?? 0
      return [shard, { start, seek: seekTo, committed: upTo }] as const
    })
    await log.savePositions(group, new Map(stored))
    for (const { marks, upTo } of positions.values()) marks.committed(upTo)
  }

  let committing: Promise<void> | undefined
  const timer = setInterval(() => {
    committing ??= commit([...reading.keys()])
      .catch((error: unknown) => {
        onProblem('What was handled could not be committed; it is tried again', { err: messageOf(error) })
      })
      .finally(() => (committing = undefined))
  }, settings.commitInterval)
  timer.unref()
  const consumed = consume()

  return {
    ack(topic, shard, sequence) {
      // Older libraries say "/" for any stream.
      if (topic !== '/' && topic.replace(/^\/+|\/+$/g, '') !== ref.path) return
      reading.get(shard)?.marks.acked(sequence)
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await consumed
      await committing
    },
  }
}

/** Neighbouring shards go to one replica, as many to each as there are replicas to share them. */
function placeOf(
  { allocation, workers }: StreamSettings,
  shard: number,
  shards: number,
  replicas: number,
): DeliveryPlace {
  const share = Math.ceil(shards / replicas)
  const replica = Math.floor(shard / share)
  return allocation === 'static' ? { replica, worker: (shard % share) % workers } : { replica }
}

function eventOf(
  { name, ref }: StreamSettings,
  { sequence, arrived, data }: StreamRecord,
  shardId: number,
  numShards: number,
): WorkerEvent {
  return {
    id: randomUUID(),
    method: '',
    path: '',
    url: '',
    headers: {},
    fields: {},
    contentType: '',
    body: data,
    timestamp: arrived,
    trigger: { kind: streamEventKind, name },
    shardId,
    numShards,
    offset: String(sequence),
    topic: `/${ref.path}`,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
