import type {
  EmbeddedProducer,
  EmbeddedProducerOrder,
  EmbeddedStream,
  EmbeddedStreamReference,
  ShardLag,
  ShardLags,
  V3ioStream,
} from '@/api/generated/schema'
import { PlatformError } from '../errors'
import type { Producers, ProducerOrder, ProducerState } from '../streams/producers'
import { progressOf } from '../streams/progress'
import type { NewRecord, StreamLog } from '../streams/stream-log'
import { streamName, streamRef } from '../streams/stream-ref'
import { missingStream, type Streams } from '../streams/streams'
import type { Functions, PlatformStreams } from './platform'

export interface PlatformStreamsOptions {
  streams: Streams
  producers: Producers
  functions: Pick<Functions, 'list'>
}

/** Streams as the API knows them: by the functions that read them, and the calls of this platform alone. */
export function createPlatformStreams(options: PlatformStreamsOptions): PlatformStreams {
  const { streams, producers, functions } = options

  function found({ containerName, streamPath }: EmbeddedStreamReference): StreamLog {
    const ref = streamRef(containerName, streamPath)
    const stream = streams.find(ref)
    if (!stream) throw new PlatformError(404, missingStream(ref))
    return stream
  }

  function viewOf(stream: StreamLog): EmbeddedStream {
    const { container, path } = stream.ref
    const producer = producers.stateOf(stream.ref)
    return {
      containerName: container,
      streamPath: `/${path}`,
      shardCount: stream.shards.length,
      recordsKept: stream.shards.reduce((sum, { first, last }) => sum + last - first + 1, 0),
      ...(producer && { producer: producerView(producer) }),
    }
  }

  return {
    async ofProject({ namespace, project }) {
      const byTrigger: Record<string, V3ioStream> = {}
      for (const { metadata, spec } of await functions.list({ namespace, project })) {
        for (const [name, trigger] of Object.entries(spec.triggers ?? {})) {
          if (trigger.kind !== 'v3ioStream') continue
          const attributes: Record<string, unknown> = trigger.attributes ?? {}
          const text = (key: string) => (typeof attributes[key] === 'string' ? attributes[key] : null)
          byTrigger[`${metadata.name}@${name}`] = {
            consumerGroup: text('consumerGroup'),
            containerName: text('containerName'),
            streamPath: text('streamPath'),
          }
        }
      }
      return byTrigger
    },

    async lags({ consumerGroup, ...reference }): Promise<ShardLags> {
      const stream = found(reference)
      const shards: Record<string, ShardLag> = {}
      progressOf(stream, consumerGroup).forEach(({ current, committed, lag }, shard) => {
        shards[`shard-id-${shard}`] = {
          committed: String(committed),
          current: String(current),
          lag: String(lag),
        }
      })
      return { [streamName(stream.ref)]: { [consumerGroup]: shards } }
    },

    async list() {
      return Object.fromEntries(streams.list().map((stream) => [streamName(stream.ref), viewOf(stream)]))
    },

    async create({ containerName, streamPath }, shardCount) {
      return viewOf(await streams.create(streamRef(containerName, streamPath), shardCount))
    },

    async delete({ containerName, streamPath }) {
      const ref = streamRef(containerName, streamPath)
      producers.stop(ref)
      await streams.remove(ref)
    },

    async put(reference, records) {
      const stream = found(reference)
      const made = records.map(({ data, encoding, partitionKey, shardId }): NewRecord => {
        if (shardId !== undefined && shardId >= stream.shards.length) {
          const shards = stream.shards.length
          throw new PlatformError(
            400,
            `Stream ${streamName(stream.ref)} has ${shards} shards, and no ${shardId}`,
          )
        }
        return {
          data: Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8'),
          partitionKey,
          shard: shardId,
        }
      })
      const places = await stream.put(made)
      return places.map(({ shard, sequence }) => ({ shardId: shard, sequenceNumber: sequence }))
    },

    async produce(order) {
      return producerView(producers.start(found(order).ref, readOrder(order)))
    },

    async stopProducing(reference) {
      producers.stop(found(reference).ref)
    },
  }
}

/** Throws 400 for an order that says neither or both of how many and how fast. */
function readOrder({ count, rate, seconds, keys = 0, data }: EmbeddedProducerOrder): ProducerOrder {
  if (count !== undefined && rate === undefined && seconds === undefined) return { count, keys, data }
  if (count === undefined && rate !== undefined && seconds !== undefined) return { rate, seconds, keys, data }
  throw new PlatformError(400, 'A producer needs a count, or a rate and seconds')
}

function producerView({ rate, startedAt, until, sent }: ProducerState): EmbeddedProducer {
  return {
    ...(rate !== undefined && { rate }),
    startedAt: new Date(startedAt).toISOString(),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    sent,
  }
}
