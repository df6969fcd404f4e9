import type { PlacedRecord, Position, ShardState, StoredStream, StreamStore } from './stream-store'
import { sizeOf } from './stream-store'
import { shardOfKey } from './partition'
import { createTurns } from './turns'
import { waitAmong, wakeAll, type Waiting } from './waiting'

/** A record to put in. Without a shard its key decides, and without a key the shards take turns. */
export interface NewRecord {
  data: Uint8Array
  partitionKey?: string
  shard?: number
}

/** Where a record went. */
export interface RecordPlace {
  shard: number
  sequence: number
}

/** More than this in one transaction would hold up everything else. */
const recordsAtOnce = 1_000

/** One stream while it is open: what is in memory of it, and what waits for its records. */
export class StreamLog {
  readonly #store: StreamStore
  readonly #stored: StoredStream
  readonly #onWritten: (bytes: number) => void
  readonly #gone = new AbortController()
  readonly #waiting: Waiting = new Set()
  #nextShard = 0
  #writing: Promise<unknown> = Promise.resolve()
  /** Each shard is read by one of a group at a time. */
  readonly readers = createTurns()

  /** `onWritten` is told the bytes of every write. */
  constructor(store: StreamStore, stored: StoredStream, onWritten: (bytes: number) => void) {
    this.#onWritten = onWritten
    this.#store = store
    this.#stored = stored
  }

  get ref() {
    return this.#stored.ref
  }

  get id(): number {
    return this.#stored.id
  }

  get shards(): readonly Readonly<ShardState>[] {
    return this.#stored.shards
  }

  /** Aborted when the stream is deleted. */
  get gone(): AbortSignal {
    return this.#gone.signal
  }

  get groups(): ReadonlyMap<string, readonly Position[]> {
    return this.#stored.groups
  }

  get bytes(): number {
    return this.shards.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Appends records in their order; resolves with their places when they are on disk. */
  async put(records: readonly NewRecord[]): Promise<RecordPlace[]> {
    const places: RecordPlace[] = []
    for (let from = 0; from < records.length; from += recordsAtOnce) {
      places.push(...(await this.#inTurn(() => this.#append(records.slice(from, from + recordsAtOnce)))))
      // The driver never waits for the disk in the background: others get their turn only like this.
      if (records.length > recordsAtOnce) await new Promise(setImmediate)
    }
    return places
  }

  async #append(records: readonly NewRecord[]): Promise<RecordPlace[]> {
    this.gone.throwIfAborted()
    const arrived = Date.now()
    const lasts = this.shards.map(({ last }) => last)
    const placed = records.map(({ data, partitionKey, shard }): PlacedRecord => {
      const at = shard ?? (partitionKey === undefined ? this.#turn() : shardOfKey(partitionKey, lasts.length))
      const sequence = (lasts[at] ?? 0) + 1
      lasts[at] = sequence
      return { shard: at, sequence, arrived, data }
    })
    await this.#store.append(this.id, placed)
    this.#stored.shards.forEach((state, shard) => {
      const added = placed.filter((record) => record.shard === shard)
      state.last += added.length
      state.bytes += sizeOf(added)
    })
    wakeAll(this.#waiting)
    this.#onWritten(sizeOf(placed))
    return placed.map(({ shard, sequence }) => ({ shard, sequence }))
  }

  #turn(): number {
    const shard = this.#nextShard % this.shards.length
    this.#nextShard = shard + 1
    return shard
  }

  /** Records after a sequence number, as soon as there are any; none when the stream or the reader is gone. */
  async read(shard: number, after: number, limit: number, signal: AbortSignal) {
    const state = this.#stored.shards[shard]
    while (!signal.aborted && !this.gone.aborted && state && state.last <= after)
      await waitAmong(this.#waiting, signal)
    if (signal.aborted || this.gone.aborted || !state) return []
    return this.#store.read(this.id, shard, after, limit)
  }

  /** Drops the records of a shard before a sequence number. */
  async trim(shard: number, before: number): Promise<void> {
    await this.#inTurn(async () => {
      const state = this.#stored.shards[shard]
      if (!state || before <= state.first || this.gone.aborted) return
      state.bytes -= await this.#store.trim(this.id, shard, before)
      state.first = Math.min(before, state.last + 1)
    })
  }

  /** Keeps positions of a group, by shard. Does nothing once the stream is gone: they went with it. */
  async savePositions(group: string, positions: ReadonlyMap<number, Position>): Promise<void> {
    if (positions.size === 0) return
    await this.#inTurn(async () => {
      if (this.gone.aborted) return
      await this.#store.savePositions(this.id, group, positions)
      const known = this.#stored.groups.get(group) ?? []
      for (const [shard, position] of positions) known[shard] = position
      this.#stored.groups.set(group, known)
    })
  }

  async remove(): Promise<void> {
    this.#gone.abort()
    wakeAll(this.#waiting)
    await this.#inTurn(() => this.#store.remove(this.id))
  }

  /** Resolves when what was begun is written. */
  async settled(): Promise<void> {
    await this.#writing
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = this.#writing.then(task)
    this.#writing = result.catch(() => undefined)
    return result
  }
}
