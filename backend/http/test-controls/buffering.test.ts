import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { liveServer, type LiveServer } from '../live-server'
import { standInApp } from '../stand-in-platform'

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const bytes = (text: string) => new TextEncoder().encode(text)
const headers = { 'x-nuclio-function-namespace': 'nuclio' }

describe('the control that holds log streams back', () => {
  const app = standInApp({ testControls: true })
  let server: LiveServer
  let source: ReadableStreamDefaultController<Uint8Array> | undefined
  let cancelled: unknown

  beforeEach(async () => {
    cancelled = undefined
    source = undefined
    app.standIn.logs = ({ signal }) =>
      new ReadableStream({
        start: (controller) => {
          source = controller
          signal.addEventListener('abort', () => (cancelled ??= 'aborted'))
        },
        cancel: () => void (cancelled ??= 'cancelled'),
      })
    server = await liveServer(app.fetch)
  })
  afterEach(async () => {
    await app.request('/test-controls', { method: 'DELETE' })
    await server.close()
  })

  const open = (query = '', signal?: AbortSignal) =>
    fetch(`${server.url}/api/functions/f/logs/r${query}`, { headers, signal: signal ?? null })
  const isOpen = (answer: Promise<Response>) =>
    Promise.race([answer.then(() => true), new Promise((resolve) => setTimeout(() => resolve(false), 100))])
  const textOf = (read: { value?: Uint8Array }) => Buffer.from(read.value ?? []).toString()

  it.each([{}, { bytes: 0 }, { bytes: '8k' }, { bytes: 1, quietCut: 0 }])('refuses %j', async (body) => {
    expect((await app.request('/test-controls/buffering', post(body))).status).toBe(400)
  })

  it('passes nothing on, not even the head, until so many bytes came', async () => {
    await app.request('/test-controls/buffering', post({ bytes: 20 }))
    const answer = open()
    await expect.poll(() => source !== undefined).toBe(true)
    expect(await isOpen(answer)).toBe(false)
    source?.enqueue(bytes('a line\n'))
    expect(await isOpen(answer)).toBe(false)
    source?.enqueue(bytes('another line\n'))
    const reader = (await answer).body?.getReader()
    expect(textOf((await reader?.read()) ?? {})).toBe('a line\nanother line\n')
    source?.enqueue(bytes('held\n'))
    const next = reader?.read()
    source?.enqueue(bytes('until there is more of it\n'))
    expect(textOf((await next) ?? {})).toBe('held\nuntil there is more of it\n')
    source?.enqueue(bytes('the rest\n'))
    source?.close()
    expect(textOf((await reader?.read()) ?? {})).toBe('the rest\n')
    expect((await reader?.read())?.done).toBe(true)
  })

  it('cuts a stream that is quiet for too long, and loses what it held', async () => {
    await app.request('/test-controls/buffering', post({ bytes: 8_192, quietCut: 50 }))
    const answer = open()
    await expect.poll(() => source !== undefined).toBe(true)
    source?.enqueue(bytes('lost\n'))
    expect((await answer).status).toBe(200)
    await expect(answer.then((response) => response.text())).rejects.toThrow()
    await expect.poll(() => cancelled).toBeDefined()
  })

  it('lets go of a stream whose reader has gone before anything came', async () => {
    await app.request('/test-controls/buffering', post({ bytes: 8_192 }))
    const gone = new AbortController()
    const answer = open('', gone.signal)
    expect(await isOpen(answer)).toBe(false)
    gone.abort()
    await expect(answer).rejects.toThrow()
    await expect.poll(() => cancelled).toBeDefined()
  })

  it.each(['?follow=false', '?follow=0'])('leaves a log alone that is not followed: %s', async (query) => {
    await app.request('/test-controls/buffering', post({ bytes: 8_192 }))
    const answer = open(query)
    await expect.poll(() => source !== undefined).toBe(true)
    source?.enqueue(bytes('a line\n'))
    source?.close()
    expect(await (await answer).text()).toBe('a line\n')
  })

  it('ends with its DELETE', async () => {
    await app.request('/test-controls/buffering', post({ bytes: 8_192 }))
    expect((await app.request('/test-controls/buffering', { method: 'DELETE' })).status).toBe(204)
    const answer = await open()
    source?.enqueue(bytes('a line\n'))
    expect(textOf((await answer.body?.getReader().read()) ?? {})).toBe('a line\n')
    source?.close()
  })
})
