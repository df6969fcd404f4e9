import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ShardLags } from '@/api/generated/schema'
import { shardProgress } from '@/api/v3io-streams'
import { lagView } from '@/domain/streams/lag-view'
import type { LagSample } from '@/domain/streams/samples'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

/** Takes minutes: only `npm run test:slow` asks for it. */
const isAsked = process.env['STREAM_RECORDS'] !== undefined
const stream = { containerName: 'shop', streamPath: '/orders' }
const every = 2_000

let server: DashboardServer
let platform: PlatformClient

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
})
afterAll(() => server?.dispose())

async function look(): Promise<LagSample> {
  const answer = await platform.send(
    'POST',
    '/api/v3io_streams/get_shard_lags',
    { ...stream, consumerGroup: 'g' },
    { 'x-nuclio-project-name': 'shop' },
  )
  return { at: Date.now(), every, shards: shardProgress((await answer.json()) as ShardLags, 'g') }
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

it.runIf(isAsked)(
  'the time to drain that is shown after a minute is right within a tenth',
  async () => {
    await platform.createProject('shop')
    await platform.send('POST', '/api/embedded/streams', stream)
    const producer = '/api/embedded/streams/producer'
    await platform.send('POST', producer, { ...stream, count: 10_000 })
    await expect
      .poll(async () => (await look()).shards.reduce((sum, { current }) => sum + current, 0))
      .toBe(10_000)
    await platform.send('POST', producer, { ...stream, rate: 80, seconds: 600, keys: 0 })
    const workers = 4
    const { status } = await platform.deploy({
      name: 'reader',
      project: 'shop',
      runtime: 'nodejs',
      // Paced by the clock, so that how busy the machine is does not change its speed.
      source: `let next = Date.now()
exports.handler = async (context) => {
  next = Math.max(next + 25, Date.now() - 500)
  await new Promise((resolve) => setTimeout(resolve, next - Date.now()))
  context.callback('')
}
`,
      spec: {
        triggers: {
          orders: {
            kind: 'v3ioStream',
            numWorkers: workers,
            attributes: { ...stream, consumerGroup: 'g', seekTo: 'earliest' },
          },
        },
      },
    })
    expect(status.state, status.message).toBe('ready')
    const samples: LagSample[] = []
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(every)) samples.push(await look())
    const shownAt = samples.at(-1)?.at ?? 0
    const { drain, inRate, outRate } = lagView(samples, shownAt, workers)
    if (drain.kind !== 'in') throw new Error(`It drains ${drain.kind}, in ${inRate}, out ${outRate}`)
    // The last records are always on their way: their commit comes a second after them. The rates are known.
    let truth = 0
    while (truth === 0) {
      const { at, shards } = await look()
      const lag = shards.reduce((sum, shard) => sum + shard.lag, 0)
      if (lag <= 2 * workers * 40) truth = (at - shownAt) / 1000 + lag / (workers * 40 - 80)
      else await pause(250)
    }
    console.info(
      `shown ${drain.seconds.toFixed(1)} s, ${drain.least.toFixed(1)} to ${drain.most?.toFixed(1)}; it took ${truth.toFixed(1)} s`,
    )
    expect(Math.abs(drain.seconds - truth) / truth).toBeLessThan(0.1)
  },
  400_000,
)
