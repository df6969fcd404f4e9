import { describe, expect, it } from 'vitest'
import { withoutNulls } from './without-nulls'

describe('withoutNulls', () => {
  it('takes keys away at any depth, and leaves items of lists', () => {
    const value = { a: null, b: { c: null, d: 0, g: undefined }, e: [{ f: null }, null, ''] }
    expect(withoutNulls(value)).toStrictEqual({ b: { d: 0 }, e: [{}, null, ''] })
  })

  it('is the very argument when nothing is null', () => {
    const value = { a: [{ b: 1 }], c: { d: '' } }
    expect(withoutNulls(value)).toBe(value)
    expect(withoutNulls(null)).toBeNull()
  })
})
