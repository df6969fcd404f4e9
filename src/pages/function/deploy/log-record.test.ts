import { expect, it } from 'vitest'
import type { LogRecord } from '@/api/generated/schema'
import { shownRecord } from './log-record'

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
    apiKey: 'abc',
    tokens: 12,
  }
  const shown = shownRecord(record, ['hunter22'])
  expect(shown.message).not.toContain('hunter22')
  expect(shown.fields[0]?.[1]).toHaveLength(301)
  expect(shown.fields.slice(1)).toEqual([
    ['apiKey', '••••'],
    ['tokens', '12'],
  ])
})

it('keeps what stands before a line', () => {
  expect(shownRecord({ level: 'info', time: 1, message: '    ^' }).message).toBe('    ^')
})
