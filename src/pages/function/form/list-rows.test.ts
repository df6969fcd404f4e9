import { describe, expect, it } from 'vitest'
import {
  isListOfObjects,
  listIndex,
  listOfRows,
  rowsOfList,
  withItems,
  withRow,
  withRowMoved,
} from './list-rows'

interface Item {
  name: string
}

const isBlank = ({ name }: Item) => name === ''

describe('the lines of a list', () => {
  it('give back the list that they were made of', () => {
    const list = [{ name: 'a', other: 1 }, { name: 'b' }]
    expect(listOfRows(rowsOfList<Item>(list), isBlank)).toEqual(list)
    expect(listOfRows(rowsOfList<Item>(undefined), isBlank)).toBeUndefined()
  })

  it('keep blank ones out of the list', () => {
    const rows = withRow(withRow(rowsOfList<Item>([{ name: 'a' }]), { name: '' }), { name: 'b' })
    expect(rows.map(({ id }) => id)).toEqual([0, 1, 2])
    expect(listOfRows(rows, isBlank)).toEqual([{ name: 'a' }, { name: 'b' }])
    expect(rows.map((row) => listIndex(rows, row, isBlank))).toEqual([0, undefined, 1])
  })

  it('move up and down, and stay at the ends', () => {
    const rows = rowsOfList<Item>([{ name: 'a' }, { name: 'b' }])
    const names = (moved: typeof rows) => moved.map(({ item }) => item.name).join('')
    expect(names(withRowMoved(rows, 1, -1))).toBe('ba')
    expect(names(withRowMoved(rows, 0, 1))).toBe('ba')
    expect(names(withRowMoved(rows, 0, -1))).toBe('ab')
    expect(names(withRowMoved(rows, 1, 1))).toBe('ab')
  })

  it('stay themselves when one is put between them, or several are changed', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }]
    const rows = rowsOfList<Item>([a, b])
    expect(withItems(rows, [a, { name: 'new' }, b]).map(({ id }) => id)).toEqual([0, 2, 1])
    expect(withItems(rows, [b])).toEqual([{ id: 1, item: b }])
    expect(withItems(rows, [{ name: 'c' }, { name: 'd' }]).map(({ id }) => id)).toEqual([0, 1])
  })

  it('are only made of objects', () => {
    expect(isListOfObjects([{ name: 'a' }])).toBe(true)
    expect(isListOfObjects(null)).toBe(true)
    expect(isListOfObjects(['a'])).toBe(false)
    expect(isListOfObjects({ 0: {} })).toBe(false)
  })
})
