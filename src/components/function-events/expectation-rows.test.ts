import { describe, expect, it } from 'vitest'
import type { Expectation } from '@/domain/events/expectation'
import { expectationOf, rowOf, rowProblem } from './expectation-rows'

const all: Expectation[] = [
  { on: 'status', test: 'equals', value: 201 },
  { on: 'status', test: 'oneOf', value: [200, 204] },
  { on: 'status', test: 'class', value: '2xx' },
  { on: 'header', name: 'X-A', test: 'equals', value: 'b' },
  { on: 'header', name: 'X-A', test: 'matches', value: '^b' },
  { on: 'header', name: 'X-A', test: 'exists' },
  { on: 'json', path: '$.a[0]', test: 'equals', value: { b: [1, null] } },
  { on: 'json', path: '$.a', test: 'matches', value: 'x+' },
  { on: 'json', path: '$.a', test: 'exists' },
  { on: 'json', path: '$.a', test: 'absent' },
  { on: 'body', test: 'equals', value: 'as it is\n' },
  { on: 'time', test: 'below', value: 250 },
  { on: 'unknown', raw: { on: 'weather', test: 'sunny' } },
]

describe('rows of expectations', () => {
  it('are what they were made of while nothing is typed, keys of others included', () => {
    for (const one of all) {
      const row = rowOf(one, 1)
      expect(rowProblem(row)).toBeUndefined()
      expect(expectationOf(row)).toEqual(one)
    }
    const noted = { on: 'status', test: 'equals', value: 200, note: 'since May' } as Expectation
    expect(expectationOf({ ...rowOf(noted, 1), value: '201' })).toEqual({ ...noted, value: 201 })
    expect(expectationOf({ ...rowOf(noted, 1), kind: 'body equals', value: 'x' })).toEqual({
      on: 'body',
      test: 'equals',
      value: 'x',
      note: 'since May',
    })
  })

  it('say what is wrong with what was typed', () => {
    const typed = (kind: string, value: string, place = '') => rowProblem({ id: 1, kind, place, value })
    expect(typed('status equals', 'fine')).toMatchObject({ at: 'value' })
    expect(typed('status oneOf', '200,')).toMatchObject({ at: 'value' })
    expect(typed('header exists', '')).toMatchObject({ at: 'place' })
    expect(typed('json equals', '1', 'a.b')).toMatchObject({ at: 'place' })
    expect(typed('json equals', 'text', '$.a')).toMatchObject({ at: 'value' })
    expect(typed('json matches', '(', '$.a')).toMatchObject({ at: 'value' })
    expect(typed('time below', '0')).toMatchObject({ at: 'value' })
    expect(typed('body equals', '')).toBeUndefined()
  })
})
