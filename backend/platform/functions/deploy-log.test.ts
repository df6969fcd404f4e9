import { describe, expect, it } from 'vitest'
import type { LogRecord } from '@/api/generated/schema'
import { deployLog } from './deploy-log'

describe('deployLog', () => {
  it('writes records of the usual shape that say their stage', () => {
    const records: LogRecord[] = []
    deployLog(records).write('build', 'info', 'Building', { runtime: 'shell' })
    expect(records).toEqual([
      {
        level: 'info',
        name: 'deployer',
        message: 'Building',
        time: expect.any(Number),
        stage: 'build',
        runtime: 'shell',
      },
    ])
  })

  it('keeps begin and end of a long build, and says how much is missing', () => {
    const records: LogRecord[] = []
    const log = deployLog(records)
    for (let i = 0; i < 5000; i += 1) log.write('build', 'debug', `line ${i}`)
    expect(records).toHaveLength(1000)
    expect(records[0]?.message).toBe('line 0')
    expect(records[400]?.message).toBe('(4001 records left out)')
    expect(records[401]?.message).toBe('line 4401')
    expect(records.at(-1)?.message).toBe('line 4999')
  })
})
