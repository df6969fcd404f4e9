import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, functionConfig, nodeHandler, testPlatform } from './testing'

const ref = { namespace: 'nuclio', name: 'kept' }

describe('a store that fails', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  const functions = () => platform.functions

  beforeEach(async () => {
    platform = await testPlatform()
    const echo = nodeHandler("context.callback('ok')")
    await functions().create(functionConfig('kept', echo, { minReplicas: 0, maxReplicas: 1 }), {
      waitForEnd: true,
    })
  })
  afterEach(() => platform.dispose())

  const state = async () => (await functions().get(ref)).status?.state

  it.each(['ready', 'scaledToZero'] as const)('leaves no function on its way to %s', async (desired) => {
    const { put } = platform.store
    platform.store.put = async () => {
      throw new Error('the disk is full')
    }
    await expect(functions().setDesiredState(ref, desired)).rejects.toThrow('the disk is full')
    await expect.poll(state).toBe('ready')
    expect(await call(functions(), 'kept')).toMatchObject({ status: 200, body: 'ok' })
    platform.store.put = put
    await functions().setDesiredState(ref, desired)
    await expect.poll(state, { timeout: 10_000 }).toBe(desired)
  })
})
