import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { whyNot } from './function-actions'
import { putConfig } from './function-config'
import { functionRow } from './function-rows'
import { describeState } from './function-state'

const fn = (spec: object, status: object = { state: 'ready' }): NuclioFunction => ({
  metadata: { name: 'echo' },
  spec,
  status,
})

describe('functionRow', () => {
  it('counts enabled triggers, http first', () => {
    const triggers = {
      nightly: { kind: 'cron', name: 'nightly' },
      hourly: { kind: 'cron', name: 'hourly' },
      'default-http': { kind: 'http', name: 'default-http' },
      off: { kind: 'nats', name: 'off', disabled: true },
    }
    expect(functionRow(fn({ triggers })).triggers).toEqual([
      { kind: 'http', count: 1 },
      { kind: 'cron', count: 2 },
    ])
  })

  it.each([
    [{}, '1'],
    [{ replicas: 2, minReplicas: 1 }, '2'],
    [{ minReplicas: 0, maxReplicas: 4 }, '0–4'],
    [{ minReplicas: 3 }, '3'],
    [{ minReplicas: 1, maxReplicas: 1 }, '1'],
  ])('replicas of %j are %j', (spec, replicas) => {
    expect(functionRow(fn(spec)).replicas).toBe(replicas)
  })

  it('changed at its build or its latest record', () => {
    expect(functionRow(fn({ build: { timestamp: 100 } })).changedAt).toBe(100_000)
    expect(
      functionRow(fn({ build: { timestamp: 100 } }, { state: 'ready', logs: [{ time: 200_000 }] })).changedAt,
    ).toBe(200_000)
    expect(functionRow(fn({}))).not.toHaveProperty('changedAt')
  })

  it('gives the cause of a failure', () => {
    const failing = fn({}, { state: 'error', message: '\nError - exit status 7\n' })
    expect(functionRow(failing).state.reason).toBe('exit status 7')
    expect(functionRow(fn({}, { state: 'ready', message: 'Error - old' })).state.reason).toBeUndefined()
  })

  it('is small and plain, however large the function', () => {
    const large = fn(
      { build: { functionSourceCode: 'a'.repeat(100_000) }, env: [{ name: 'STAGE', value: 'live' }] },
      { state: 'building', logs: Array.from({ length: 500 }, (_, time) => ({ time, message: 'Building' })) },
    )
    const row = functionRow(large)
    const text = JSON.stringify(row)
    expect(text.length).toBeLessThan(1_000)
    expect(JSON.parse(text)).toEqual(row)
  })

  it('answers what may be done to it as the function does', () => {
    const scalable = fn({ image: 'echo:1', minReplicas: 0 }, { state: 'ready', apiGateways: ['api'] })
    const { fn: summary } = functionRow(scalable)
    for (const action of ['deploy', 'delete', 'disable', 'enable', 'redeploy', 'scaleToZero'] as const)
      expect(whyNot(action, summary)).toBe(whyNot(action, scalable))
    const moving = fn({}, { state: 'building', logs: [{ time: 1 }, { time: 2 }, { time: 3 }] })
    expect(describeState(functionRow(moving).fn, 1_000_000)).toEqual(describeState(moving, 1_000_000))
  })

  it('cannot be put back in place of the function', () => {
    // @ts-expect-error -- it would wipe out what a row does not hold
    expect(putConfig(functionRow(fn({})).fn).spec).toEqual({})
  })

  it('survives a function with nothing in it', () => {
    expect(functionRow({} as NuclioFunction)).toMatchObject({ name: '', group: 'not-deployed', triggers: [] })
  })

  it('carries the ingresses of a function that has some', () => {
    const spec = {
      triggers: {
        web: {
          kind: 'http',
          attributes: {
            ingresses: {
              a: { host: 'A.example', paths: ['x/', '/'] },
              b: { host: 'b.example' },
              c: { hostTemplate: 't' },
            },
          },
        },
      },
    }
    expect(functionRow({ metadata: { name: 'a' }, spec, status: {} }).ingresses).toEqual([
      { host: 'a.example', path: '/x' },
      { host: 'a.example', path: '/' },
      { host: 'b.example', path: '/' },
    ])
    expect(functionRow({ metadata: { name: 'a' }, spec: {}, status: {} })).not.toHaveProperty('ingresses')
  })
})
