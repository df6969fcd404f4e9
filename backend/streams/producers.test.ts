import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createProducers, type Producers } from './producers'
import { streamRef } from './stream-ref'
import { openStreams, type Streams } from './streams'

const ref = streamRef('shop', 'orders')
const failures: unknown[] = []

let directory: string
let streams: Streams
let producers: Producers
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'producers-'))
  streams = await openStreams(directory)
  producers = createProducers(streams, (error) => failures.push(error))
})
afterEach(async () => {
  await producers.close()
  await streams.close()
  await rm(directory, { recursive: true, force: true })
  expect(failures).toEqual([])
})

const sent = () => streams.find(ref)?.shards.reduce((sum, { last }) => sum + last, 0) ?? 0

it('puts so many at once, and tells each its number and key', async () => {
  const stream = await streams.create(ref, 4)
  producers.start(ref, { count: 12_345, keys: 0 })
  await expect.poll(sent).toBe(12_345)
  await expect.poll(() => producers.stateOf(ref)).toBeUndefined()
  producers.start(ref, { count: 1, keys: 3 })
  await expect.poll(sent).toBe(12_346)
  const records = await Promise.all(
    stream.shards.map(async ({ last }, shard) =>
      last > 0 ? await stream.read(shard, last - 1, 1, never) : [],
    ),
  )
  const texts = records.flat().map(({ data }) => JSON.parse(Buffer.from(data).toString()) as object)
  expect(texts).toContainEqual({ number: 0, key: 'key-0', at: expect.any(String) })
})

const never = new AbortController().signal

it('puts so many a second for so long, with one key into one shard', async () => {
  const stream = await streams.create(ref, 4)
  const from = Date.now()
  expect(producers.start(ref, { rate: 2_000, seconds: 0.5, keys: 1, data: 'same' })).toMatchObject({
    rate: 2_000,
  })
  await expect.poll(sent).toBe(1_000)
  expect(Date.now() - from).toBeGreaterThan(450)
  expect(stream.shards.filter(({ last }) => last > 0)).toHaveLength(1)
})

it('stops when it is told to, when another takes its place, and with its stream', async () => {
  await streams.create(ref, 1)
  const order = { rate: 100, seconds: 600, keys: 0 }
  const first = producers.start(ref, order)
  const second = producers.start(ref, order)
  expect(producers.stateOf(ref)).toBe(second)
  await expect.poll(() => second.sent).toBeGreaterThan(5)
  const { sent: left } = first
  producers.stop(ref)
  expect(producers.stateOf(ref)).toBeUndefined()
  await expect.poll(() => first.sent).toBe(left)
  producers.start(ref, order)
  await streams.remove(ref)
  await expect.poll(() => producers.stateOf(ref)).toBeUndefined()
  expect(() => producers.start(ref, order)).toThrow(/does not exist/)
})
