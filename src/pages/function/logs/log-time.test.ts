import { describe, expect, it } from 'vitest'
import { shownTime, wholeTime } from './log-time'

describe('the time of a line', () => {
  const time = Date.UTC(2026, 10, 23, 18, 26, 5, 470)

  it('is shown in UTC, by this machine’s clock, or as how long ago', () => {
    expect(shownTime(time, 'utc', 0)).toBe('18:26:05.470')
    expect(shownTime(time, 'local', 0)).toMatch(/^\d\d:26:05\.470$/)
    const ago = [400, 12_000, 125_000, 3_720_000, 200_000_000]
    expect(ago.map((since) => shownTime(time, 'relative', time + since))).toEqual([
      'now',
      '12 s',
      '2 min 5 s',
      '1 h 2 min',
      '2 d 7 h',
    ])
  })

  it('is nothing for a line without one', () => {
    expect(shownTime(undefined, 'utc', 0)).toBe('')
    expect(shownTime(Number.NaN, 'local', 0)).toBe('')
    expect(wholeTime(undefined)).toBe('')
    expect(wholeTime(time)).toBe('2026-11-23T18:26:05.470Z')
  })
})
