import { answerByRoute, json } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { shardLagsQuery, v3ioStreamsQuery } from './v3io-streams'

const ref = { namespace: 'nuclio', project: 'shop' }
const stream = { consumerGroup: 'g1', containerName: 'c1', streamPath: '/in/orders' }

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

describe('streams', () => {
  it('are listed by function and trigger, with or without their place', async () => {
    const requests = answerByRoute({
      'GET /api/v3io_streams': () =>
        json({
          'reader@orders': stream,
          'reader@legacy': { consumerGroup: null, containerName: null, streamPath: null },
          'audit@a@b': stream,
        }),
    })
    expect(await queryClient.query(v3ioStreamsQuery(ref))).toEqual([
      { function: 'audit', trigger: 'a@b', stream },
      { function: 'reader', trigger: 'legacy' },
      { function: 'reader', trigger: 'orders', stream },
    ])
    expect(requests[0]?.headers.get('x-nuclio-project-name')).toBe('shop')
    expect(requests[0]?.headers.get('x-nuclio-project-namespace')).toBe('nuclio')
  })

  it('are none for null', async () => {
    answerByRoute({ 'GET /api/v3io_streams': () => json(null) })
    expect(await queryClient.query(v3ioStreamsQuery(ref))).toEqual([])
  })
})

describe('lags', () => {
  const expected = [
    { shard: 0, committed: 90, current: 100, lag: 10 },
    { shard: 2, committed: 5, current: 5, lag: 0 },
    { shard: 10, committed: 1, current: 3, lag: 2 },
  ]
  const texts = (key: (shard: number) => string, value: (number: number) => string | number) =>
    Object.fromEntries(
      expected.map(({ shard, committed, current, lag }) => [
        key(shard),
        { committed: value(committed), current: value(current), lag: value(lag) },
      ]),
    )

  it.each([
    ['documented', texts((shard) => `shard-id-${shard}`, String)],
    ['of Nuclio 1.14', texts(String, Number)],
  ])('are read in the shape %s', async (_, shards) => {
    const requests = answerByRoute({
      'POST /api/v3io_streams/get_shard_lags': () => json({ 'c1/in/orders': { g1: shards } }),
    })
    expect(await queryClient.query(shardLagsQuery(ref, stream))).toEqual(expected)
    expect(await requests[0]?.json()).toEqual(stream)
  })

  it('are none for a stream without shards', async () => {
    answerByRoute({ 'POST /api/v3io_streams/get_shard_lags': () => json({ 'c1/in/orders': {} }) })
    expect(await queryClient.query(shardLagsQuery(ref, stream))).toEqual([])
  })
})
