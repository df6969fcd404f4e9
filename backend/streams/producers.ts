import { PlatformError } from '../errors'
import { pause } from '../timer'
import type { NewRecord, StreamLog } from './stream-log'
import type { StreamRef } from './stream-ref'
import { streamName } from './stream-ref'
import { missingStream, type Streams } from './streams'

/** What a producer puts in: so many at once, or so many a second for some seconds. */
export type ProducerOrder = {
  /** How many different keys the records have, in turn; 0 for records without a key. */
  keys: number
  /** The body of every record; without it each says its number, its key and the time. */
  data?: string
} & ({ count: number } | { rate: number; seconds: number })

/** A producer at work. Times in milliseconds since the epoch. */
export interface ProducerState {
  /** Records a second; undefined when it puts in as fast as it can. */
  rate?: number
  startedAt: number
  until?: number
  sent: number
}

/** Puts records into streams, one producer a stream, until they are done, stopped, or the server ends. */
export interface Producers {
  /** Takes the place of one that is at work on the stream. Throws 404. */
  start(ref: StreamRef, order: ProducerOrder): ProducerState
  /** Does nothing where none is at work. */
  stop(ref: StreamRef): void
  stateOf(ref: StreamRef): ProducerState | undefined
  close(): Promise<void>
}

const tick = 50
const recordsOfTick = 5_000

interface Running {
  state: ProducerState
  abort: AbortController
  done: Promise<void>
}

/** Producers for these streams. */
export function createProducers(streams: Streams, onFailure: (error: unknown) => void): Producers {
  const running = new Map<string, Running>()

  return {
    start(ref, order) {
      const stream = streams.find(ref)
      if (!stream) throw new PlatformError(404, missingStream(ref))
      const key = streamName(ref)
      running.get(key)?.abort.abort()
      const abort = new AbortController()
      const signal = AbortSignal.any([abort.signal, stream.gone])
      const startedAt = Date.now()
      const state: ProducerState =
        'rate' in order
          ? { rate: order.rate, startedAt, until: startedAt + order.seconds * 1000, sent: 0 }
          : { startedAt, sent: 0 }
      const done = produce(stream, order, state, signal)
        .catch((error: unknown) => {
          if (!signal.aborted) onFailure(error)
        })
        .finally(() => {
          if (running.get(key)?.state === state) running.delete(key)
        })
      running.set(key, { state, abort, done })
      return state
    },

    stop(ref) {
      running.get(streamName(ref))?.abort.abort()
      running.delete(streamName(ref))
    },

    stateOf: (ref) => running.get(streamName(ref))?.state,

    async close() {
      const all = [...running.values()]
      for (const { abort } of all) abort.abort()
      await Promise.all(all.map(({ done }) => done))
    },
  }
}

async function produce(
  stream: StreamLog,
  order: ProducerOrder,
  state: ProducerState,
  signal: AbortSignal,
): Promise<void> {
  const total = 'rate' in order ? Math.round(order.rate * order.seconds) : order.count
  while (!signal.aborted && state.sent < total) {
    // By the clock and not by ticks, so that a late one is made up for.
    const due =
      'rate' in order
        ? Math.min(total, Math.floor(((Date.now() - state.startedAt) / 1000) * order.rate))
        : total
    const count = Math.min(due - state.sent, recordsOfTick)
    if (count > 0) {
      await stream.put(Array.from({ length: count }, (_, index) => recordOf(order, state.sent + index)))
      state.sent += count
    }
    if ('rate' in order) await pause(tick, signal)
  }
}

function recordOf({ keys, data }: ProducerOrder, number: number): NewRecord {
  const key = keys > 0 ? `key-${number % keys}` : undefined
  const body = data ?? JSON.stringify({ number, key, at: new Date().toISOString() })
  return { data: Buffer.from(body), partitionKey: key }
}
