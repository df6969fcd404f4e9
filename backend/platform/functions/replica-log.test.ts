import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReplicaLog, type ReadOptions } from './replica-log'

const text = (value: string) => new TextEncoder().encode(value)
const never = new AbortController().signal

const whole = (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

describe('openReplicaLog', () => {
  let directory: string
  let time = 1_000_000

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'replica-log-'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  const openLog = (limit?: number) => openReplicaLog(directory, 'nuclio-nuclio-echo', limit, () => time)
  const readAll = (log: ReturnType<typeof openLog>, options: Partial<ReadOptions> = {}) =>
    whole(log.read({ follow: false, signal: never, ...options }))

  it('reads back what was written, in order, also after it was opened again', async () => {
    const log = openLog()
    void log.append(text('one\n'))
    await log.append(text('zwei ü\n'))
    expect(await readAll(log)).toBe('one\nzwei ü\n')
    const again = openLog()
    await again.append(text('three\n'))
    expect(await readAll(again)).toBe('one\nzwei ü\nthree\n')
  })

  it('takes the last lines, one and none among the numbers, and counts an open last line', async () => {
    const log = openLog()
    await log.append(text('a\nb\nc\n'))
    expect(await readAll(log, { tailLines: 2 })).toBe('b\nc\n')
    expect(await readAll(log, { tailLines: 1 })).toBe('c\n')
    expect(await readAll(log, { tailLines: 0 })).toBe('')
    expect(await readAll(log, { tailLines: 10 })).toBe('a\nb\nc\n')
    await log.append(text('open'))
    expect(await readAll(log, { tailLines: 2 })).toBe('c\nopen')
  })

  it('leaves out what is older than since', async () => {
    const log = openLog()
    await log.append(text('old\n'))
    time += 60_000
    await log.append(text('new\n'))
    expect(await readAll(log, { since: 30_000 })).toBe('new\n')
    expect(await readAll(log, { since: 90_000 })).toBe('old\nnew\n')
    time += 60_000
    expect(await readAll(log, { since: 1000 })).toBe('')
  })

  it('counts lines that begin in the same piece as the rest of an open one', async () => {
    const log = openLog()
    await log.append(text('open'))
    time += 60_000
    await log.append(text(' until now\nnew\n'))
    await log.append(text('newer\n'))
    expect(await readAll(log, { since: 30_000 })).toBe('new\nnewer\n')
    expect(await readAll(log, { since: 90_000 })).toBe('open until now\nnew\nnewer\n')
  })

  it('stays within twice its limit on disk and keeps whole lines', async () => {
    const log = openLog(1000)
    for (let i = 0; i < 100; i += 1) await log.append(text(`${'x'.repeat(46)} ${100 + i}\n`))
    const sizes = await Promise.all(
      (await readdir(directory)).map(async (name) => (await stat(path.join(directory, name))).size),
    )
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(3000)
    const lines = (await readAll(log)).trimEnd().split('\n')
    expect(lines.at(-1)).toBe(`${'x'.repeat(46)} 199`)
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([50]))
  })

  it('follows until the log is closed, across a rotation', async () => {
    const log = openLog(100)
    await log.append(text('first\n'))
    const reader = log.read({ follow: true, signal: never }).getReader()
    const next = async () => Buffer.from((await reader.read()).value ?? []).toString()
    expect(await next()).toBe('first\n')
    const second = next()
    await log.append(text(`${'y'.repeat(98)}\n`))
    expect(await second).toBe(`${'y'.repeat(98)}\n`)
    const end = reader.read()
    await log.close()
    expect((await end).done).toBe(true)
  })

  it('ends a followed stream whose next bytes were dropped before they were read', async () => {
    const log = openLog(100)
    await log.append(text('first\n'))
    const reader = log.read({ follow: true, signal: never }).getReader()
    expect((await reader.read()).done).toBe(false)
    for (let i = 0; i < 4; i += 1) await log.append(text(`${String(i).repeat(98)}\n`))
    expect((await reader.read()).done).toBe(true)
  })

  it('shows all that was written to who follows, though its files are removed meanwhile', async () => {
    const log = openLog(100)
    await log.append(text('first\n'))
    await log.append(text(`${'y'.repeat(98)}\n`))
    const followed = log.read({ follow: true, signal: never })
    const last = log.read({ follow: true, tailLines: 1, signal: never })
    const cancelled = log.read({ follow: true, signal: never })
    await log.remove()
    await cancelled.cancel()
    expect(await whole(followed)).toBe(`first\n${'y'.repeat(98)}\n`)
    expect(await whole(last)).toBe(`${'y'.repeat(98)}\n`)
    expect(await readAll(log)).toBe('')
  })

  it('ends a followed stream when its reader goes away', async () => {
    const log = openLog()
    const gone = new AbortController()
    const reader = log.read({ follow: true, signal: gone.signal }).getReader()
    const end = reader.read()
    gone.abort()
    expect((await end).done).toBe(true)
  })
})
