import { answerByRoute, json } from './test-support'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from './errors'
import { refusalOf, shardLagsQuery, v3ioStreamsQuery } from './v3io-streams'

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
    { shard: 10, current: 3, lag: 3 },
  ]
  const texts = (key: (shard: number) => string, value: (number: number) => string | number) =>
    Object.fromEntries(
      expected.map(({ shard, committed = 0, current, lag }) => [
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

  it.each([
    [500, { error: 'A data plane access key is required', errorStackTrace: '' }, 'session'],
    [401, undefined, 'session'],
    [403, { error: 'Not allowed to read resource /projects/shop' }, 'forbidden'],
    [404, { error: 'Stream c1/in/orders does not exist' }, 'missing'],
    [500, { error: 'Something else' }, undefined],
  ])('that are refused with %i say what is missing', async (status, body, refusal) => {
    answerByRoute({
      'POST /api/v3io_streams/get_shard_lags': () =>
        body ? json(body, status) : new Response(null, { status }),
    })
    const error: unknown = await queryClient
      .query(shardLagsQuery(ref, stream))
      .catch((thrown: unknown) => thrown)
    expect(refusalOf(error)).toBe(refusal)
  })

  it('are asked for at the pace that is wanted, and seldom where the server refuses', () => {
    const paceOf = (every: number, error: ApiError | null = null) => {
      const options = shardLagsQuery(ref, stream, every)
      const query = new QueryObserver(queryClient, options).getCurrentQuery()
      query.setState({ error })
      const { refetchInterval } = options
      return typeof refetchInterval === 'function' ? refetchInterval(query) : refetchInterval
    }
    const refused = new ApiError(403, 'Not allowed')
    expect([2_000, 5_000, 15_000, 60_000, 0].map((every) => paceOf(every))).toEqual([
      ...[2_000, 5_000, 15_000, 60_000],
      false,
    ])
    expect([2_000, 60_000, 0].map((every) => paceOf(every, refused))).toEqual([15_000, 60_000, false])
    expect(paceOf(2_000, new ApiError(500, 'Something else'))).toBe(2_000)
    expect(shardLagsQuery(ref, stream, 2_000).refetchIntervalInBackground).toBe(false)
  })

  it('are none for a stream without shards', async () => {
    answerByRoute({ 'POST /api/v3io_streams/get_shard_lags': () => json({ 'c1/in/orders': {} }) })
    expect(await queryClient.query(shardLagsQuery(ref, stream))).toEqual([])
  })
})
