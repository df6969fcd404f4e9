import { describe, expect, it } from 'vitest'
import { Random } from '@/domain/merge/testing-model'
import { offRowsOf, queryRows, queryTable, withQueryRows, type QueryRow } from './query-table'

const pairs = (path: string) => queryRows(path).map(({ name, value }) => [name, value])
const edited = (path: string, at: number, change: Partial<QueryRow>) =>
  withQueryRows(
    path,
    queryRows(path).map((row, index) => (index === at ? { ...row, ...change } : row)),
  )

describe('queryRows', () => {
  it.each([
    ['/a', []],
    ['/a?', []],
    ['/a?&&', []],
    [
      '/a?x=1&x=2&y',
      [
        ['x', '1'],
        ['x', '2'],
        ['y', ''],
      ],
    ],
    [
      '?a+b=c%20d&%C3%A9=%F0%9F%98%80',
      [
        ['a b', 'c d'],
        ['é', '😀'],
      ],
    ],
    ['/a?x=a=b?c#d?e=f', [['x', 'a=b?c']]],
    [
      '/a?x=100%&y=%zz&z=%FF',
      [
        ['x', '100%'],
        ['y', '%zz'],
        ['z', '%FF'],
      ],
    ],
    ['/#?a=b', []],
    [
      '?=v&=',
      [
        ['', 'v'],
        ['', ''],
      ],
    ],
  ])('%s', (path, rows) => expect(pairs(path)).toEqual(rows))

  it('keeps ids and places of rows over edits of the path', () => {
    const [a, b, c] = queryRows('?a=1&b=2&c=3')
    if (!a || !b || !c) throw new Error('three rows')
    const before: QueryRow[] = [a, { ...b, isOff: true }, c, { id: 9, name: '', value: '' }]
    const ids = (path: string) => queryRows(path, before).map(({ id }) => id)
    expect(ids('?a=1&c=3')).toEqual([1, 2, 3, 9])
    expect(ids('?a=1&c=34')).toEqual([1, 2, 3, 9])
    expect(ids('?a=1&n&c=3')).toEqual([1, 2, 10, 3, 9])
    expect(ids('?c=3')).toEqual([2, 3, 9])
    expect(ids('')).toEqual([2, 9])
  })
})

describe('withQueryRows', () => {
  it('spells anew only what was edited', () => {
    expect(edited('/a?x=%7e+%2f&&y=a b#f', 1, { value: 'c d' })).toBe('/a?x=%7e+%2f&&y=c%20d#f')
    expect(edited('/a?x=%7e+%2f&y', 0, { value: '~ /é&' })).toBe('/a?x=%7e+%2f%C3%A9%26&y')
    expect(edited('/a?x+y=%41', 0, { name: 'x y+' })).toBe('/a?x+y%2B=%41')
    expect(edited('/a?x=100%', 0, { value: '100%41' })).toBe('/a?x=100%2541')
    expect(edited('/a?x=%FFa', 0, { value: '%FFab' })).toBe('/a?x=%FFab')
    expect(edited('?a', 0, { value: '1' })).toBe('?a=1')
    expect(edited('?a=1', 0, { value: '' })).toBe('?a=')
    expect(edited('?a&b', 0, { name: 'c' })).toBe('?c&b')
  })

  it('leaves out rows that are off or blank, and brings them back as they were', () => {
    const path = '/a?x=%7e&y=1'
    const rows = queryRows(path)
    const off = rows.map((row) => ({ ...row, isOff: true }))
    expect(withQueryRows(path, off)).toBe('/a')
    expect(
      withQueryRows(
        '/a',
        queryRows('/a', off).map((row) => ({ ...row, isOff: false })),
      ),
    ).toBe(path)
    expect(withQueryRows('/a', [{ id: 1, name: '', value: '' }])).toBe('/a')
    expect(withQueryRows('/a#f', [{ id: 1, name: 'a b', value: 'c=d&/?' }])).toBe('/a?a%20b=c%3Dd%26/?#f')
    expect(withQueryRows('/a?x', [])).toBe('/a')
  })

  it('returns every path as it was, and what was put into a row', () => {
    const signs = [...'ab=&?#+%/é ;~', '%41', '%C3%A9', '%C3', '%', '&&', '😀', '\ud800']
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const random = new Random(seed)
      const text = (most: number) =>
        Array.from({ length: random.below(most) }, () => signs[random.below(signs.length)]).join('')
      const path = `/${text(4)}?${text(14)}`
      const rows = queryRows(path)
      expect(withQueryRows(path, rows), `seed ${seed}`).toBe(path)
      if (rows.length === 0) continue
      const at = random.below(rows.length)
      const value = text(6).replaceAll('\ud800', '') || 'x'
      const after = queryRows(
        withQueryRows(
          path,
          rows.map((row, index) => (index === at ? { ...row, value } : row)),
        ),
        rows,
      )
      const plain = (all: QueryRow[]) => all.map((row) => [row.id, row.name, row.value])
      const wanted = rows.map((row, index) => [row.id, row.name, index === at ? value : row.value])
      expect(plain(after), `seed ${seed} ${path} ${value}`).toEqual(wanted)
    }
  })
})

describe('queryTable', () => {
  it('keeps what is switched off in its place, in the page and over a reload', () => {
    const before = queryTable({ path: '/x?a=%31&b=2&c=3' })
    const rows = before.map((row, index) => (index === 1 ? { ...row, isOff: true } : row))
    const path = withQueryRows('/x?a=%31&b=2&c=3', rows)
    const offQuery = offRowsOf(rows)
    expect(path).toBe('/x?a=%31&c=3')
    expect(offQuery).toEqual([{ id: 2, name: 'b', value: '2', isOff: true, after: 1 }])
    expect(queryTable({ path, offQuery }, rows)).toEqual(rows)
    const reloaded = queryTable({ path, offQuery })
    expect(reloaded.map(({ name, isOff }) => [name, isOff === true])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ])
    expect(new Set(reloaded.map(({ id }) => id)).size).toBe(3)
    const on = reloaded.map((row) => (row.isOff ? { ...row, isOff: undefined } : row))
    expect(withQueryRows(path, on)).toBe('/x?a=%31&b=2&c=3')
    expect(queryTable({ path: '/x', offQuery }).map(({ name }) => name)).toEqual(['b'])
  })

  it('forgets rows of another request, and no row that is not yet filled in', () => {
    const blank = { id: 7, name: '', value: '' }
    const before: QueryRow[] = [{ id: 3, name: 'off', value: '1', isOff: true }, blank]
    expect(queryTable({ path: '?x=1' }, [blank])).toEqual([
      blank,
      { id: 8, name: 'x', value: '1', spelling: 'x=1' },
    ])
    expect(queryTable({ path: '?x=1' }, before).map(({ name }) => name)).toEqual(['x'])
    expect(offRowsOf(before)).toEqual([{ id: 3, name: 'off', value: '1', isOff: true, after: 0 }])
  })
})
