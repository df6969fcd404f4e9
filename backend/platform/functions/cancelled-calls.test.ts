import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, functionConfig, logText, nodeHandler, testPlatform } from './testing'

/** Tells that it runs, and waits for the file that its path names. */
const source = nodeHandler(`
  const { existsSync } = require('fs')
  console.log('began ' + event.body)
  if (event.path !== '/') while (!existsSync(event.path)) await new Promise((again) => setTimeout(again, 10))
  console.log('ended ' + event.body)
  context.callback('ok')
`)
const body = (text: string) => Buffer.from(text)

describe('a call that is cancelled', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  const log = () => logText(platform.functions, 'slow')

  beforeEach(async () => {
    platform = await testPlatform()
    await platform.functions.create(functionConfig('slow', source), { waitForEnd: true })
  })
  afterEach(() => platform.dispose())

  it('ends at once for its client; the handler runs on, and the next call waits its turn', async () => {
    const gate = path.join(platform.dataDirectory, 'gate')
    const client = new AbortController()
    const first = call(platform.functions, 'slow', { path: gate, body: body('first'), signal: client.signal })
    const refused = expect(first).rejects.toMatchObject({ status: 499 })
    await expect.poll(log).toContain('began first')
    client.abort()
    await refused
    expect(await log()).not.toContain('ended first')

    const next = call(platform.functions, 'slow', { body: body('next') })
    await writeFile(gate, '')
    expect(await next).toMatchObject({ status: 200, body: 'ok' })
    expect(await log()).toMatch(/ended first[\s\S]*began next/)
  })

  it('never runs when it still waits for a worker', async () => {
    const gate = path.join(platform.dataDirectory, 'gate')
    const first = call(platform.functions, 'slow', { path: gate, body: body('first') })
    await expect.poll(log).toContain('began first')
    const client = new AbortController()
    const waiting = call(platform.functions, 'slow', { body: body('waiting'), signal: client.signal })
    client.abort()
    await expect(waiting).rejects.toMatchObject({ status: 499 })
    await writeFile(gate, '')
    expect(await first).toMatchObject({ status: 200 })
    expect(await call(platform.functions, 'slow', { body: body('last') })).toMatchObject({ status: 200 })
    await expect.poll(log).toContain('ended last')
    expect(await log()).not.toContain('waiting')
  })
})
