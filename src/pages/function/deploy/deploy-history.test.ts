import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import {
  configToKeep,
  isLastUnbuilt,
  lastTimeOf,
  readDeploys,
  restoredConfig,
  withDeploy,
  withOutcome,
  type KeptDeploy,
} from './deploy-history'

const config = {
  metadata: { name: 'f', namespace: 'n', resourceVersion: '3', labels: { a: 'b' } },
  spec: {
    env: [
      { name: 'PLAIN', value: '1' },
      { name: 'API_TOKEN', value: 'sesame' },
    ],
    triggers: { q: { kind: 'rabbit-mq', url: 'amqp://me:letmein@h', password: 'pass1' } },
  },
} as FunctionConfig

const deploy = (at: number, more: Partial<KeptDeploy> = {}): KeptDeploy => ({
  at,
  how: 'build',
  consequence: 'rebuild',
  words: ['source: 1 line changed'],
  outcome: 'running',
  ...more,
})

describe('the deploys of a browser', () => {
  it('come latest first, and end', () => {
    const two = withDeploy(withDeploy([], deploy(1)), deploy(2))
    const ended = withOutcome(two, 2, { outcome: 'done', milliseconds: 40_000 })
    expect(ended.map(({ at, outcome }) => [at, outcome])).toEqual([
      [2, 'done'],
      [1, 'running'],
    ])
    expect(lastTimeOf(ended, 'build')).toBe(40_000)
    expect(lastTimeOf(ended, 'withoutBuild')).toBeUndefined()
    expect(readDeploys(JSON.parse(JSON.stringify(ended)))).toHaveLength(2)
    expect(readDeploys({ strange: true })).toEqual([])
  })

  it('are bounded in number and bytes', () => {
    const big = { ...config, spec: { ...config.spec, description: 'x'.repeat(700_000) } }
    let kept: KeptDeploy[] = []
    for (let at = 0; at < 60; at += 1) kept = withDeploy(kept, deploy(at, { config: big }))
    expect(kept).toHaveLength(50)
    expect(kept.filter((entry) => entry.config)).toHaveLength(2)
  })

  it('remember that a source was not built', () => {
    expect(isLastUnbuilt([])).toBe(false)
    expect(isLastUnbuilt([deploy(2, { how: 'withoutBuild' })])).toBe(true)
    expect(isLastUnbuilt([deploy(3), deploy(2, { how: 'withoutBuild' })])).toBe(false)
    expect(isLastUnbuilt([deploy(2, { how: 'withoutBuild', consequence: 'restart' })])).toBe(false)
  })

  it('keep no secret, and take them from the function when they come back', () => {
    const kept = configToKeep(config)
    expect(JSON.stringify(kept)).not.toMatch(/sesame|letmein|pass1/)
    const now = {
      metadata: { name: 'f', namespace: 'n', resourceVersion: '9' },
      spec: {
        env: [{ name: 'API_TOKEN', value: 'newer' }],
        triggers: { q: { kind: 'rabbit-mq', url: 'amqp://me:changed@h' } },
      },
    } as FunctionConfig
    const { config: back, missing } = restoredConfig(kept, now)
    expect(back.metadata).toEqual({ ...now.metadata, labels: { a: 'b' }, annotations: undefined })
    expect(back.spec.env).toEqual([
      { name: 'PLAIN', value: '1' },
      { name: 'API_TOKEN', value: 'newer' },
    ])
    expect(back.spec.triggers?.q).toMatchObject({ url: 'amqp://me:changed@h', password: '' })
    expect(missing).toEqual(['password'])
  })

  it('keep none in annotations and sidecars either', () => {
    const secret = {
      metadata: { name: 'f', annotations: { 'x/api-key': 'sesame', note: 'https://me:letmein@h' } },
      spec: { sidecars: [{ name: 's', env: [{ name: 'A_TOKEN', value: 'pass1' }] }] },
    } as FunctionConfig
    const kept = configToKeep(secret)
    expect(JSON.stringify(kept)).not.toMatch(/sesame|letmein|pass1/)
    expect(restoredConfig(kept, secret)).toEqual({ config: secret, missing: [] })
  })
})
