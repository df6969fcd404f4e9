import { answerByRoute, emptyJson, json, run } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  createFunctionEvent,
  deleteFunctionEvent,
  EventChangedError,
  functionEventKeys,
  functionEventsQuery,
  namespaceEventsQuery,
  updateFunctionEvent,
} from './function-events'

const ref = { namespace: 'nuclio', name: 'echo' }
const event = {
  metadata: { name: 'e1', namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'echo' } },
  spec: {
    displayName: 'Order',
    triggerKind: 'http',
    body: '{}',
    attributes: { method: 'POST', headers: { a: 1, b: '1' }, odd: { kept: [null] } },
  },
}
const noEvent = () => json({ error: 'Function event not found' }, 404)

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

it('lists the events of a function as they are stored', async () => {
  const requests = answerByRoute({ 'GET /api/function_events': () => json({ e1: event }) })
  expect(await queryClient.query(functionEventsQuery(ref))).toEqual([event])
  expect(requests[0]?.headers.get('x-nuclio-function-event-namespace')).toBe('nuclio')
  expect(requests[0]?.headers.get('x-nuclio-function-name')).toBe('echo')
})

it('lists those of the namespace; null is an empty list', async () => {
  const requests = answerByRoute({ 'GET /api/function_events': () => json(null) })
  expect(await queryClient.query(namespaceEventsQuery('nuclio'))).toEqual([])
  expect(requests[0]?.headers.has('x-nuclio-function-name')).toBe(false)
})

describe('creating', () => {
  it('works without a name, whether the server fills in its defaults or not', async () => {
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

  it('never takes the name of another one', async () => {
    const requests = answerByRoute({
      'GET /api/function_events': () => json({ e1: event }),
      'POST /api/function_events': () => json(event, 201),
    })
    await expect(
      run(queryClient, createFunctionEvent(queryClient), { ref, config: event }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
  })
})

describe('replacing', () => {
  const update = (opened?: typeof event) =>
    run(queryClient, updateFunctionEvent(queryClient), { ref, config: event, opened })

  it('writes the event whole', async () => {
    const requests = answerByRoute({
      'GET /api/function_events/e1': () => json(event),
      'PUT /api/function_events': () => emptyJson(204),
    })
    queryClient.setQueryData(functionEventKeys.list(ref), [])
    await update(event)
    expect(await requests[1]?.json()).toEqual(event)
    expect(queryClient.getQueryState(functionEventKeys.list(ref))?.isInvalidated).toBe(true)
  })

  it('writes nothing over what somebody else saved, unless it is told to', async () => {
    const others = { ...event, spec: { ...event.spec, body: 'theirs' } }
    const requests = answerByRoute({
      'GET /api/function_events/e1': () => json(others),
      'PUT /api/function_events': () => emptyJson(204),
    })
    await expect(update(event)).rejects.toMatchObject({ name: 'EventChangedError', stored: others })
    expect(requests).toHaveLength(1)
    await update()
    expect(requests.at(-1)?.method).toBe('PUT')
  })

  it('says that the event is gone, however the server puts it', async () => {
    answerByRoute({ 'GET /api/function_events/e1': noEvent })
    await expect(update(event)).rejects.toEqual(new EventChangedError(undefined))
    let isThere = true
    answerByRoute({
      'GET /api/function_events/e1': () => (isThere ? json(event) : noEvent()),
      'PUT /api/function_events': () => {
        isThere = false
        return emptyJson(500)
      },
    })
    await expect(update(event)).rejects.toEqual(new EventChangedError(undefined))
  })
})

describe('deleting', () => {
  const remove = () =>
    run(queryClient, deleteFunctionEvent(queryClient), { namespace: 'nuclio', event: 'e1' })

  it('names the event in the body', async () => {
    const requests = answerByRoute({ 'DELETE /api/function_events': () => emptyJson(204) })
    await remove()
    expect(await requests[0]?.json()).toEqual({ metadata: { name: 'e1', namespace: 'nuclio' } })
  })

  it('is done when there is none, and fails when there still is one', async () => {
    const empty = (status: number) => () => json({ error: '', errorStackTrace: '' }, status)
    answerByRoute({ 'DELETE /api/function_events': empty(404) })
    await remove()
    answerByRoute({ 'DELETE /api/function_events': empty(500), 'GET /api/function_events/e1': noEvent })
    await remove()
    answerByRoute({
      'DELETE /api/function_events': empty(500),
      'GET /api/function_events/e1': () => json(event),
    })
    await expect(remove()).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('500'),
    })
  })
})
