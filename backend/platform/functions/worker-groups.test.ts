import { describe, expect, it } from 'vitest'
import type { FunctionSpec } from '@/api/generated/schema'
import { runSettings } from './run-settings'
import { workerGroups } from './worker-groups'

const groupsOf = (triggers: FunctionSpec['triggers']) =>
  workerGroups(runSettings({ triggers }), { metadata: { name: 'f' }, spec: { triggers } }).map((group) => [
    group.workersPerReplica,
    ...group.triggers.map(({ name }) => name),
  ])

const every = { interval: '1m' }
const stream = { containerName: 'shop', streamPath: '/orders', consumerGroup: 'g' }

describe('the workers of a function', () => {
  it('belong to one trigger each', () => {
    expect(
      groupsOf({
        web: { kind: 'http', name: 'web', numWorkers: 3 },
        tick: { kind: 'cron', attributes: every },
        messages: { kind: 'kafka-cluster' },
        orders: { kind: 'v3ioStream', numWorkers: 2, attributes: stream },
      }),
    ).toEqual([
      [3, 'web'],
      [1, 'tick'],
      [2, 'orders'],
    ])
  })

  it('are shared by triggers of one allocator, as many as the largest of them asks for', () => {
    const workerAllocatorName = 'all'
    expect(
      groupsOf({
        web: { kind: 'http', name: 'web', workerAllocatorName },
        tick: { kind: 'cron', numWorkers: 4, workerAllocatorName, attributes: every },
        tock: { kind: 'cron', workerAllocatorName: 'other', attributes: every },
      }),
    ).toEqual([
      [4, 'web', 'tick'],
      [1, 'tock'],
    ])
  })

  it('are one where no trigger is, and none is for http where only others are', () => {
    expect(groupsOf({})).toEqual([[1, 'default-http']])
    expect(groupsOf({ tick: { kind: 'cron', attributes: every } })).toEqual([[1, 'tick']])
    expect(groupsOf({ orders: { kind: 'v3ioStream', attributes: stream } })).toEqual([[1, 'orders']])
    expect(groupsOf({ tick: { kind: 'cron', disabled: true, attributes: every } })).toEqual([
      [1, 'default-http'],
    ])
  })

  it('are none where a trigger cannot run', () => {
    expect(() => groupsOf({ tick: { kind: 'cron', attributes: { schedule: 'often' } } })).toThrow(
      'Trigger "tick" cannot run: A schedule has five fields',
    )
    expect(() => groupsOf({ orders: { kind: 'v3ioStream', url: 'http://v3io' } })).toThrow(
      'Trigger "orders" cannot read its stream: it needs attributes',
    )
    expect(() =>
      groupsOf({ orders: { kind: 'v3ioStream', explicitAckMode: 'enable', attributes: stream } }),
    ).toThrow(/each shard has its worker/)
  })
})
