import { answerByRoute, emptyJson, json } from './test-support'
import { describe, expect, it } from 'vitest'
import { openReplicaLogs, readReplicaNames } from './replica-logs'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }
const signal = new AbortController().signal

describe('readReplicaNames', () => {
  it('says when the server answered', async () => {
    const headers = { 'content-type': 'application/json', date: 'Mon, 23 Nov 2026 18:34:00 GMT' }
    answerByRoute({
      'GET /api/functions/echo/replicas': () => new Response('{"names":["b","a"]}', { headers }),
    })
    expect(await readReplicaNames(ref, signal)).toEqual({ names: ['a', 'b'], date: headers.date })
  })

  it('rejects with what the server said', async () => {
    answerByRoute({ 'GET /api/functions/echo/replicas': () => json({ error: 'Function not found' }, 404) })
    await expect(readReplicaNames(ref, signal)).rejects.toMatchObject({
      status: 404,
      message: 'Function not found',
    })
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
