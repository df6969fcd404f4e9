import { describe, expect, it } from 'vitest'
import { deployMarks } from './deploy-marks'

const record = (time: number) => ({ level: 'info' as const, time, message: 'step' })

describe('the deploys between the lines', () => {
  it('begin and end where the server says', () => {
    const logs = [record(1_000), record(4_200)]
    const kinds = (state: 'building' | 'ready' | 'error' | 'unhealthy') =>
      deployMarks({ status: { state, logs } }).map(({ kind, time }) => [kind, time])
    expect(kinds('building')).toEqual([['deploy-started', 1_000]])
    expect(kinds('ready')).toEqual([
      ['deploy-started', 1_000],
      ['deploy-ready', 4_200],
    ])
    expect(kinds('error').at(-1)).toEqual(['deploy-failed', 4_200])
    expect(deployMarks({ status: { state: 'ready', logs } }).at(-1)?.text).toBe('Deploy ready after 3.2 s')
  })

  it('are none where the server keeps no records', () => {
    expect(deployMarks({ status: { state: 'ready' } })).toEqual([])
  })
})
