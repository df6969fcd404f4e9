import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '../../runtimes/test-functions'
import { runSettings } from './run-settings'
import { call, functionConfig, logText, nodeHandler, testPlatform, untilState } from './testing'

const ref = (name: string) => ({ namespace: 'nuclio', name })

describe('time limits', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  const functions = () => platform.functions

  beforeEach(async () => {
    platform = await testPlatform()
  })
  afterEach(() => platform.dispose())

  it('may be longer than any timer', async () => {
    const centuries = 1e13
    const echo = nodeHandler("setTimeout(() => context.callback('ok'), 50)")
    const spec = {
      eventTimeout: '1000000h',
      readinessTimeoutSeconds: centuries / 1000,
      triggers: { web: { kind: 'http', workerAvailabilityTimeoutMilliseconds: centuries } },
    }
    await functions().create(functionConfig('patient', echo, spec), {
      waitForEnd: true,
      stateTimeout: centuries,
    })
    const [first, second] = await Promise.all([
      call(functions(), 'patient', { timeout: centuries }),
      call(functions(), 'patient'),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(
      runSettings({ minReplicas: 0, scaleToZero: { scaleResources: [{ windowSize: '1000000h' }] } }),
    ).toMatchObject({ idleWindow: 2 ** 31 - 1 })
  })

  it('say in the log of the replica that they ended a worker', async () => {
    const hang = nodeHandler(
      "if (event.path === '/hang') await new Promise(() => {})\ncontext.callback('ok')",
    )
    await functions().create(functionConfig('late', hang, { eventTimeout: '100ms' }), { waitForEnd: true })
    expect(await call(functions(), 'late', { path: '/hang' })).toMatchObject({ status: 408 })
    await expect
      .poll(() => logText(functions(), 'late'))
      .toMatch(/Worker was ended, because its handler did not return in time/)
    expect(await call(functions(), 'late')).toMatchObject({ status: 200 })
  })

  it('are not waited for when a function that hangs at its start is deleted', async () => {
    const source = 'console.log(`pid ${process.pid} `)\nfor (;;);\n'
    await functions().create(functionConfig('stuck', source))
    await untilState(functions(), 'stuck', 'waitingForResourceConfiguration')
    const pid = async () => Number(/pid (\d+) /.exec(await logText(functions(), 'stuck'))?.[1] ?? 0)
    await expect.poll(pid, { timeout: 10_000 }).toBeGreaterThan(0)
    const process = await pid()
    expect(isAlive(process)).toBe(true)
    await functions().delete(ref('stuck'), { ignoreState: true })
    await expect.poll(() => isAlive(process)).toBe(false)
  })
})
