import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { call, functionConfig, nodeHandler, testPlatform } from './testing'

const ref = (name: string) => ({ namespace: 'nuclio', name })
const source = nodeHandler(`
  if (event.path === '/slow') return setTimeout(() => context.callback('late'), 5000)
  context.callback(JSON.stringify({ stage: process.env.STAGE, pid: process.pid }))`)

describe('a deploy without a build', { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>
  const functions = () => platform.functions

  beforeEach(async () => {
    platform = await testPlatform()
    const config = functionConfig('fn', source, { env: [{ name: 'STAGE', value: 'one' }] })
    await functions().create(config, { waitForEnd: true })
  })
  afterEach(() => platform.dispose())

  async function put(change: (spec: FunctionConfig['spec']) => FunctionConfig['spec']) {
    const { metadata, spec } = await functions().get(ref('fn'))
    const changed = change(structuredClone(spec))
    const config = {
      metadata,
      spec: { ...changed, build: { ...changed.build, mode: 'neverBuild' as const } },
    }
    await functions().update(config, { waitForEnd: true })
    return functions().get(ref('fn'))
  }

  const answer = async () =>
    JSON.parse((await call(functions(), 'fn')).body) as { stage: string; pid: number }

  it('applies the environment and builds nothing', async () => {
    const before = await answer()
    const { spec, status } = await put((old) => ({ ...old, env: [{ name: 'STAGE', value: 'two' }] }))
    expect(status?.state).toBe('ready')
    const after = await answer()
    expect(after.stage).toBe('two')
    expect(after.pid).not.toBe(before.pid)
    const messages = status?.logs?.map(({ message }) => message)
    expect(messages).toContain('Skipping build')
    expect(messages).not.toContain('Building')
    expect(spec.build?.mode).toBeUndefined()
  })

  it('applies replicas, workers and timeouts', async () => {
    await put((old) => ({
      ...old,
      replicas: 2,
      eventTimeout: '200ms',
      triggers: { web: { kind: 'http', name: 'web', numWorkers: 2 } },
    }))
    expect(await functions().replicas(ref('fn'))).toHaveLength(2)
    expect((await call(functions(), 'fn', { path: '/slow' })).status).toBe(408)
    const { spec } = await functions().get(ref('fn'))
    expect(Object.keys(spec.triggers ?? {})).toEqual(['web'])
  })

  it('runs the code that was built, and keeps what the build wrote', async () => {
    const before = await functions().get(ref('fn'))
    const functionSourceCode = Buffer.from(nodeHandler("context.callback('{}')")).toString('base64')
    const after = await put((old) => ({
      ...old,
      image: '',
      handler: '',
      build: { functionSourceCode },
    }))
    expect(after.spec.image).toBe(before.spec.image)
    expect(after.spec.handler).toBe('main:handler')
    expect(after.spec.build).toMatchObject({
      functionSourceCode,
      timestamp: before.spec.build?.timestamp,
    })
    expect((await answer()).stage).toBe('one')
  })

  it('builds all the same when there is nothing to run', async () => {
    const { metadata, spec } = await functions().get(ref('fn'))
    const saved = { ...metadata, annotations: { 'skip-build': 'true', 'skip-deploy': 'true' } }
    await functions().update({ metadata: saved, spec })
    expect((await functions().get(ref('fn'))).status?.state).toBe('imported')
    const { status } = await put((old) => old)
    expect(status?.state).toBe('ready')
    expect(status?.logs?.map(({ message }) => message)).toContain('Building')
  })
})
