import { describe, expect, it } from 'vitest'
import type { FunctionEventSpec } from '@/api/generated/schema'
import { expectationsKey, expectationsOf, withExpectations, type Expectation } from './expectation'

const all: Expectation[] = [
  { on: 'status', test: 'equals', value: 200 },
  { on: 'status', test: 'oneOf', value: [200, 201] },
  { on: 'status', test: 'class', value: '2xx' },
  { on: 'header', name: 'a', test: 'equals', value: 'b' },
  { on: 'header', name: 'a', test: 'matches', value: '(' },
  { on: 'header', name: 'a', test: 'exists' },
  { on: 'json', path: '$.a', test: 'equals', value: null },
  { on: 'json', path: '$.a', test: 'matches', value: 'x' },
  { on: 'json', path: '$.a', test: 'exists' },
  { on: 'json', path: '$.a', test: 'absent' },
  { on: 'body', test: 'equals', value: '' },
  { on: 'time', test: 'below', value: 250 },
]
const stored = (value: unknown): FunctionEventSpec => ({
  attributes: { method: 'GET', [expectationsKey]: value },
})

describe('expectations of an event', () => {
  it('come back through JSON as they were put in', () => {
    const spec = withExpectations({ displayName: 'x', attributes: { headers: { a: 1 }, other: true } }, all)
    const read = JSON.parse(JSON.stringify(spec)) as FunctionEventSpec
    expect(expectationsOf(read)).toEqual(all)
    expect(read).toMatchObject({ displayName: 'x', attributes: { headers: { a: 1 }, other: true } })
  })

  it('are none where nothing is stored, and go without a trace', () => {
    expect(expectationsOf({})).toEqual([])
    expect(expectationsOf(stored(null))).toEqual([])
    expect(withExpectations(stored(all), [])).toEqual({ attributes: { method: 'GET' } })
    const spec = {}
    expect(withExpectations(spec, [])).toBe(spec)
  })

  it('keep what this page does not know', () => {
    const strange = [
      { on: 'size', test: 'below', value: 1 },
      { on: 'status', test: 'equals', value: 'two hundred' },
      { on: 'status', test: 'oneOf', value: [] },
      { on: 'status', test: 'class', value: '9xx' },
      { on: 'header', test: 'equals', value: 'x' },
      { on: 'json', path: '$', test: 'equals' },
      { on: 'constructor', test: '' },
      'text',
      null,
      7,
      [],
    ]
    const spec = stored([...strange, { on: 'time', test: 'below', value: 1, note: 'slow before' }])
    const read = expectationsOf(spec)
    expect(read.slice(0, -1)).toEqual(strange.map((raw) => ({ on: 'unknown', raw })))
    expect(withExpectations(spec, read)).toBe(spec)
    const more = withExpectations(spec, [...read, { on: 'status', test: 'equals', value: 200 }])
    expect(more.attributes?.[expectationsKey]).toEqual([
      ...strange,
      { on: 'time', test: 'below', value: 1, note: 'slow before' },
      { on: 'status', test: 'equals', value: 200 },
    ])
  })

  it('may be stored as anything', () => {
    for (const value of ['text', 7, { version: 2, items: [] }, true]) {
      const spec = stored(value)
      expect(expectationsOf(spec)).toEqual([{ on: 'unknown', raw: value }])
      expect(withExpectations(spec, expectationsOf(spec))).toBe(spec)
    }
    expect(expectationsOf(stored({ on: 'status', test: 'equals', value: 200 }))).toHaveLength(1)
  })
})
