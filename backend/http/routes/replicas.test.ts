import { afterEach, describe, expect, it } from 'vitest'
import { liveServer, type LiveServer } from '../live-server'
import { standInApp } from '../stand-in-platform'

const headers = { 'x-nuclio-function-namespace': 'nuclio' }

describe('the log of a replica', () => {
  let server: LiveServer | undefined
  afterEach(() => server?.close())

  it('has its head at once, also while nothing is written, and each line as it is', async () => {
    const app = standInApp()
    let source: ReadableStreamDefaultController<Uint8Array> | undefined
    app.standIn.logs = () => new ReadableStream({ start: (controller) => void (source = controller) })
    server = await liveServer(app.fetch)
    const answer = await fetch(`${server.url}/api/functions/f/logs/r`, { headers })
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    const reader = answer.body?.getReader()
    for (const line of ['one\n', 'zwölf\n']) {
      source?.enqueue(new TextEncoder().encode(line))
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(line)
    }
    source?.close()
    expect((await reader?.read())?.done).toBe(true)
  })

  it('is followed unless told otherwise, from where it is told', async () => {
    const { request, standIn } = standInApp()
    await request('/api/functions/f/logs/r', { headers })
    await request('/api/functions/f/logs/r?follow=false&since=90s&tailLines=20', { headers })
    const asked = standIn.calls.map(({ arguments: [, , options] }) => options)
    expect(asked).toMatchObject([{ follow: true }, { follow: false, since: 90_000, tailLines: 20 }])
  })

  it.each(['since=soon', 'tailLines=-1', 'tailLines=few', 'follow=perhaps'])('refuses %s', async (query) => {
    const { request } = standInApp()
    expect((await request(`/api/functions/f/logs/r?${query}`, { headers })).status).toBe(400)
  })
})
