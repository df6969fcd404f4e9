import { expect, it } from 'vitest'
import { countWords, drainShort, drainWords, rateWords, spanWords } from './words'

it('counts, rates and spans are short', () => {
  expect(countWords(41_208)).toBe('41,208')
  expect([undefined, 0, 0.44, 9.96, 1_900.4].map(rateWords)).toEqual(['–', '0/s', '0.4/s', '10/s', '1,900/s'])
  expect([0.2, 45, 60, 200, 640, 3_600, 7_500, 260_000].map(spanWords)).toEqual([
    '0 s',
    '45 s',
    '1 min',
    '3 min 20 s',
    '11 min',
    '1 h',
    '2 h 5 min',
    '3 d',
  ])
})

it('the end of a lag is told with how sure it is', () => {
  const now = new Date(2026, 10, 30, 14, 0).getTime()
  expect(drainShort({ kind: 'unknown' })).toBe('–')
  expect(drainWords({ kind: 'unknown' }, now, now)).toBe('not known yet')
  expect(drainWords({ kind: 'never' }, now, now)).toBe('never at this rate')
  expect(drainWords({ kind: 'caughtUp' }, now, now)).toBe('keeps up')
  expect(drainWords({ kind: 'in', seconds: 40, least: 39.8, most: 40.2 }, now, now)).toBe('in 40 s')
  expect(drainWords({ kind: 'in', seconds: 1_920, least: 1_800, most: 2_040 }, now, now)).toMatch(
    /^in 32 min ± 2 min, about 14:32$/,
  )
  expect(drainWords({ kind: 'in', seconds: 50, least: 20 }, now, now)).toBe('in 50 s, or much later')
})
