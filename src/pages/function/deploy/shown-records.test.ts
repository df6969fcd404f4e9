import { expect, it } from 'vitest'
import type { LogRecord } from '@/api/generated/schema'
import { matchingRecords, recordLine } from './shown-records'

const record = (level: string, message: string, more = {}) =>
  ({ level, message, time: 0, name: 'd', ...more }) as LogRecord
const records = [
  record('info', 'Building'),
  record('warning', 'old package', { package: 'left-pad' }),
  record('error', 'no token', { token: 'sesame-seed' }),
  record('debug', 'detail'),
]
const messages = (...args: Parameters<typeof matchingRecords>) =>
  matchingRecords(...args).map(({ message }) => message)

it('keeps a level and what is graver', () => {
  expect(matchingRecords(records, 'debug', '')).toBe(records)
  expect(messages(records, 'info', '')).toEqual(['Building', 'old package', 'no token'])
  expect(messages(records, 'error', '')).toEqual(['no token'])
})

it('finds words in messages and fields, and no secret', () => {
  expect(messages(records, 'debug', 'LEFT')).toEqual(['old package'])
  expect(messages(records, 'debug', 'sesame', ['sesame-seed'])).toEqual([])
  expect(recordLine(records[2] ?? record('', ''), ['sesame-seed'])).not.toContain('sesame')
})
