import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Trigger } from '@/api/generated/schema'
import { call, functionConfig, logText, nodeHandler, testPlatform, untilState } from './testing'

/** Answers over http how often and with what cron has called; both share a worker, and so its memory. */
const counter = `let runs = []
${nodeHandler(`if (event.trigger.kind === 'cron') runs.push({ name: event.trigger.name, body: event.body.toString(), path: event.path, method: event.method, header: event.headers['X-From'] })
context.callback(JSON.stringify(runs))`)}`

const shared = { workerAllocatorName: 'one' }
const http: Trigger = { kind: 'http', name: 'web', ...shared }
const cron = (attributes: Record<string, unknown>, more: Partial<Trigger> = {}): Trigger => ({
  kind: 'cron',
  ...shared,
  ...more,
  attributes,
})

const ref = { namespace: 'nuclio', name: 'ticking' }
const deploy = (triggers: Record<string, Trigger>, source = counter, more = {}) =>
  functionConfig('ticking', source, { triggers, ...more })

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.dispose())

async function runsOf(functions = platform.functions): Promise<{ name: string }[]> {
  return JSON.parse((await call(functions, 'ticking')).body) as { name: string }[]
}

async function untilRuns(count: number, functions = platform.functions) {
  for (;;) {
    const runs = await runsOf(functions)
    if (runs.length >= count) return runs
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('the cron trigger of a function', () => {
  it('fires by interval and by schedule, with its event', async () => {
    const event = { body: 'now', path: '/tick', method: 'PATCH', headers: { 'X-From': 'cron' } }
    await platform.functions.create(
      deploy({
        web: http,
        tick: cron({ interval: '100ms', event }),
        tock: cron({ schedule: '* * * * * *' }),
      }),
    )
    await untilState(platform.functions, 'ticking', 'ready')
    const runs = await untilRuns(14)
    expect(runs).toContainEqual({ name: 'tick', body: 'now', path: '/tick', method: 'PATCH', header: 'cron' })
    expect(runs).toContainEqual({ name: 'tock', body: '', path: '/', method: '' })
    const { status } = await platform.functions.get(ref)
    expect(status.logs?.filter(({ message }) => message.includes('does not fire'))).toEqual([])
  })

  it('counts among the workers of which the deploy tells', async () => {
    await platform.functions.create(
      deploy({
        web: { kind: 'http', name: 'web', numWorkers: 2 },
        tick: { kind: 'cron', numWorkers: 3, attributes: { interval: '1h' } },
      }),
    )
    await untilState(platform.functions, 'ticking', 'ready')
    const { status } = await platform.functions.get(ref)
    const started = status.logs?.find(({ message }) => message === 'Starting workers')
    expect(started).toMatchObject({ replicas: 1, workersPerReplica: 5 })
  })

  it('stands still when it is disabled, and fires again in a server that was restarted', async () => {
    await platform.functions.create(
      deploy({
        web: http,
        tick: cron({ interval: '50ms' }),
        off: cron({ interval: '10ms' }, { disabled: true }),
      }),
    )
    await untilState(platform.functions, 'ticking', 'ready')
    const runs = await untilRuns(3)
    expect(new Set(runs.map(({ name }) => name))).toEqual(new Set(['tick']))
    await platform.functions.close()
    const restarted = await platform.open()
    await untilState(restarted, 'ticking', 'ready')
    expect((await untilRuns(2, restarted)).length).toBeGreaterThan(1)
  })

  it('follows a redeploy, and ends with the function that is disabled', async () => {
    await platform.functions.create(deploy({ web: http, tick: cron({ interval: '50ms' }) }))
    await untilState(platform.functions, 'ticking', 'ready')
    await untilRuns(1)
    await platform.functions.update(deploy({ web: http, other: cron({ interval: '50ms' }) }))
    await untilState(platform.functions, 'ticking', 'ready')
    expect(new Set((await untilRuns(2)).map(({ name }) => name))).toEqual(new Set(['other']))
    await platform.functions.update(
      deploy({ web: http, other: cron({ interval: '50ms' }) }, counter, { disable: true }),
    )
    await untilState(platform.functions, 'ticking', 'ready')
    const log = await logText(platform.functions, 'ticking')
    expect(log).not.toContain('No worker was free')
  })

  it('whose schedule cannot be read is refused with the reason', async () => {
    const refused = platform.functions.create(deploy({ web: http, tick: cron({ schedule: '61 * * * *' }) }))
    await expect(refused).rejects.toMatchObject({
      status: 400,
      message: 'Trigger "tick" cannot run: The minute cannot be “61”: it is out of range (0 to 59)',
    })
  })

  it('has workers of its own, and leaves a run out only when none gets free in time', async () => {
    const slow = nodeHandler(
      `if (event.trigger.kind === 'cron') await new Promise((resolve) => setTimeout(resolve, 400))
context.callback('at once')`,
    )
    await platform.functions.create(
      deploy(
        {
          web: { kind: 'http', name: 'web', workerAvailabilityTimeoutMilliseconds: 1 },
          tick: {
            kind: 'cron',
            workerAvailabilityTimeoutMilliseconds: 100,
            attributes: { interval: '150ms' },
          },
        },
        slow,
      ),
    )
    await untilState(platform.functions, 'ticking', 'ready')
    for (;;) {
      expect(await call(platform.functions, 'ticking')).toMatchObject({ status: 200, body: 'at once' })
      const log = await logText(platform.functions, 'ticking')
      if (log.includes('No worker was free in time; a run is left out')) break
    }
  })

  it('does not fire at zero, and does again after a call has woken the function', async () => {
    await platform.functions.create(
      deploy({ web: http, tick: cron({ interval: '30ms' }) }, counter, { minReplicas: 0, maxReplicas: 1 }),
    )
    await untilState(platform.functions, 'ticking', 'ready')
    await untilRuns(1)
    await platform.functions.setDesiredState(ref, 'scaledToZero')
    await untilState(platform.functions, 'ticking', 'scaledToZero')
    const asleep = await logText(platform.functions, 'ticking')
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(await logText(platform.functions, 'ticking')).toBe(asleep)
    expect((await platform.functions.get(ref)).status.state).toBe('scaledToZero')
    await untilRuns(2)
  })
})
