import { createClient } from '@libsql/client'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataDirectoryError, databaseUrl } from '../store/data-directory'
import { progressOf } from './progress'
import { defaultRetention, type Retention } from './retention'
import type { NewRecord, StreamLog } from './stream-log'
import { streamRef } from './stream-ref'
import { openStreams, type Streams } from './streams'

const orders = streamRef('shop', '/in/orders/')
const never = new AbortController().signal

let directory: string
let opened: Streams[]
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'streams-'))
  opened = []
})
afterEach(async () => {
  for (const streams of opened) await streams.close()
  await rm(directory, { recursive: true, force: true })
})

async function open(retention: Partial<Retention> = {}): Promise<Streams> {
  const streams = await openStreams(directory, { retention: { ...defaultRetention, ...retention } })
  opened.push(streams)
  return streams
}

async function reopen(streams: Streams, retention?: Partial<Retention>): Promise<Streams> {
  opened = opened.filter((other) => other !== streams)
  await streams.close()
  return open(retention)
}

function found(streams: Streams): StreamLog {
  const stream = streams.find(orders)
  if (!stream) throw new Error('The stream is not there')
  return stream
}

const record = (text: string, more: Partial<NewRecord> = {}): NewRecord => ({
  data: Buffer.from(text),
  ...more,
})
const textsOf = (records: { data: Uint8Array }[]) => records.map(({ data }) => Buffer.from(data).toString())

describe('a stream', () => {
  it('keeps records by shard and in order, over a restart too', async () => {
    const streams = await open()
    const stream = await streams.create(orders, 3)
    await stream.put([record('a', { shard: 0 }), record('b', { shard: 0 }), record('c', { shard: 2 })])
    await expect(streams.create(orders, 3)).rejects.toMatchObject({
      status: 409,
      message: 'Stream shop/in/orders already exists',
    })
    const again = found(await reopen(streams))
    expect(again.shards.map(({ last, first }) => [first, last])).toEqual([
      [1, 2],
      [1, 0],
      [1, 1],
    ])
    expect(await again.put([record('d', { shard: 0 })])).toEqual([{ shard: 0, sequence: 3 }])
    expect(textsOf(await again.read(0, 1, 10, never))).toEqual(['b', 'd'])
    expect(textsOf(await again.read(0, 0, 2, never))).toEqual(['a', 'b'])
  })

  it('gives records of one key to one shard, of many keys to all, and those without a key in turns', async () => {
    const stream = await (await open()).create(orders, 8)
    const same = await stream.put(Array.from({ length: 20 }, () => record('x', { partitionKey: 'one' })))
    expect(new Set(same.map(({ shard }) => shard)).size).toBe(1)
    const keyed = await stream.put(
      Array.from({ length: 8_000 }, (_, n) => record('x', { partitionKey: `key-${n}` })),
    )
    const counts = Array.from(
      { length: 8 },
      (_, shard) => keyed.filter((place) => place.shard === shard).length,
    )
    expect(Math.min(...counts)).toBeGreaterThan(850)
    const turns = await stream.put(Array.from({ length: 8 }, () => record('x')))
    expect(new Set(turns.map(({ shard }) => shard)).size).toBe(8)
  })

  it('takes a hundred thousand records in seconds', async () => {
    const stream = await (await open()).create(orders, 8)
    const from = Date.now()
    await stream.put(Array.from({ length: 100_000 }, (_, n) => record(`record ${n}`)))
    expect(stream.shards.map(({ last }) => last)).toEqual(Array(8).fill(12_500))
    expect(Date.now() - from).toBeLessThan(20_000)
  })

  it('lets a reader wait, until records come, the stream goes, or the reader does', async () => {
    const streams = await open()
    const stream = await streams.create(orders, 1)
    const waiting = stream.read(0, 0, 10, never)
    await stream.put([record('now')])
    expect(textsOf(await waiting)).toEqual(['now'])
    const leaving = new AbortController()
    const left = stream.read(0, 1, 10, leaving.signal)
    leaving.abort()
    expect(await left).toEqual([])
    const gone = stream.read(0, 1, 10, never)
    await streams.remove(orders)
    expect(await gone).toEqual([])
    expect(streams.find(orders)).toBeUndefined()
    await expect(stream.put([record('late')])).rejects.toThrow()
  })

  it('that is made again begins anew, positions and all', async () => {
    const streams = await open()
    const stream = await streams.create(orders, 2)
    await stream.put([record('old', { shard: 1 })])
    await stream.savePositions('g', new Map([[1, { start: 0, seek: 'latest', committed: 1 }]]))
    await streams.remove(orders)
    await streams.create(orders, 2)
    const again = found(await reopen(streams))
    expect(progressOf(again, 'g')).toEqual(Array(2).fill({ current: 0, committed: 0, lag: 0 }))
  })

  it('refuses names and numbers of shards that cannot be', async () => {
    const streams = await open()
    for (const count of [0, 257, 1.5]) {
      await expect(streams.create(orders, count)).rejects.toMatchObject({ status: 400 })
    }
    expect(() => streamRef('', 'x')).toThrow(/container/)
    expect(() => streamRef('c', '//')).toThrow(/path/)
    expect(() => streamRef('c', 'a\nb')).toThrow(/path/)
  })
})

describe('positions of a group', () => {
  it('tell where it began from what it has committed, and are kept', async () => {
    const streams = await open()
    const stream = await streams.create(orders, 3)
    await stream.put([0, 0, 0, 1, 1].map((shard) => record('x', { shard })))
    await stream.savePositions(
      'g',
      new Map([
        [0, { start: 0, seek: 'earliest', committed: 2 }],
        [1, { start: 2, seek: 'latest' }],
      ]),
    )
    const again = found(await reopen(streams))
    expect(progressOf(again, 'g')).toEqual([
      { current: 3, committed: 2, lag: 1 },
      { current: 2, committed: 0, lag: 0 },
      { current: 0, committed: 0, lag: 0 },
    ])
    expect(progressOf(again, 'nobody')[0]).toEqual({ current: 3, committed: 0, lag: 3 })
    expect(again.groups.get('g')?.[1]).toEqual({ start: 2, seek: 'latest' })
  })
})

describe('retention', () => {
  it('drops what is too old and keeps counting', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const streams = await open({ maxAge: 1000 })
      const stream = await streams.create(orders, 1)
      await stream.put([record('old'), record('older')])
      vi.advanceTimersByTime(2000)
      await stream.put([record('young')])
      await streams.retain()
      expect(stream.shards[0]).toMatchObject({ first: 3, last: 3 })
      vi.advanceTimersByTime(2000)
      await streams.retain()
      expect(stream.shards[0]).toEqual({ first: 4, last: 3, bytes: 0 })
      const again = found(await reopen(streams))
      expect(await again.put([record('next')])).toEqual([{ shard: 0, sequence: 4 }])
    } finally {
      vi.useRealTimers()
    }
  })

  it('bounds a shard and the whole, and gives the disk back', async () => {
    const streams = await open({ bytesOfShard: 400_000, bytesOfAll: 600_000 })
    const stream = await streams.create(orders, 2)
    const large = 'x'.repeat(1_000)
    await stream.put(Array.from({ length: 10_000 }, (_, n) => record(large, { shard: n % 2 })))
    // The first may be one that began by itself, before all had come.
    await streams.retain()
    await streams.retain()
    expect(Math.max(...stream.shards.map(({ bytes }) => bytes))).toBeLessThanOrEqual(400_000)
    expect(stream.bytes).toBeLessThanOrEqual(600_000)
    for (const { first, last } of stream.shards) expect(first).toBeLessThanOrEqual(last + 1)
    // Ten million bytes went through it.
    expect((await stat(join(directory, 'streams.db-wal'))).size).toBeLessThan(2_000_000)
    await reopen(streams)
    expect((await stat(join(directory, 'streams.db'))).size).toBeLessThan(2_000_000)
  })
})

describe('the database of the streams', () => {
  it('of schema version 1 is read', async () => {
    const client = createClient({ url: databaseUrl(directory, 'streams.db') })
    await client.executeMultiple(`
      CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;
      CREATE TABLE streams (id INTEGER PRIMARY KEY, container TEXT NOT NULL, path TEXT NOT NULL, created_at INTEGER NOT NULL, UNIQUE (container, path)) STRICT;
      CREATE TABLE shards (stream INTEGER NOT NULL, shard INTEGER NOT NULL, last INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (stream, shard)) STRICT, WITHOUT ROWID;
      CREATE TABLE records (stream INTEGER NOT NULL, shard INTEGER NOT NULL, sequence INTEGER NOT NULL, arrived INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (stream, shard, sequence)) STRICT;
      CREATE TABLE positions (stream INTEGER NOT NULL, consumer_group TEXT NOT NULL, shard INTEGER NOT NULL, start INTEGER NOT NULL, seek TEXT NOT NULL, committed INTEGER, PRIMARY KEY (stream, consumer_group, shard)) STRICT, WITHOUT ROWID;
      INSERT INTO schema_version VALUES (1, '2026-11-01T00:00:00Z');
      INSERT INTO streams VALUES (7, 'shop', 'in/orders', 1);
      INSERT INTO shards VALUES (7, 0, 5, 65);
      INSERT INTO records VALUES (7, 0, 5, 1, x'41');
      INSERT INTO positions VALUES (7, 'g', 0, 0, 'earliest', 4);
    `)
    client.close()
    const stream = found(await open())
    expect(stream.shards).toEqual([{ first: 5, last: 5, bytes: 65 }])
    expect(progressOf(stream, 'g')).toEqual([{ current: 5, committed: 4, lag: 1 }])
    expect(textsOf(await stream.read(0, 4, 1, never))).toEqual(['A'])
  })

  it('of a newer server is refused', async () => {
    await (await open()).close()
    opened = []
    const client = createClient({ url: databaseUrl(directory, 'streams.db') })
    await client.execute("INSERT INTO schema_version (version, applied_at) VALUES (99, '2030-01-01')")
    client.close()
    await expect(openStreams(directory)).rejects.toThrow(DataDirectoryError)
  })
})
