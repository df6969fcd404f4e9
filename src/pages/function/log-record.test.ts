import { expect, it } from 'vitest'
import type { LogRecord } from '@/api/generated/schema'
import { clockTime, shownRecord, timeOfDay } from './log-record'

it('shows message and fields, without what says nothing', () => {
  const record: LogRecord = {
    level: 'info',
    time: 5.25,
    name: 'deployer',
    message: '\u001b[34mBuilding\u001b[0m image',
    requestID: 'x/1',
    image: 'nuclio/echo:latest',
    ports: [1, 2],
    empty: '',
    versionInfo: 'Label: 1',
  }
  expect(shownRecord(record)).toEqual({
    time: 5.25,
    level: 'info',
    message: 'Building image',
    fields: [
      ['image', 'nuclio/echo:latest'],
      ['ports', '[1,2]'],
    ],
  })
})

it('cuts long values and covers secrets', () => {
  const record: LogRecord = {
    level: 'warn',
    time: 1,
    name: 'd',
    message: 'login with hunter22',
    env: `${'x'.repeat(900)}`,
  }
  const shown = shownRecord(record, ['hunter22'])
  expect(shown.message).not.toContain('hunter22')
  expect(shown.fields[0]?.[1]).toHaveLength(301)
})

it('says the time of day', () => {
  expect(timeOfDay(new Date(2026, 1, 3, 4, 5, 6, 7).getTime())).toBe('04:05:06.007')
  expect(timeOfDay(Number.NaN)).toBe('')
})

it('keeps what stands before a line', () => {
  expect(shownRecord({ level: 'info', time: 1, message: '    ^' }).message).toBe('    ^')
})

it('says the time of today alone, and the day of another', () => {
  const now = new Date(2026, 1, 3, 20, 0).getTime()
  expect(clockTime(new Date(2026, 1, 3, 14, 2).getTime(), now)).toBe('14:02')
  expect(clockTime(new Date(2026, 1, 1, 14, 2).getTime(), now)).toMatch(/.+, 14:02$/)
})
