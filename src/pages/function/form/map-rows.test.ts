import { describe, expect, it } from 'vitest'
import { mapOf, rowProblem, rowsOf } from './map-rows'

describe('the lines of a map', () => {
  it('give back the map that they were made of', () => {
    const map = { a: '1', 'example.com/b': '' }
    expect(mapOf(rowsOf(map))).toEqual(map)
    expect(mapOf(rowsOf(undefined))).toBeUndefined()
  })

  it('keep a line without a key out of the map, and the first of two with one key in it', () => {
    const rows = [
      { id: 1, key: 'a', value: '1' },
      { id: 2, key: 'a', value: '2' },
      { id: 3, key: '', value: '3' },
    ]
    expect(mapOf(rows)).toEqual({ a: '1' })
    expect(rows.map((row) => rowProblem(row, rows))).toEqual([
      undefined,
      '“a” stands here twice; only the first counts',
      'Enter a key',
    ])
  })
})
