import { answerByRoute, emptyJson, json, run } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it } from 'vitest'
import {
  createFunctionEvent,
  deleteFunctionEvent,
  functionEventKeys,
  functionEventQuery,
  functionEventsQuery,
  updateFunctionEvent,
} from './function-events'

const ref = { namespace: 'nuclio', name: 'echo' }
const event = {
  metadata: { name: 'e1', namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'echo' } },
  spec: {
    displayName: 'Order',
    triggerKind: 'http',
    body: '{}',
    attributes: { method: 'POST', headers: { a: 1 } },
  },
}

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

it('lists the events of a function, header values as text', async () => {
  const requests = answerByRoute({ 'GET /api/function_events': () => json({ e1: event }) })
  const [first] = await queryClient.query(functionEventsQuery(ref))
  expect(first?.spec.attributes).toEqual({ method: 'POST', headers: { a: '1' } })
  expect(requests[0]?.headers.get('x-nuclio-function-event-namespace')).toBe('nuclio')
  expect(requests[0]?.headers.get('x-nuclio-function-name')).toBe('echo')
})

it('takes null for an empty list', async () => {
  answerByRoute({ 'GET /api/function_events': () => json(null) })
  expect(await queryClient.query(functionEventsQuery(ref))).toEqual([])
})

it('reads one', async () => {
  answerByRoute({ 'GET /api/function_events/e1': () => json(event) })
  expect(await queryClient.query(functionEventQuery({ namespace: 'nuclio', event: 'e1' }))).toMatchObject({
    metadata: { name: 'e1' },
  })
})

it('creates one, whether the server fills in its defaults or not', async () => {
  const requests = answerByRoute({
    'POST /api/function_events': () =>
      json({ metadata: { name: 'made-up', namespace: 'nuclio' }, spec: { body: 'x' } }, 201),
  })
  queryClient.setQueryData(functionEventKeys.list(ref), [])
  const created = await run(queryClient, createFunctionEvent(queryClient), {
    ref,
    config: { metadata: {}, spec: { body: 'x' } },
  })
  expect(created).toEqual({
    metadata: { name: 'made-up', namespace: 'nuclio' },
    spec: { body: 'x', displayName: 'made-up', triggerKind: 'http' },
  })
  expect(await requests[0]?.json()).toEqual({
    metadata: { namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'echo' } },
    spec: { body: 'x' },
  })
  expect(queryClient.getQueryState(functionEventKeys.list(ref))?.isInvalidated).toBe(true)
})

it('replaces one, and refreshes it', async () => {
  const requests = answerByRoute({ 'PUT /api/function_events': () => emptyJson(204) })
  const key = functionEventKeys.detail({ namespace: 'nuclio', event: 'e1' })
  queryClient.setQueryData(key, event)
  await run(queryClient, updateFunctionEvent(queryClient), { ref, config: event })
  expect(await requests[0]?.json()).toMatchObject({ metadata: { name: 'e1' } })
  expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true)
})

it('deletes one, and has words for an empty refusal', async () => {
  const requests = answerByRoute({
    'DELETE /api/function_events': () => json({ error: '', errorStackTrace: '' }, 404),
  })
  await expect(
    run(queryClient, deleteFunctionEvent(queryClient), { namespace: 'nuclio', event: 'e1' }),
  ).rejects.toMatchObject({ kind: 'not-found', message: expect.stringContaining('404') })
  expect(await requests[0]?.json()).toEqual({ metadata: { name: 'e1', namespace: 'nuclio' } })
})
