import { describe, expect, it } from 'vitest'
import type { LogRecord } from '@/api/generated/schema'
import { invocationLogs } from './invocation-logs'

const record = (level: LogRecord['level'], message: string): LogRecord => ({
  level,
  message,
  name: 'web',
  time: 1.5,
})

function headerOf(records: LogRecord[], level: string | undefined): string | undefined {
  const logs = invocationLogs(level)
  for (const one of records) logs.add(one)
  return logs.header()
}

describe('invocationLogs', () => {
  it('holds the records from the level on, and everything for what is no level', () => {
    const records = [record('debug', 'a'), record('warn', 'b')]
    expect(headerOf(records, 'info')).toBe('[{"level":"warn","time":1.5,"name":"web","message":"b"}]')
    for (const level of ['', 'none', 'debug']) {
      expect(JSON.parse(headerOf(records, level) ?? '')).toHaveLength(2)
    }
    expect(headerOf([], 'debug')).toBe('[]')
  })

  it('is none when no level was asked for', () => {
    expect(headerOf([record('error', 'a')], undefined)).toBeUndefined()
  })

  it('is ASCII, and left out from 4096 bytes on', () => {
    const header = headerOf([record('info', 'grün 🌱')], '')
    expect(header).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.parse(header ?? '')).toMatchObject([{ message: 'grün 🌱' }])
    const empty = headerOf([record('info', '')], '')?.length ?? 0
    expect(headerOf([record('info', 'x'.repeat(4095 - empty))], '')).toHaveLength(4095)
    expect(headerOf([record('info', 'x'.repeat(4096 - empty))], '')).toBeUndefined()
    expect(headerOf([record('info', 'x'.repeat(4096)), record('info', 'short')], '')).toBeUndefined()
  })

  it('counts only what the level shows', () => {
    const records = [...Array.from({ length: 200 }, () => record('debug', 'noise')), record('error', 'b')]
    expect(JSON.parse(headerOf(records, 'error') ?? '')).toHaveLength(1)
    expect(headerOf(records, 'debug')).toBeUndefined()
  })
})
