import { describe, expect, it } from 'vitest'
import { readLogRows } from '@/domain/logs/log-rows'
import { countsByLevel, entriesOfRecords, entriesOfRows, matchingEntries } from './log-entries'

const trace = [
  'Traceback (most recent call last):',
  '  File "main.py", line 3, in handler',
  '    raise ValueError("token=hunter22secret")',
  'ValueError: nothing in the till',
]
const rows = readLogRows(
  [
    '26.03.01 09:00:00.010 (D)            processor.http looking {"worker_id": "0"}',
    '26.03.01 09:00:00.020 (I)            processor.http found {"rows": 3, "till": {"id": 7}, "password": "hunter22"}',
    'printed by itself',
    ...trace,
    '26.03.01 09:00:00.030 (E)            processor.http broken {"traceback": "a\\n  File \\"main.py\\", line 3\\nKeyError: 4"}',
    '',
  ].join('\n'),
)
const entries = entriesOfRows(rows, ['hunter22secret'])
const messages = (some: readonly { listed: { message: string } }[]) =>
  some.map(({ listed }) => listed.message)

describe('entries of a log', () => {
  it('have one line each, a traceback too', () => {
    expect(messages(entries)).toEqual([
      'looking',
      'found',
      'printed by itself',
      'Traceback (most recent call last): … ValueError: nothing in the till (4 lines)',
      'broken',
    ])
    expect(entries.map(({ listed }) => listed.level)).toEqual(['debug', 'info', '', 'error', 'error'])
  })

  it('show fields, and all of them on request', () => {
    expect(entries[0]?.listed.more).toBeUndefined()
    expect(entries[1]?.listed.fields).toContainEqual(['till', '{"id":7}'])
    expect(entries[1]?.listed.more).toContain('"till": {\n    "id": 7\n  }')
    expect(entries[1]?.listed.more).toContain('"time": "2026-03-01T09:00:00.020Z"')
    expect(entries[4]?.listed.fields).toEqual([['traceback', 'KeyError: 4']])
    expect(entries[4]?.listed.more).toContain('traceback:\na\n  File "main.py", line 3\nKeyError: 4')
    expect(entries[3]?.listed.more).toContain('line 3, in handler')
  })

  it('never show secrets', () => {
    const all = JSON.stringify(entries)
    expect(all).not.toContain('hunter22')
  })

  it('are filtered by level and words, and counted', () => {
    expect(countsByLevel(entries)).toEqual({ debug: 5, info: 4, warn: 2, error: 2 })
    expect(messages(matchingEntries(entries, 'error', ''))).toHaveLength(2)
    expect(messages(matchingEntries(entries, 'debug', 'line 3, IN'))).toEqual([
      'Traceback (most recent call last): … ValueError: nothing in the till (4 lines)',
    ])
    expect(matchingEntries(entries, 'warn', 'looking')).toEqual([])
  })

  it('are made of the records of an answer as well', () => {
    const [one] = entriesOfRecords([{ level: 'warn', time: 1000, message: 'slow', took: 3 }], [])
    expect(one).toMatchObject({ gravity: 2, listed: { message: 'slow', fields: [['took', '3']] } })
  })
})
