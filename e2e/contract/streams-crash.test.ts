import { openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ShardLags } from '@/api/generated/schema'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

/** `npm run test:slow` asks for the whole hundred thousand. */
const records = Number(process.env['STREAM_RECORDS'] ?? 6_000)
const shards = 8
const stream = { containerName: 'shop', streamPath: '/orders' }

let server: DashboardServer
let platform: PlatformClient

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
})
afterAll(() => server?.dispose())

/** Writes what it handles, and who it is, to files of its own: nobody has to believe the commits. */
const handler = `const { appendFileSync } = require('node:fs')
exports.initContext = () => appendFileSync(process.env.PIDS, process.pid + '\\n')
exports.handler = (context, event) => {
  appendFileSync(process.env.HANDLED, event.shard_id + ':' + event.offset + '\\n')
  context.callback('')
}
`

/** How far every record of a shard was handled without a hole, as the handler's file says. */
function handledOf(file: string) {
  const handle = openSync(file, 'a+')
  const buffer = Buffer.alloc(1 << 20)
  let rest = ''
  const seen = Array.from({ length: shards }, () => new Set<number>())
  const upTo = Array<number>(shards).fill(0)
  return {
    upTo,
    /** How many records in all, without those beyond a hole. */
    look() {
      for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
        const lines = (rest + buffer.toString('latin1', 0, size)).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          const [shard = 0, sequence = 0] = line.split(':').map(Number)
          seen[shard]?.add(sequence)
        }
      }
      seen.forEach((sequences, shard) => {
        while (sequences.has((upTo[shard] ?? 0) + 1)) upTo[shard] = (upTo[shard] ?? 0) + 1
      })
      return upTo.reduce((sum, each) => sum + each, 0)
    },
  }
}

async function progress() {
  const answer = await platform.send(
    'POST',
    '/api/v3io_streams/get_shard_lags',
    { ...stream, consumerGroup: 'g' },
    { 'x-nuclio-project-name': 'shop' },
  )
  const lags = ((await answer.json()) as ShardLags)['shop/orders']?.['g'] ?? {}
  return Array.from({ length: shards }, (_, shard) => {
    const { committed = 0, current = 0, lag = 0 } = lags[`shard-id-${shard}`] ?? {}
    return { committed: Number(committed), current: Number(current), lag: Number(lag) }
  })
}

it(`handles each of ${records} records at least once, though consumers and server are killed, and commits nothing ahead`, async () => {
  await platform.createProject('shop')
  const [pids, file] = ['pids', 'handled'].map((name) => join(server.dataDirectory, `${name}.txt`)) as [
    string,
    string,
  ]
  const deployed = await platform.deploy({
    name: 'reader',
    project: 'shop',
    runtime: 'nodejs',
    source: handler,
    spec: {
      env: [
        { name: 'PIDS', value: pids },
        { name: 'HANDLED', value: file },
      ],
      triggers: {
        orders: {
          kind: 'v3ioStream',
          numWorkers: 2,
          attributes: {
            ...stream,
            consumerGroup: 'g',
            seekTo: 'earliest',
            sequenceNumberCommitInterval: '200ms',
          },
        },
      },
    },
  })
  expect(deployed.status.state, deployed.status.message).toBe('ready')
  const handled = handledOf(file)
  const killWorkers = () => {
    for (const pid of readFileSync(pids, 'utf8').split('\n').slice(0, -1)) {
      try {
        process.kill(Number(pid), 'SIGKILL')
      } catch {
        // It is gone already.
      }
    }
  }
  const kills: (() => void | Promise<void>)[] = [
    killWorkers,
    async () => {
      await server.crash()
      server = await DashboardServer.start({}, server.dataDirectory)
      platform = new PlatformClient(server.url)
    },
    killWorkers,
  ]
  await platform.send('POST', '/api/embedded/streams/producer', { ...stream, count: records, keys: 1000 })
  // The producer ends with the server: all is in before the first kill.
  await expect
    .poll(async () => (await progress()).reduce((sum, { current }) => sum + current, 0))
    .toBe(records)
  const share = records / (kills.length + 1)
  for (let count = handled.look(); ; count = handled.look()) {
    const shardsNow = await progress()
    handled.look()
    shardsNow.forEach(({ committed }, shard) =>
      expect(committed, `shard ${shard}`).toBeLessThanOrEqual(handled.upTo[shard] ?? 0),
    )
    if (count > share * (4 - kills.length)) await kills.shift()?.()
    else if (shardsNow.every(({ lag }) => lag === 0)) break
    // The server has better things to do than to answer this.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(kills).toEqual([])
  expect(handled.look()).toBe(records)
  expect((await progress()).reduce((sum, { committed }) => sum + committed, 0)).toBe(records)
}, 300_000)
