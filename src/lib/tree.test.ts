import { describe, expect, it } from 'vitest'
import { differences, emptiedPath, isWithin, sameValue, setAt, valueAt } from './tree'

describe('a JSON tree', () => {
  const tree = { a: { list: [{ name: 'x' }, { name: 'y' }], n: 1 } }

  it('is read by path, through lists too', () => {
    expect(valueAt(tree, ['a', 'list', '1', 'name'])).toBe('y')
    expect(valueAt(tree, ['a', 'none', 'b'])).toBeUndefined()
    expect(valueAt(tree, ['toString'])).toBeUndefined()
  })

  it('is changed by path without touching what it was', () => {
    const next = setAt(tree, ['a', 'list', '0', 'name'], 'z')
    expect(next.a.list).toEqual([{ name: 'z' }, { name: 'y' }])
    expect(tree.a.list[0]).toEqual({ name: 'x' })
    expect(next.a.list[1]).toBe(tree.a.list[1])
  })

  it('loses a key, or an item of a list, with undefined', () => {
    expect(setAt(tree, ['a', 'list', '0'], undefined).a.list).toEqual([{ name: 'y' }])
    expect(setAt(tree, ['a', 'n'], undefined).a).not.toHaveProperty('n')
  })

  it('grows the objects on the way', () => {
    expect(setAt({}, ['spec', 'env', 'A'], '1')).toEqual({ spec: { env: { A: '1' } } })
  })

  it('says where two trees differ, lists as wholes', () => {
    expect(differences(tree, setAt(tree, ['a', 'list', '0', 'name'], 'z'))).toEqual([
      { path: ['a', 'list'], from: tree.a.list, to: [{ name: 'z' }, { name: 'y' }] },
    ])
    expect(sameValue({ a: undefined }, {})).toBe(true)
    expect(isWithin(['a', 'b'], ['a'])).toBe(true)
    expect(isWithin(['ab'], ['a'])).toBe(false)
  })

  it('is rid of what an edit made and left empty, and of nothing else', () => {
    const edited = { a: { made: { inner: { x: 1 } }, was: { y: 2 } }, list: [{ z: 3 }] }
    const before = { a: { was: {} }, list: [] }
    expect(emptiedPath(edited, ['a', 'made', 'inner', 'x'], before)).toEqual(['a', 'made'])
    expect(emptiedPath(edited, ['a', 'was', 'y'], before)).toEqual(['a', 'was', 'y'])
    expect(emptiedPath(edited, ['list', '0', 'z'], before)).toEqual(['list', '0', 'z'])
    expect(emptiedPath({ n: 1 }, ['n'], {})).toEqual(['n'])
  })
})
