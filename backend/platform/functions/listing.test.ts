import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { functionConfig, nodeHandler, testPlatform, untilState } from './testing'

describe('the list of functions', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  const functions = () => platform.functions

  beforeEach(async () => {
    platform = await testPlatform()
  })
  afterEach(() => platform.dispose())

  const listed = async () => (await functions().list({ namespace: 'nuclio', name: 'one' }))[0]

  it('has the same object until something of the function has changed', async () => {
    const echo = nodeHandler("context.callback('ok')")
    await functions().create(functionConfig('one', echo, { minReplicas: 0, maxReplicas: 1 }))
    const building = await listed()
    expect(building?.status?.state).toBe('building')
    const ready = await untilState(functions(), 'one', 'ready')
    expect(await listed()).toEqual(ready)
    expect(building?.status?.state).toBe('building')
    expect(await listed()).toBe(await listed())

    await functions().setDesiredState({ namespace: 'nuclio', name: 'one' }, 'scaledToZero')
    await untilState(functions(), 'one', 'scaledToZero')
    expect((await listed())?.status?.state).toBe('scaledToZero')

    const config = functionConfig('one', echo, { description: 'changed' })
    await functions().update(config, { waitForEnd: true })
    expect(await listed()).toMatchObject({ metadata: { resourceVersion: '2' }, spec: config.spec })
  })

  it('grows with the records of a deploy that is under way', async () => {
    const command = 'echo first; while [ ! -e go ]; do sleep 0.02; done'
    await functions().create(functionConfig('one', nodeHandler(''), { build: { commands: [command] } }))
    const messages = async () => (await listed())?.status?.logs?.map((record) => record.message)
    await expect.poll(messages).toContain('first')
    await functions().delete({ namespace: 'nuclio', name: 'one' }, { ignoreState: true })
    expect(await listed()).toBeUndefined()
  })
})
