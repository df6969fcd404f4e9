import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { LagSample } from '@/domain/streams/samples'
import { changeSamples, samplesOf } from '@/lib/kept-samples'

const stream = { containerName: 'shop', streamPath: '/orders', consumerGroup: 'g' }
const sample = (at: number): LagSample => ({ at, every: 2_000, shards: [{ shard: 0, current: 5, lag: 5 }] })

/** Another page over the same browser. */
async function newPage() {
  vi.resetModules()
  return import('./lag-history')
}

let now: number
beforeEach(() => (now = Date.now()))

it('what one page saw the next one knows, and other groups do not', async () => {
  const { historyKey, lagHistory } = await newPage()
  const key = historyKey('server', 'nuclio', stream)
  expect(historyKey('server', 'nuclio', { ...stream, streamPath: 'orders' })).toBe(key)
  const history = lagHistory(key)
  expect(lagHistory(key)).toBe(history)
  history.add(sample(now - 4_000))
  history.add(sample(now - 2_000))
  history.add(sample(now - 2_000))
  await vi.waitFor(async () => expect(await samplesOf(key)).toHaveLength(2))

  const later = await newPage()
  const again = later.lagHistory(key)
  again.add(sample(now))
  await vi.waitFor(() => expect(again.read().map(({ at }) => at)).toEqual([now - 4_000, now - 2_000, now]))
  const read = again.read()
  expect(again.read()).toBe(read)
  const other = later.lagHistory(historyKey('elsewhere', 'nuclio', stream))
  await vi.waitFor(async () => expect(await samplesOf(key)).toHaveLength(3))
  expect(other.read()).toEqual([])
})

it('lets go of what is old, on the disk too, and of what is no sample', async () => {
  const key = 'old'
  const hour = 3_600_000
  await changeSamples(key, {
    put: [
      { owner: key, at: now - 2 * hour, sample: sample(now - 2 * hour) },
      { owner: key, at: now - 1_000, sample: { at: now - 1_000, shards: 'none' } },
      { owner: key, at: now - 3_000, sample: sample(now - 3_000) },
    ],
  })
  const { lagHistory } = await newPage()
  const history = lagHistory(key)
  const seen = vi.fn()
  history.subscribe(seen)
  await vi.waitFor(() => expect(history.read().map(({ at }) => at)).toEqual([now - 3_000]))
  expect(seen).toHaveBeenCalledOnce()
  history.add(sample(now + hour))
  await vi.waitFor(async () => expect((await samplesOf(key)).at(-1)?.at).toBe(now + hour))
  expect(history.read()).toHaveLength(1)
  expect((await samplesOf(key)).some(({ at }) => at === now - 3_000)).toBe(false)
})
