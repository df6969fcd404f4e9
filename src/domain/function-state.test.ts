import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { describeState, isProvisioning, silenceLimit, stateGroup } from './function-state'

const now = 1_800_000_000_000
const fn = (status: object, spec: object = {}): NuclioFunction => ({ metadata: { name: 'f' }, spec, status })
const record = (time: number) => ({ level: 'info', time, name: 'deployer', message: 'Building' })

describe('describeState', () => {
  it.each([
    ['ready', 'ready', 'ready', 'ok'],
    ['error', 'error', 'error', 'bad'],
    ['unhealthy', 'unhealthy', 'unhealthy', 'bad'],
    ['scaledToZero', 'scaled-to-zero', 'scaled to zero', 'off'],
    ['imported', 'imported', 'imported', 'off'],
    ['', 'not-deployed', 'not yet deployed', 'off'],
    ['building', 'building', 'building', 'busy'],
    ['waitingForBuild', 'building', 'waiting to build', 'busy'],
    ['waitingForResourceConfiguration', 'starting', 'starting', 'busy'],
    ['configuringResources', 'starting', 'starting', 'busy'],
    ['waitingForScaleResourceFromZero', 'waking', 'waking up', 'busy'],
    ['waitingForScaleResourceToZero', 'scaling-to-zero', 'scaling to zero', 'busy'],
    ['waitingForTheMoon', 'moving', 'waiting for the moon', 'busy'],
    ['constructor', 'moving', 'constructor', 'busy'],
  ])('%s', (state, key, word, tone) => {
    expect(describeState(fn({ state }), now)).toMatchObject({ key, word, tone })
  })

  it('knows a disabled function by its spec', () => {
    expect(describeState(fn({ state: 'ready' }, { disable: true }), now)).toMatchObject({
      key: 'disabled',
      tone: 'off',
    })
    expect(describeState(fn({ state: 'error' }, { disable: true }), now).key).toBe('error')
  })

  it('is missing its status', () => {
    expect(describeState({ metadata: { name: 'f' }, spec: {} } as NuclioFunction, now).key).toBe(
      'not-deployed',
    )
  })

  it('tells when a deploy began', () => {
    expect(describeState(fn({ state: 'building', logs: [record(now - 42_000)] }), now)).toEqual({
      key: 'building',
      word: 'building',
      tone: 'busy',
      since: now - 42_000,
    })
  })

  it('suspects a deploy that has long been silent', () => {
    const silent = now - silenceLimit - 60_000
    expect(describeState(fn({ state: 'building', logs: [record(silent)] }), now)).toMatchObject({
      stuck: true,
      reason: 'no news for 11 minutes; it may never end',
    })
    expect(
      describeState(fn({ state: 'building', logs: [record(silent), record(now)] }), now).stuck,
    ).toBeUndefined()
    expect(describeState(fn({ state: 'building' }), now).stuck).toBeUndefined()
    expect(describeState(fn({ state: 'building' }), now, silent).stuck).toBe(true)
  })
})

describe('isProvisioning', () => {
  it('is everything but the steady states', () => {
    for (const state of ['ready', 'error', 'unhealthy', 'scaledToZero', 'imported'])
      expect(isProvisioning(state)).toBe(false)
    for (const state of ['building', 'waitingForResourceConfiguration', 'anything', '', undefined])
      expect(isProvisioning(state)).toBe(true)
  })
})

describe('stateGroup', () => {
  it.each([
    ['error', 'failing'],
    ['unhealthy', 'failing'],
    ['building', 'deploying'],
    ['waitingForTheMoon', 'deploying'],
    ['ready', 'ready'],
    ['scaledToZero', 'scaled-to-zero'],
    ['imported', 'imported'],
    ['', 'not-deployed'],
  ])('%s is %s', (state, group) => {
    expect(stateGroup(describeState(fn({ state }), now))).toBe(group)
  })
})
