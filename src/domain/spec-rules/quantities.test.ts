import { describe, expect, it } from 'vitest'
import { canonicalQuantity, compareQuantities, parseQuantity, quantityProblem } from './quantities'

describe('canonicalQuantity', () => {
  it.each([
    ['0.5', '500m'],
    [2, '2'],
    ['1000m', '1'],
    ['250m', '250m'],
    ['1024Mi', '1Gi'],
    ['65536Ki', '64Mi'],
    ['1500M', '1500M'],
    ['1e3', '1k'],
    ['none', 'none'],
  ])('writes %s as %s', (given, canonical) => {
    expect(canonicalQuantity(given)).toBe(canonical)
  })
})

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['64Mi', 64 * 1024 ** 2],
    ['-1k', -1000],
    ['1e3', 1000],
    [2, 2],
    ['lots', undefined],
    ['', undefined],
  ])('reads %j', (given, amount) => {
    expect(parseQuantity(given)).toBe(amount)
  })
})

describe('compareQuantities', () => {
  it('goes by amount, whatever the unit', () => {
    expect(compareQuantities('1024Mi', '1Gi')).toBe(0)
    expect(compareQuantities('500m', 1)).toBeLessThan(0)
    expect(compareQuantities('1G', '1Gi')).toBeLessThan(0)
    expect(compareQuantities('x', 1)).toBeUndefined()
  })
})

describe('quantityProblem', () => {
  it.each(['250m', '1.5', '64Mi', '1e3', '1E', '1E-2', '-.5', '+1.', '0', ' 1Gi ', '007', '3n', '3u'])(
    'takes %j',
    (given) => expect(quantityProblem(given)).toBeUndefined(),
  )

  it.each(['1i', '64mi', '1GG', '1e', '-3.01e-', '5m5', '1+1'])('has no unit for %j', (given) => {
    expect(quantityProblem(given)).toBe("unable to parse quantity's suffix")
  })

  it.each(['', ' ', 'lots', '64 MB', '64MB', '1.1.M', '0x1', '1,5'])('cannot read %j', (given) => {
    expect(quantityProblem(given)).toMatch(/^quantities must match the regular expression/)
  })
})
