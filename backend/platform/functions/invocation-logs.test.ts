import { describe, expect, it } from 'vitest'
import type { LogRecord } from '@/api/generated/schema'
import { invocationLogsHeader } from './invocation-logs'

const record = (level: LogRecord['level'], message: string): LogRecord => ({
  level,
  message,
  name: 'web',
  time: 1.5,
})

describe('invocationLogsHeader', () => {
  it('holds the records from the level on, and everything for what is no level', () => {
    const records = [record('debug', 'a'), record('warn', 'b')]
    expect(invocationLogsHeader(records, 'info')).toBe(
      '[{"level":"warn","time":1.5,"name":"web","message":"b"}]',
    )
    for (const level of ['', 'none', 'debug']) {
      expect(JSON.parse(invocationLogsHeader(records, level) ?? '')).toHaveLength(2)
    }
    expect(invocationLogsHeader([], 'debug')).toBe('[]')
  })

  it('is ASCII, and left out from 4096 bytes on', () => {
    const header = invocationLogsHeader([record('info', 'grün 🌱')], '')
    expect(header).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.parse(header ?? '')).toMatchObject([{ message: 'grün 🌱' }])
    expect(invocationLogsHeader([record('info', 'x'.repeat(4096))], '')).toBeUndefined()
  })
})
