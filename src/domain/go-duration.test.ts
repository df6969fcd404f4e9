import { describe, expect, it } from 'vitest'
import { durationMilliseconds } from './go-duration'

describe('durationMilliseconds', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['250ms', 250],
    ['2s', 2000],
    ['1.5s', 1500],
    ['.5s', 500],
    ['1.s', 1000],
    ['1m30s', 90_000],
    ['1h2m3s4ms', 3_723_004],
    ['500us', 0.5],
    ['500µs', 0.5],
    ['1000000ns', 1],
    ['100h', 360_000_000],
  ])('reads %s', (text, milliseconds) => {
    expect(durationMilliseconds(text)).toBeCloseTo(milliseconds, 9)
  })

  it.each([
    '',
    '30',
    '1',
    'abc',
    '-5s',
    '+5s',
    '5 s',
    ' 5s',
    '5s ',
    '5d',
    's',
    '.s',
    '1h-30m',
    '1e3s',
    '５s',
  ])('refuses "%s"', (text) => {
    expect(durationMilliseconds(text)).toBeUndefined()
  })
})
