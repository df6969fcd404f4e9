import { describe, expect, it } from 'vitest'
import { bestMatches } from './match'

const names = ['reorders', 'orders-in', 'old-orders', 'o-r-d-e-r', 'orders', 'nightly']
const find = (query: string, limit = 10) => bestMatches(names, query, (name) => name, limit)

describe('bestMatches', () => {
  it('gives everything in its own order for nothing typed', () => {
    expect(find(' ').shown).toEqual(names)
  })

  it('puts the whole, the beginning, a word, a middle and scattered letters in this order', () => {
    expect(find('orders').shown).toEqual(['orders', 'orders-in', 'old-orders', 'reorders'])
    expect(find('order').shown.at(-1)).toBe('o-r-d-e-r')
  })

  it('does not care about case', () => {
    expect(find('NIGHT').shown).toEqual(['nightly'])
  })

  it('limits what it gives and counts all', () => {
    expect(find('o', 2)).toMatchObject({ shown: ['orders-in', 'old-orders'], total: 5 })
  })
})
