import type { Client, InStatement, Row } from '@libsql/client'
import { textOf } from '../store/documents'
import type { StreamRef } from './stream-ref'

export type SeekTo = 'latest' | 'earliest'

/** A record as it is read. */
export interface StreamRecord {
  sequence: number
  /** Milliseconds since the epoch. */
  arrived: number
  data: Uint8Array
}

/** A record with its place. */
export interface PlacedRecord extends StreamRecord {
  shard: number
}

export interface ShardState {
  /** Sequence number of the latest record that was ever written; 0 before the first. */
  last: number
  /** Sequence number of the oldest record that is kept; one more than `last` when none is. */
  first: number
  /** What the kept records take, about. */
  bytes: number
}

/** Where a consumer group is in a shard. */
export interface Position {
  /** Where it began, by `seek`. */
  start: number
  seek: SeekTo
  /** Sequence number up to which all is handled; undefined until the first commit. */
  committed?: number
}

export interface StoredStream {
  id: number
  ref: StreamRef
  createdAt: number
  shards: ShardState[]
  /** By consumer group; sparse by shard. */
  groups: Map<string, Position[]>
}

/** What a record takes on disk besides its data, about. */
const recordOverhead = 64
const rowsAtOnce = 400

/** What records count for in the limits of a shard, bytes. */
export const sizeOf = (records: readonly { data: Uint8Array }[]): number =>
  records.reduce((sum, { data }) => sum + data.length + recordOverhead, 0)

/** Streams on disk. A write is there when its promise resolves, all of it or nothing. */
export interface StreamStore {
  load(): Promise<StoredStream[]>
  create(ref: StreamRef, shards: number, createdAt: number): Promise<number>
  /** With its records and everybody's positions. */
  remove(id: number): Promise<void>
  append(id: number, records: readonly PlacedRecord[]): Promise<void>
  /** The oldest records after a sequence number. */
  read(id: number, shard: number, after: number, limit: number): Promise<StreamRecord[]>
  /** Drops the records before a sequence number; resolves with the bytes that they took. */
  trim(id: number, shard: number, before: number): Promise<number>
  /** Sequence number of the oldest record that arrived at `arrived` or later. */
  firstSince(id: number, shard: number, arrived: number): Promise<number | undefined>
  savePositions(id: number, group: string, positions: ReadonlyMap<number, Position>): Promise<void>
  /** Gives what was dropped back to the disk now, and not when so much more has been written. */
  shrink(): Promise<void>
  close(): void
}

/** The streams of a database that is up to date. */
export function streamStore(client: Client): StreamStore {
  return {
    load: () => loadStreams(client),

    async create({ container, path }, shards, createdAt) {
      const [made] = await client.batch(
        [
          {
            sql: 'INSERT INTO streams (container, path, created_at) VALUES (?, ?, ?) RETURNING id',
            args: [container, path, createdAt],
          },
          ...Array.from({ length: shards }, (_, shard) => ({
            sql: 'INSERT INTO shards SELECT id, ?, 0, 0 FROM streams WHERE container = ? AND path = ?',
            args: [shard, container, path],
          })),
        ],
        'write',
      )
      return Number(made?.rows[0]?.id)
    },

    async remove(id) {
      const tables = ['records', 'positions', 'shards']
      await client.batch(
        [
          ...tables.map((table) => ({ sql: `DELETE FROM ${table} WHERE stream = ?`, args: [id] })),
          { sql: 'DELETE FROM streams WHERE id = ?', args: [id] },
        ],
        'write',
      )
    },

    async append(id, records) {
      const statements: InStatement[] = []
      for (let from = 0; from < records.length; from += rowsAtOnce) {
        const rows = records.slice(from, from + rowsAtOnce)
        statements.push({
          sql: `INSERT INTO records VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
          args: rows.flatMap(({ shard, sequence, arrived, data }) => [id, shard, sequence, arrived, data]),
        })
      }
      for (const shard of new Set(records.map((record) => record.shard))) {
        const added = records.filter((record) => record.shard === shard)
        statements.push({
          sql: 'UPDATE shards SET last = ?, bytes = bytes + ? WHERE stream = ? AND shard = ?',
          args: [added.at(-1)?.sequence ?? 0, sizeOf(added), id, shard],
        })
      }
      await client.batch(statements, 'write')
    },

    async read(id, shard, after, limit) {
      const sql = `SELECT sequence, arrived, data FROM records
                   WHERE stream = ? AND shard = ? AND sequence > ? ORDER BY sequence LIMIT ?`
      const { rows } = await client.execute({ sql, args: [id, shard, after, limit] })
      return rows.map((row) => ({
        sequence: Number(row.sequence),
        arrived: Number(row.arrived),
        data: new Uint8Array(row.data as ArrayBuffer),
      }))
    },

    async trim(id, shard, before) {
      const dropped = 'FROM records WHERE stream = ? AND shard = ? AND sequence < ?'
      const args = [id, shard, before]
      const { rows } = await client.execute({
        sql: `SELECT coalesce(sum(length(data) + ${recordOverhead}), 0) AS bytes ${dropped}`,
        args,
      })
      const bytes = Number(rows[0]?.bytes)
      await client.batch(
        [
          { sql: `DELETE ${dropped}`, args },
          {
            sql: 'UPDATE shards SET bytes = bytes - ? WHERE stream = ? AND shard = ?',
            args: [bytes, id, shard],
          },
        ],
        'write',
      )
      return bytes
    },

    async firstSince(id, shard, arrived) {
      const sql = `SELECT sequence FROM records
                   WHERE stream = ? AND shard = ? AND arrived >= ? ORDER BY sequence LIMIT 1`
      const { rows } = await client.execute({ sql, args: [id, shard, arrived] })
      return rows[0] && Number(rows[0].sequence)
    },

    async savePositions(id, group, positions) {
      const sql = `INSERT INTO positions (stream, consumer_group, shard, start, seek, committed) VALUES (?, ?, ?, ?, ?, ?)
                   ON CONFLICT DO UPDATE SET start = excluded.start, seek = excluded.seek, committed = excluded.committed`
      await client.batch(
        [...positions].map(([shard, { start, seek, committed }]) => ({
          sql,
          args: [id, group, shard, start, seek, committed ?? null],
        })),
        'write',
      )
    },

    async shrink() {
      await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    },

    close: () => client.close(),
  }
}

async function loadStreams(client: Client): Promise<StoredStream[]> {
  const streams = new Map<number, StoredStream>()
  for (const row of (await client.execute('SELECT * FROM streams ORDER BY container, path')).rows) {
    const ref = { container: textOf(row.container), path: textOf(row.path) }
    const stream = {
      ref,
      createdAt: Number(row.created_at),
      shards: [],
      groups: new Map<string, Position[]>(),
    }
    streams.set(Number(row.id), { id: Number(row.id), ...stream })
  }
  const shards = await client.execute(
    `SELECT shards.*, (SELECT min(sequence) FROM records
       WHERE records.stream = shards.stream AND records.shard = shards.shard) AS first FROM shards`,
  )
  for (const row of shards.rows) {
    const last = Number(row.last)
    const state = { last, first: Number(row.first ?? last + 1), bytes: Number(row.bytes) }
    const stream = streams.get(Number(row.stream))
    if (stream) stream.shards[Number(row.shard)] = state
  }
  for (const row of (await client.execute('SELECT * FROM positions')).rows) {
    const stream = streams.get(Number(row.stream))
    const group = textOf(row.consumer_group)
    const positions = stream?.groups.get(group) ?? []
    positions[Number(row.shard)] = positionOf(row)
    stream?.groups.set(group, positions)
  }
  return [...streams.values()]
}

function positionOf(row: Row): Position {
  return {
    start: Number(row.start),
    seek: textOf(row.seek) as SeekTo,
    ...(row.committed !== null && { committed: Number(row.committed) }),
  }
}
