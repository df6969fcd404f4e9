import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepIn, keptIn, keysIn, type KeptExchange } from './browser-database'
import { pruneDrafts } from './kept-drafts'
import { changeExchanges, exchangesOf, pruneExchanges } from './kept-exchanges'
import { changeSamples, pruneSamples, samplesOf } from './kept-samples'

beforeEach(async () => {
  for (const key of await keysIn('drafts')) await keepIn('drafts', key, undefined)
})

describe('the database of the browser', () => {
  it('keeps what can be cloned, and gives it up again', async () => {
    await keepIn('drafts', 'a', { editedAt: 1, size: 2, config: { spec: {} } })
    expect(await keptIn('drafts', 'a')).toEqual({ editedAt: 1, size: 2, config: { spec: {} } })
    await keepIn('drafts', 'a', undefined)
    expect(await keptIn('drafts', 'a')).toBeUndefined()
  })

  it('rejects what cannot be kept', async () => {
    await expect(keepIn('drafts', 'a', () => 1)).rejects.toThrow()
  })

  it('writes in the order in which it was asked to', async () => {
    const writes = [1, 2, 3].map((size) => keepIn('drafts', 'a', { editedAt: 1, size }))
    await Promise.all(writes)
    expect(await keptIn('drafts', 'a')).toMatchObject({ size: 3 })
  })

  it('lets go of old drafts, and of the oldest beyond the room there is', async () => {
    const at: [string, number, number][] = [
      ['ancient', 5, 1],
      ['older', 20, 60],
      ['old', 30, 60],
      ['new', 40, 30],
    ]
    for (const [key, editedAt, size] of at) await keepIn('drafts', key, { editedAt, size })
    await pruneDrafts({ oldest: 10, bytes: 100, open: 'ancient' })
    expect(await keysIn('drafts')).toEqual(['ancient', 'new', 'old'])
    await pruneDrafts({ oldest: 10, bytes: 100 })
    expect(await keysIn('drafts')).toEqual(['new', 'old'])
  })
})

const exchange = (owner: string, id: string, at: number, pinned: 0 | 1 = 0, bytes = 10): KeptExchange => ({
  owner,
  id,
  at,
  pinned,
  bytes,
  entry: { id },
})

const idsOf = async (owner: string) => (await exchangesOf(owner)).map(({ id }) => id).sort()

describe('exchanges in the database', () => {
  beforeEach(async () => {
    for (const owner of ['a', 'b']) await changeExchanges(owner, { remove: await idsOf(owner) })
  })

  it('belong to one owner, and change together', async () => {
    await changeExchanges('a', { put: [exchange('a', '1', 1), exchange('a', '2', 2)] })
    await changeExchanges('b', { put: [exchange('b', '1', 1)] })
    await changeExchanges('a', { put: [exchange('a', '3', 3)], remove: ['1'] })
    expect(await idsOf('a')).toEqual(['2', '3'])
    expect(await idsOf('b')).toEqual(['1'])
  })

  it('go when they are old or too many, whoever owns them; pinned ones stay', async () => {
    await changeExchanges('a', { put: [exchange('a', 'ancient', 1), exchange('a', 'kept', 1, 1, 40)] })
    await changeExchanges('b', { put: [exchange('b', 'old', 20, 0, 40), exchange('b', 'new', 30, 0, 40)] })
    await pruneExchanges({ oldest: 10, bytes: 100 })
    expect(await idsOf('a')).toEqual(['kept'])
    expect(await idsOf('b')).toEqual(['new'])
  })
})

describe('samples in the database', () => {
  const look = (owner: string, at: number) => ({ owner, at, sample: { at } })
  const timesOf = async (owner: string) => (await samplesOf(owner)).map(({ at }) => at)

  it('belong to one owner, come in the order of time, and go when they are old', async () => {
    await changeSamples('a', { put: [look('a', 30), look('a', 10), look('a', 20)] })
    await changeSamples('b', { put: [look('b', 5), look('b', 40)] })
    expect(await timesOf('a')).toEqual([10, 20, 30])
    await changeSamples('a', { put: [{ ...look('a', 20), sample: 'other' }], remove: [10] })
    expect((await samplesOf('a'))[0]).toMatchObject({ at: 20, sample: 'other' })
    await pruneSamples(25)
    expect([await timesOf('a'), await timesOf('b')]).toEqual([[30], [40]])
  })
})
