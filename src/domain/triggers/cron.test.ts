import { describe, expect, it } from 'vitest'
import { nextRuns } from './cron-runs'
import { cronSchedule, readInterval, readSchedule, scheduleProblem } from './cron-schedule'
import { durationWords, scheduleWords } from './cron-words'

const monday = new Date('2026-11-23T10:02:30.500Z')
const runs = (schedule: string, count = 2) =>
  nextRuns(readSchedule(schedule), monday, count).map((run) => run.toISOString().slice(0, 19))

describe('a schedule', () => {
  it.each([
    ['*/5 * * * *', ['2026-11-23T10:05:00', '2026-11-23T10:10:00']],
    ['*/20 * * * * *', ['2026-11-23T10:02:40', '2026-11-23T10:03:00']],
    ['30 2 * * *', ['2026-11-24T02:30:00', '2026-11-25T02:30:00']],
    ['0 9 * * MON-FRI', ['2026-11-24T09:00:00', '2026-11-25T09:00:00']],
    ['5/15 * * * *', ['2026-11-23T10:05:00', '2026-11-23T10:20:00']],
    ['0 0 1 jan ?', ['2027-01-01T00:00:00', '2028-01-01T00:00:00']],
    ['0 0 29 2 *', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
    ['@daily', ['2026-11-24T00:00:00', '2026-11-25T00:00:00']],
    ['@hourly', ['2026-11-23T11:00:00', '2026-11-23T12:00:00']],
    ['@weekly', ['2026-11-29T00:00:00', '2026-12-06T00:00:00']],
    ['@every 90s', ['2026-11-23T10:04:00', '2026-11-23T10:05:30']],
    ['TZ=Asia/Tokyo 0 9 * * *', ['2026-11-24T00:00:00', '2026-11-25T00:00:00']],
  ])('%s runs when the server runs it', (schedule, expected) => {
    expect(runs(schedule)).toEqual(expected)
  })

  it('with a day of the month and a weekday runs on either', () => {
    expect(runs('0 0 13 * FRI', 3)).toEqual([
      '2026-11-27T00:00:00',
      '2026-12-04T00:00:00',
      '2026-12-11T00:00:00',
    ])
    expect(runs('0 0 25 * THU', 2)).toEqual(['2026-11-25T00:00:00', '2026-11-26T00:00:00'])
  })

  it('that never comes has no runs', () => {
    expect(runs('0 0 31 2 *')).toEqual([])
  })

  it.each([
    ['', 'here are 0'],
    ['* * * *', 'here are 4'],
    ['* * * * * * *', 'here are 7'],
    ['61 * * * *', 'The minute cannot be “61”: it is out of range (0 to 59)'],
    ['* 24 * * *', 'The hour cannot be “24”'],
    ['* * 0 * *', 'The day of the month cannot be “0”'],
    ['* * * * 7', 'The day of the week cannot be “7”'],
    ['* * L * *', '“L” is no number'],
    ['*/0 * * * *', 'a step is at least 1'],
    ['30-10 * * * *', 'its beginning is after its end'],
    ['1-2-3 * * * *', 'more than one “-”'],
    ['*-5 * * * *', 'a range has two numbers'],
    ['1/2/3 * * * *', 'more than one “/”'],
    ['@fortnightly', '“@fortnightly” is none of'],
    ['@every soon', '“soon” is no duration'],
    ['TZ=Mars/Base 0 9 * * *', '“Mars/Base” is no time zone'],
    [', * * * *', 'The minute is empty'],
  ])('%j is refused with the reason', (schedule, reason) => {
    expect(scheduleProblem(() => readSchedule(schedule))).toContain(reason)
  })

  it.each([
    ['*/5 * * * *', 'every 5 minutes'],
    ['*/10 * * * * *', 'every 10 seconds'],
    ['0 30 2 * * *', 'at 02:30'],
    ['0 9 * * 1-5', 'at 09:00, Monday through Friday'],
    ['@every 1h30m', 'every 1 h 30 min'],
    ['@midnight', 'at 00:00'],
    ['TZ=Asia/Tokyo 0 9 * * *', 'at 09:00 (Asia/Tokyo)'],
  ])('%s is “%s” in words', (schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words)
  })
})

describe('a cron trigger', () => {
  it('runs by its interval when it has both', () => {
    expect(cronSchedule({ interval: '1.5s', schedule: '@daily' })).toEqual({
      kind: 'interval',
      milliseconds: 1500,
    })
    expect(cronSchedule({ interval: '', schedule: '@daily' }).kind).toBe('calendar')
  })

  it('needs one of the two, and a duration longer than nothing', () => {
    expect(scheduleProblem(() => cronSchedule({}))).toContain('has neither')
    expect(scheduleProblem(() => cronSchedule(undefined))).toContain('has neither')
    expect(scheduleProblem(() => readInterval('0'))).toContain('at least 1ms')
    expect(scheduleProblem(() => readInterval('5 minutes'))).toContain('no duration')
    expect(scheduleProblem(() => readInterval('5m'))).toBeUndefined()
  })
})

it('durations are read with their units', () => {
  expect(['1h30m', '5m', '250ms', 'often'].map(durationWords)).toEqual([
    '1 h 30 min',
    '5 min',
    '250 ms',
    'often',
  ])
})
