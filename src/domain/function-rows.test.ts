import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { functionRow } from './function-rows'

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

  it('is the same object for the same function', () => {
    const echo = fn({})
    expect(functionRow(echo)).toBe(functionRow(echo))
  })

  it('survives a function with nothing in it', () => {
    expect(functionRow({} as NuclioFunction)).toMatchObject({ name: '', group: 'not-deployed', triggers: [] })
  })
})
