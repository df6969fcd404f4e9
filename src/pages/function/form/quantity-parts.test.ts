import { describe, expect, it } from 'vitest'
import { quantityOf, quantityParts } from './quantity-parts'

describe('the parts of a quantity', () => {
  it.each([
    ['500m', '500', 'm'],
    ['0.5', '0.5', ''],
    ['128Mi', '128', 'Mi'],
    ['12.', '12.', ''],
    ['1G', '1', 'G'],
    ['1e3', '1e3', ''],
    ['1E', '1', 'E'],
    ['1E3', '1E3', ''],
    ['abc', 'abc', ''],
    ['some', 'some', ''],
    ['12 Mi', '12 ', 'Mi'],
    ['', '', ''],
    ['$ref:/x', '$ref:/x', ''],
  ])('of %j are %j and %j', (text, amount, unit) => {
    expect(quantityParts(text)).toEqual({ amount, unit })
    expect(amount + unit).toBe(text)
  })

  it('are joined, and a typed unit goes before the chosen one', () => {
    expect(quantityOf('250', 'm')).toBe('250m')
    expect(quantityOf('0.5', '')).toBe('0.5')
    expect(quantityOf('2Gi', 'Mi')).toBe('2Gi')
    expect(quantityOf('1e3', 'Mi')).toBe('1e3')
    expect(quantityOf('abc', 'Mi')).toBe('abc')
    expect(quantityOf('  ', 'Mi')).toBeUndefined()
  })
})
