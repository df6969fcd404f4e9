import { expect, it } from 'vitest'
import { workersOf } from './workers'

const triggers = { orders: { kind: 'v3ioStream', numWorkers: 3 }, old: { kind: 'v3ioStream', maxWorkers: 2 } }

it('workers are those of all replicas', () => {
  expect(workersOf({ triggers }, 'orders')).toBe(3)
  expect(workersOf({ triggers, minReplicas: 2, maxReplicas: 2 }, 'orders')).toBe(6)
  expect(workersOf({ triggers, replicas: 4 }, 'old')).toBe(8)
  expect(workersOf({ triggers, disable: true }, 'orders')).toBe(0)
  expect(workersOf({ triggers: { orders: { kind: 'v3ioStream', disabled: true } } }, 'orders')).toBe(0)
  expect(workersOf({ triggers }, 'gone')).toBeUndefined()
})
