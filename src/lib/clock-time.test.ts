import { expect, it } from 'vitest'
import { clockTime, timeOfDay } from './clock-time'

it('says the time of day', () => {
  expect(timeOfDay(new Date(2026, 1, 3, 4, 5, 6, 7).getTime())).toBe('04:05:06.007')
  expect(timeOfDay(Number.NaN)).toBe('')
})

it('says the time of today alone, and the day of another', () => {
  const now = new Date(2026, 1, 3, 20, 0).getTime()
  expect(clockTime(new Date(2026, 1, 3, 14, 2).getTime(), now)).toBe('14:02')
  expect(clockTime(new Date(2026, 1, 1, 14, 2).getTime(), now)).toMatch(/.+, 14:02$/)
})
