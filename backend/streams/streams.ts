import { PlatformError } from '../errors'
import { openDatabase } from '../store/database'
import { defaultRetention, retain } from './retention'
import type { Retention } from './retention'
import { StreamLog } from './stream-log'
import { streamName } from './stream-ref'
import type { StreamRef } from './stream-ref'
import { streamMigrations } from './stream-schema'
import { streamStore } from './stream-store'
import { waitAmong, wakeAll, type Waiting } from './waiting'

/** Shards of a stream for which nobody asked for another number. */
export const defaultShards = 8
const mostShards = 256
const mostStreams = 1_000
const retainEvery = 60_000

/** All streams of a data folder: sharded, append-only, kept until they are a day old or too many. */
export interface Streams {
  /** By container and path. */
  list(): StreamLog[]
  find(ref: StreamRef): StreamLog | undefined
  /** Throws 409 when it is there, 400 for a number of shards that cannot be. */
  create(ref: StreamRef, shards?: number): Promise<StreamLog>
  /** The stream, made when it is missing; `isNew` says whether it was. */
  ensure(ref: StreamRef, shards?: number): Promise<{ stream: StreamLog; isNew: boolean }>
  /** Throws 404. */
  remove(ref: StreamRef): Promise<void>
  /** The stream once it is there; undefined when `signal` was aborted before. */
  appear(ref: StreamRef, signal: AbortSignal): Promise<StreamLog | undefined>
  /** Drops what is too old or too much; happens by itself every minute, and whenever much has come. */
  retain(): Promise<void>
  close(): Promise<void>
}

export interface StreamsOptions {
  retention?: Retention
  /** What nobody waits for could not be done: dropping what is too old. */
  onFailure?: (error: unknown) => void
}

/** Opens the streams of a data folder that this process holds. Throws `DataDirectoryError`. */
export async function openStreams(
  directory: string,
  { retention = defaultRetention, onFailure = () => undefined }: StreamsOptions = {},
): Promise<Streams> {
  const client = await openDatabase(directory, {
    file: 'streams.db',
    migrations: streamMigrations,
    secureDelete: false,
  })
  const store = streamStore(client)
  const logs = new Map<string, StreamLog>()
  const waiting: Waiting = new Set()
  let making: Promise<unknown> = Promise.resolve()
  let written = 0
  const onWritten = (bytes: number) => {
    written += bytes
    if (written < retention.bytesOfAll / 16) return
    written = 0
    retainNow().catch(onFailure)
  }
  for (const stored of await store.load())
    logs.set(streamName(stored.ref), new StreamLog(store, stored, onWritten))

  const find = (ref: StreamRef) => logs.get(streamName(ref))

  async function make(ref: StreamRef, count: number): Promise<StreamLog> {
    if (!Number.isInteger(count) || count < 1 || count > mostShards) {
      throw new PlatformError(400, `A stream has 1 to ${mostShards} shards, not ${count}`)
    }
    if (logs.size >= mostStreams) {
      throw new PlatformError(400, `There are ${mostStreams} streams already; delete some of them first`)
    }
    const createdAt = Date.now()
    const id = await store.create(ref, count, createdAt)
    const shards = Array.from({ length: count }, () => ({ last: 0, first: 1, bytes: 0 }))
    const log = new StreamLog(store, { id, ref, createdAt, shards, groups: new Map() }, onWritten)
    logs.set(streamName(ref), log)
    wakeAll(waiting)
    return log
  }

  /** One at a time, so that two who ask for the same stream get the same one. */
  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = making.then(task)
    making = result.catch(() => undefined)
    return result
  }

  let retaining: Promise<void> | undefined
  function retainNow(): Promise<void> {
    retaining ??= retainAll().finally(() => (retaining = undefined))
    return retaining
  }
  async function retainAll() {
    const dropped = await retain([...logs.values()], retention, ({ id }, shard, arrived) =>
      store.firstSince(id, shard, arrived),
    )
    if (dropped) await store.shrink()
  }
  const timer = setInterval(() => void retainNow().catch(onFailure), retainEvery)
  timer.unref()

  return {
    list: () =>
      [...logs.values()].sort((one, other) => (streamName(one.ref) < streamName(other.ref) ? -1 : 1)),
    find,

    create: (ref, shards = defaultShards) =>
      inTurn(async () => {
        if (find(ref)) throw new PlatformError(409, `Stream ${streamName(ref)} already exists`)
        return make(ref, shards)
      }),

    ensure: (ref, shards = defaultShards) =>
      inTurn(async () => {
        const known = find(ref)
        return known ? { stream: known, isNew: false } : { stream: await make(ref, shards), isNew: true }
      }),

    remove: (ref) =>
      inTurn(async () => {
        const log = find(ref)
        if (!log) throw new PlatformError(404, missingStream(ref))
        logs.delete(streamName(ref))
        await log.remove()
      }),

    async appear(ref, signal) {
      while (!find(ref) && !signal.aborted) await waitAmong(waiting, signal)
      return signal.aborted ? undefined : find(ref)
    },

    retain: retainNow,

    async close() {
      clearInterval(timer)
      await retaining?.catch(() => undefined)
      await making
      await Promise.all([...logs.values()].map((log) => log.settled()))
      store.close()
    },
  }
}

/** What is said of a stream that is not there. */
export function missingStream(ref: StreamRef): string {
  return `Stream ${streamName(ref)} does not exist on this platform`
}
