import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, functionConfig, logText, nodeHandler, testPlatform, untilState } from './testing'

const ref = (name: string) => ({ namespace: 'nuclio', name })
const source = nodeHandler("console.log('called')\n context.callback('ok')")

/** A function has its log in every state, to read and to follow, as long as it is there. */
describe('the log of a function', { timeout: 60_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  beforeAll(async () => void (platform = await testPlatform()))
  afterAll(() => platform.dispose())

  const follow = async (name: string) => {
    const { signal } = new AbortController()
    const stream = await platform.functions.logs(ref(name), `nuclio-nuclio-${name}`, { follow: true, signal })
    const reader = stream.getReader()
    const decoder = new TextDecoder()
    let text = ''
    return async (words: RegExp) => {
      while (!words.test(text)) {
        const { done, value } = await reader.read()
        if (done) throw new Error(`The log ended with ${text}`)
        text += decoder.decode(value, { stream: true })
      }
      text = text.replace(words, '')
    }
  }

  it('is followed from one life of its replica to the next', async () => {
    const { functions } = platform
    await functions.create(functionConfig('sleepy', source, { minReplicas: 0, maxReplicas: 1 }), {
      waitForEnd: true,
    })
    const until = await follow('sleepy')
    await until(/Worker started/)
    await functions.setDesiredState(ref('sleepy'), 'scaledToZero')
    await untilState(functions, 'sleepy', 'scaledToZero')
    expect(await functions.replicas(ref('sleepy'))).toEqual(['nuclio-nuclio-sleepy'])
    expect(await logText(functions, 'sleepy')).toContain('Worker started')
    await call(functions, 'sleepy')
    await until(/Worker started/)
    await until(/called/)
    const config = await functions.get(ref('sleepy'))
    await functions.update({ ...config, spec: { ...config.spec, disable: true } }, { waitForEnd: true })
    expect(await functions.replicas(ref('sleepy'))).toEqual(['nuclio-nuclio-sleepy'])
    expect(await logText(functions, 'sleepy')).toContain('called')
  })

  it('is empty where nothing ever ran', async () => {
    const { functions } = platform
    await functions.create(functionConfig('broken', 'exports.handler = ('), { waitForEnd: true })
    expect((await functions.get(ref('broken'))).status?.state).toBe('error')
    expect(await functions.replicas(ref('broken'))).toEqual(['nuclio-nuclio-broken'])
    expect(await logText(functions, 'broken')).toBe('')
  })

  it('is gone with the function, and begins anew with another one of its name', async () => {
    const { functions } = platform
    await functions.create(functionConfig('doomed', source), { waitForEnd: true })
    await call(functions, 'doomed')
    await functions.delete(ref('doomed'))
    await expect(functions.replicas(ref('doomed'))).rejects.toMatchObject({ status: 404 })
    await expect(logText(functions, 'doomed')).rejects.toMatchObject({ status: 404 })
    await functions.create(functionConfig('doomed', source), { waitForEnd: true })
    expect(await logText(functions, 'doomed')).not.toContain('called')
  })
})
