import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FunctionSpec, Trigger } from '@/api/generated/schema'
import { progressOf } from '../../streams/progress'
import { streamRef } from '../../streams/stream-ref'
import { functionConfig, logText, nodeHandler, testPlatform, untilState } from './testing'

const orders = streamRef('shop', 'orders')
const ref = { namespace: 'nuclio', name: 'reader' }

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.dispose())

const trigger = (attributes: Record<string, unknown> = {}, more: Partial<Trigger> = {}): Trigger => ({
  kind: 'v3ioStream',
  ...more,
  attributes: {
    containerName: 'shop',
    streamPath: '/orders',
    consumerGroup: 'g',
    seekTo: 'earliest',
    sequenceNumberCommitInterval: '20ms',
    ...attributes,
  },
})

const outputFile = () => join(platform.dataDirectory, 'handled.txt')
const outputOf = () =>
  existsSync(outputFile()) ? readFileSync(outputFile(), 'utf8').split('\n').slice(0, -1) : []

/** A handler that writes a line for each event before it goes on with `then`. */
const writer = (line: string, then = '') =>
  `const { appendFileSync } = require('node:fs')
${nodeHandler(`appendFileSync(process.env.OUT, ${line} + '\\n')
${then}
context.callback('')`)}`

const place = "event.shard_id + ':' + event.offset"

function config(source: string, orders: Trigger = trigger(), spec: Partial<FunctionSpec> = {}) {
  return functionConfig('reader', source, {
    ...spec,
    env: [{ name: 'OUT', value: outputFile() }],
    triggers: { orders },
  })
}

async function deploy(...given: Parameters<typeof config>) {
  await platform.functions.update(config(...given))
  const deployed = await untilState(platform.functions, 'reader', 'ready', 'error', 'unhealthy')
  expect(deployed.status.message ?? '').toBe('')
}

function stream() {
  const found = platform.streams.find(orders)
  if (!found) throw new Error('There is no stream')
  return found
}

/** One record into each of these shards. */
const put = (shards: number[], text = 'x') =>
  stream().put(shards.map((shard) => ({ shard, data: Buffer.from(text) })))

const committed = (group = 'g') => progressOf(stream(), group).map((shard) => shard.committed)
const lag = (group = 'g') => progressOf(stream(), group).reduce((sum, shard) => sum + shard.lag, 0)

describe('the stream trigger of a function', () => {
  it('makes the stream with the deploy, and calls with what a handler of Nuclio gets', async () => {
    await deploy(
      writer(
        'JSON.stringify([event.body.toString(), event.shard_id, event.num_shards, event.offset, event.topic, event.trigger, event.path, typeof event.timestamp.getTime()])',
      ),
    )
    const { status } = await platform.functions.get(ref)
    expect(status.logs?.find(({ message }) => message === 'Stream created')).toMatchObject({
      stream: 'shop/orders',
      shards: 8,
    })
    expect(status.logs?.filter(({ message }) => message.includes('does not fire'))).toEqual([])
    await put([3, 3], '{"a":1}')
    await expect.poll(() => outputOf().length).toBe(2)
    expect(JSON.parse(outputOf()[1] ?? '')).toEqual([
      '{"a":1}',
      3,
      8,
      2,
      '/orders',
      { kind: 'v3io-stream', name: 'orders' },
      '/',
      'number',
    ])
    await expect.poll(committed).toEqual([0, 0, 0, 2, 0, 0, 0, 0])
  })

  it('begins at the end or at the beginning, unless its group has committed already', async () => {
    await platform.streams.create(orders, 1)
    await put([0, 0])
    await deploy(writer(place), trigger({ seekTo: 'latest' }))
    await put([0])
    await expect.poll(outputOf).toEqual(['0:3'])
    await expect.poll(committed).toEqual([3])
    await deploy(writer(place), trigger({ seekTo: 'earliest' }))
    await put([0])
    await expect.poll(outputOf).toEqual(['0:3', '0:4'])
    await deploy(writer(place), trigger({ consumerGroup: 'other' }))
    await expect.poll(outputOf).toEqual(['0:3', '0:4', '0:1', '0:2', '0:3', '0:4'])
  })

  it('misses nothing between its start and its first commit, though it began at the end', async () => {
    await platform.streams.create(orders, 1)
    await put([0])
    await deploy(writer(place), trigger({ seekTo: 'latest' }))
    await expect.poll(() => stream().groups.get('g')?.[0]).toEqual({ start: 1, seek: 'latest' })
    expect(lag()).toBe(0)
    await platform.functions.close()
    await put([0])
    expect([committed(), lag()]).toEqual([[0], 1])
    await platform.open()
    await expect.poll(outputOf).toEqual(['0:2'])
  })

  it('goes on after a handler that fails, and takes a record again whose worker died', async () => {
    await deploy(
      writer(
        place,
        `if (event.offset === 1) throw new Error('no')
if (event.offset === 2 && require('node:fs').readFileSync(process.env.OUT, 'utf8').split('0:2').length < 4) process.exit(1)`,
      ),
    )
    await put([0, 0, 0])
    await expect.poll(outputOf).toEqual(['0:1', '0:2', '0:2', '0:2', '0:3'])
    await expect.poll(() => committed()[0]).toBe(3)
    expect(await logText(platform.functions, 'reader')).toContain('Error in handler')
  })

  it('passes a record over whose handler does not return in time', async () => {
    await deploy(writer(place, 'if (event.offset === 1) await new Promise(() => {})'), trigger(), {
      eventTimeout: '300ms',
    })
    await put([0])
    await expect
      .poll(() => logText(platform.functions, 'reader'))
      .toContain('The handler did not return in time; its record is passed over')
    expect(committed()[0]).toBe(0)
    await put([0])
    await expect.poll(() => committed()[0]).toBe(2)
  })

  it('stops with the function, and goes on from its commits: disabled, scaled, redeployed, restarted, deleted', async () => {
    await deploy(writer(place), trigger())
    await put([0])
    await expect.poll(committed).toContain(1)
    await deploy(writer(place), trigger(), { disable: true })
    await put([0])
    expect(lag()).toBe(1)
    await deploy(writer(place), trigger(), { minReplicas: 2, maxReplicas: 2 })
    await expect.poll(lag).toBe(0)
    await platform.functions.close()
    await put([0, 7])
    const restarted = await platform.open()
    await expect.poll(lag).toBe(0)
    await untilState(restarted, 'reader', 'ready')
    await restarted.delete(ref)
    await put([0])
    await restarted.create(config(writer(place)))
    await expect.poll(lag).toBe(0)
    expect(outputOf().sort()).toEqual(['0:1', '0:2', '0:3', '0:4', '7:1'])
    await restarted.close()
  })

  it('hands its shards from the old processes to the new ones without a record twice', async () => {
    const slow = writer(place, 'await new Promise((resolve) => setTimeout(resolve, 20))')
    await deploy(slow)
    await put(Array.from({ length: 200 }, (_, n) => n % 8))
    await expect.poll(() => outputOf().length).toBeGreaterThan(4)
    await deploy(slow, trigger({}, { numWorkers: 8 }))
    await expect.poll(lag).toBe(0)
    expect(new Set(outputOf()).size).toBe(200)
    expect(outputOf()).toHaveLength(200)
  })

  it('hands a shard over though its last commit could not be stored', async () => {
    await deploy(writer(place))
    const storing = vi.spyOn(stream(), 'savePositions').mockRejectedValue(new Error('The disk is full'))
    await put([0])
    await expect.poll(outputOf).toEqual(['0:1'])
    await deploy(writer(`'again ' + ${place}`))
    await expect.poll(outputOf).toEqual(['0:1', 'again 0:1'])
    storing.mockRestore()
    await expect.poll(lag).toBe(0)
  })

  it('gives each replica its shards, and in static mode each shard its worker', async () => {
    const who = "process.pid + ' ' + event.shard_id"
    await deploy(writer(who), trigger({ workerAllocationMode: 'static' }, { numWorkers: 2 }), {
      minReplicas: 2,
      maxReplicas: 2,
    })
    for (let round = 0; round < 5; round += 1) await put([0, 1, 2, 3, 4, 5, 6, 7])
    await expect.poll(lag).toBe(0)
    const workers = new Map<string, Set<string>>()
    for (const line of outputOf()) {
      const [pid = '', shard = ''] = line.split(' ')
      workers.set(pid, (workers.get(pid) ?? new Set()).add(shard))
    }
    expect([...workers.values()].map((shards) => [...shards].sort().join('')).sort()).toEqual([
      '02',
      '13',
      '46',
      '57',
    ])
  })

  it('reads a stream anew that was deleted and made again', async () => {
    await deploy(writer(place))
    await put([2, 2])
    await expect.poll(lag).toBe(0)
    await platform.streams.remove(orders)
    await platform.streams.create(orders, 3)
    await put([2])
    await expect.poll(outputOf).toEqual(['2:1', '2:2', '2:1'])
    await expect.poll(committed).toEqual([0, 0, 1])
  })

  it('says what keeps it from running', async () => {
    await platform.functions.update(config(writer(place), trigger({ consumerGroup: '' })))
    const failed = await untilState(platform.functions, 'reader', 'ready', 'error')
    expect(failed.status.message).toContain('Trigger "orders" cannot read its stream')
  })
})

describe('a handler that says itself what it is done with', () => {
  const python = (mode: 'enable' | 'explicitOnly', body: string[]) =>
    functionConfig(
      'reader',
      ['import nuclio_sdk', 'async def handler(context, event):', ...body.map((line) => `    ${line}`)].join(
        '\n',
      ),
      {
        runtime: 'python:3.11',
        triggers: { orders: trigger({ workerAllocationMode: 'static' }, { explicitAckMode: mode }) },
      },
    )
  const ack = 'await context.platform.explicit_ack(nuclio_sdk.QualifiedOffset.from_event(event))'

  it('commits only on its word', async () => {
    await platform.functions.create(
      python('explicitOnly', [`if event.body == b"ack":`, `    ${ack}`, 'return ""']),
    )
    await untilState(platform.functions, 'reader', 'ready')
    await put([0, 0])
    await put([1], 'ack')
    await expect.poll(() => committed().slice(0, 2)).toEqual([0, 1])
    await put([0], 'ack')
    await expect.poll(() => committed()[0]).toBe(3)
  })

  it('holds back single records', async () => {
    await platform.functions.create(
      python('enable', [
        'response = nuclio_sdk.Response()',
        'if event.body == b"later":',
        '    response.ensure_no_ack()',
        'return response',
      ]),
    )
    await untilState(platform.functions, 'reader', 'ready')
    await put([0], 'later')
    await put([1])
    await expect.poll(() => committed()[1]).toBe(1)
    expect(committed()[0]).toBe(0)
    await put([0])
    await expect.poll(() => committed()[0]).toBe(2)
  })
})
