import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import {
  arrangeRows,
  occurring,
  readGroup,
  readSort,
  writeSort,
  type FunctionFilter,
} from './function-filter'
import { functionRow } from './function-rows'

const row = (name: string, state: string, spec: object = {}) =>
  functionRow({
    metadata: { name },
    spec: { runtime: 'nodejs', ...spec },
    status: { state },
  } as NuclioFunction)

const rows = [
  row('b10', 'ready', { build: { timestamp: 10 } }),
  row('b9', 'ready', { build: { timestamp: 20 }, description: 'Sends invoices' }),
  row('a', 'building', { runtime: 'python:3.11' }),
  row('z', 'error', { triggers: { t: { kind: 'cron', name: 't' } } }),
  row('c', 'ready', { disable: true }),
]
const all: FunctionFilter = {
  search: '',
  group: '',
  runtime: '',
  sort: { column: 'state', descending: false },
}
const names = (filter: Partial<FunctionFilter>) =>
  arrangeRows(rows, { ...all, ...filter }).map(({ name }) => name)

describe('arrangeRows', () => {
  it('puts failing first, then what moves, then by name with numbers as numbers', () => {
    expect(names({})).toEqual(['z', 'a', 'b9', 'b10', 'c'])
    expect(names({ sort: { column: 'state', descending: true } })).toEqual(['c', 'b9', 'b10', 'a', 'z'])
  })

  it('sorts by name, runtime and change', () => {
    expect(names({ sort: { column: 'name', descending: true } })).toEqual(['z', 'c', 'b10', 'b9', 'a'])
    expect(names({ sort: { column: 'runtime', descending: true } })[0]).toBe('a')
    expect(names({ sort: { column: 'changed', descending: false } }).slice(0, 2)).toEqual(['b9', 'b10'])
  })

  it('searches all words in name, description, runtime, state and triggers', () => {
    expect(names({ search: 'B1' })).toEqual(['b10'])
    expect(names({ search: ' invoices  node ' })).toEqual(['b9'])
    expect(names({ search: 'cron' })).toEqual(['z'])
    expect(names({ search: 'disabled' })).toEqual(['c'])
    expect(names({ search: 'nothing' })).toEqual([])
  })

  it('filters by state and runtime', () => {
    expect(names({ group: 'failing' })).toEqual(['z'])
    expect(names({ group: 'deploying', runtime: 'python' })).toEqual(['a'])
    expect(names({ group: 'failing', runtime: 'python' })).toEqual([])
  })

  it('leaves what it was given as it was', () => {
    names({ sort: { column: 'name', descending: true } })
    expect(rows.map(({ name }) => name)).toEqual(['b10', 'b9', 'a', 'z', 'c'])
  })

  it('handles 10,000 rows', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      row(`fn-${index}`, index % 7 ? 'ready' : 'error'),
    )
    expect(arrangeRows(many, { ...all, search: 'fn-99', group: 'failing' })[0]?.name).toBe('fn-994')
  })
})

describe('occurring', () => {
  it('counts what there is', () => {
    expect(occurring(rows)).toEqual({
      groups: [
        { group: 'failing', count: 1 },
        { group: 'deploying', count: 1 },
        { group: 'ready', count: 2 },
        { group: 'disabled', count: 1 },
      ],
      runtimes: [
        { family: 'nodejs', count: 4 },
        { family: 'python', count: 1 },
      ],
    })
  })
})

describe('in the address', () => {
  it('reads what it writes and falls back', () => {
    expect(readSort(writeSort({ column: 'changed', descending: true }))).toEqual({
      column: 'changed',
      descending: true,
    })
    expect(readSort('nonsense')).toEqual({ column: 'state', descending: false })
    expect(readGroup('failing')).toBe('failing')
    expect(readGroup('nonsense')).toBe('')
  })
})
