import { answerByRoute, json } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { embeddedStreamsQuery, isSameStream, startProducer, stopProducer } from './embedded-streams'
import { runMutation } from './run-mutation'

const stream = { containerName: 'shop', streamPath: '/orders' }

it('producers are started and stopped, and the streams then asked for again', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const requests = answerByRoute({
    'GET /api/embedded/streams': () => json({ 'shop/orders': { ...stream, shardCount: 8, recordsKept: 3 } }),
    'POST /api/embedded/streams/producer': () => json({ startedAt: '2026-11-30T13:00:00Z', sent: 0 }),
    'DELETE /api/embedded/streams/producer': () => new Response(null, { status: 204 }),
  })
  const [known] = await queryClient.query(embeddedStreamsQuery())
  expect(known?.shardCount).toBe(8)
  await runMutation(queryClient, startProducer(queryClient), { ...stream, rate: 5, seconds: 60, keys: 3 })
  expect(queryClient.getQueryState(embeddedStreamsQuery().queryKey)?.isInvalidated).toBe(true)
  await runMutation(queryClient, stopProducer(queryClient), stream)
  expect(await Promise.all(requests.slice(1).map((request) => request.json()))).toEqual([
    { ...stream, rate: 5, seconds: 60, keys: 3 },
    stream,
  ])
})

it('a path with a slash before it is the same path', () => {
  expect(isSameStream(stream, { ...stream, streamPath: 'orders' })).toBe(true)
  expect(isSameStream(stream, { ...stream, containerName: 'other' })).toBe(false)
})
