import { answerByRoute, emptyJson, json } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { openReplicaLogs, replicasQuery } from './replicas'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }
const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
const signal = new AbortController().signal

describe('replicas', () => {
  it.each([
    [{ names: ['b', 'a'] }, ['a', 'b']],
    [{ names: null }, []],
    [{ names: [] }, []],
  ])('names those of %j', async (answer, expected) => {
    answerByRoute({ 'GET /api/functions/echo/replicas': () => json(answer) })
    expect(await client().query(replicasQuery(ref))).toEqual(expected)
  })
})

describe('openReplicaLogs', () => {
  const path = 'GET /api/functions/echo/logs/nuclio-nuclio-echo'

  it('streams text, and gives a time its unit', async () => {
    const requests = answerByRoute({
      [path]: () => new Response('one\ntwo\n', { headers: { 'content-type': 'text/plain' } }),
    })
    const options = { follow: true, since: 90, tailLines: 100, signal }
    const stream = await openReplicaLogs(ref, 'nuclio-nuclio-echo', options)
    expect(await new Response(stream).text()).toBe('one\ntwo\n')
    expect(new URL(requests[0]?.url ?? '').search).toBe('?follow=true&since=90s&tailLines=100')
  })

  it('gives an empty stream for a replica that wrote nothing', async () => {
    answerByRoute({ [path]: () => new Response('', { headers: { 'content-length': '0' } }) })
    const stream = await openReplicaLogs(ref, 'nuclio-nuclio-echo', { follow: false, signal })
    expect(await new Response(stream).text()).toBe('')
  })

  it('rejects with what the server said', async () => {
    answerByRoute({ [path]: () => emptyJson(500) })
    await expect(openReplicaLogs(ref, 'nuclio-nuclio-echo', { follow: true, signal })).rejects.toMatchObject({
      kind: 'server',
    })
  })
})
