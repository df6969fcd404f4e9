import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readInterval, readSchedule } from '@/domain/triggers/cron-schedule'
import type { WorkerEvent } from '../../runtimes/runtime'
import { startCronTrigger } from './cron-trigger'

const event = { body: '{"a":1}', headers: { 'x-from': 'cron' }, path: '/tick', method: 'POST' }

describe('a cron trigger', () => {
  const at: string[] = []
  const events: WorkerEvent[] = []
  const start = (schedule: ReturnType<typeof readSchedule>) =>
    startCronTrigger({
      name: 'tick',
      schedule,
      event,
      fire(fired) {
        at.push(new Date().toISOString().slice(11, 23))
        events.push(fired)
      },
    })

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00.250Z') })
    at.length = 0
    events.length = 0
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('keeps to its interval, counted from the start', () => {
    const stop = start(readInterval('1.5s'))
    vi.advanceTimersByTime(5000)
    stop()
    vi.advanceTimersByTime(5000)
    expect(at).toEqual(['10:00:01.750', '10:00:03.250', '10:00:04.750'])
  })

  it('runs at the seconds of its schedule', () => {
    const stop = start(readSchedule('*/20 * * * * *'))
    vi.advanceTimersByTime(61_000)
    stop()
    expect(at).toEqual(['10:00:20.000', '10:00:40.000', '10:01:00.000'])
  })

  it('waits longer than any timer can', () => {
    const stop = start(readInterval('1000h'))
    vi.advanceTimersByTime(999 * 3_600_000)
    expect(at).toEqual([])
    vi.advanceTimersByTime(3_600_000)
    stop()
    expect(at).toHaveLength(1)
  })

  it('makes up for one of the runs that were missed while the machine slept', () => {
    const stop = start(readInterval('1m'))
    vi.setSystemTime(new Date('2026-11-23T10:10:30.250Z'))
    vi.advanceTimersByTime(60_000)
    expect(at).toEqual(['10:11:30.250'])
    vi.advanceTimersByTime(30_000)
    stop()
    expect(at).toEqual(['10:11:30.250', '10:12:00.250'])
  })

  it('hands over what its event says', () => {
    const stop = start(readInterval('1s'))
    vi.advanceTimersByTime(1000)
    stop()
    expect(events[0]).toMatchObject({
      method: 'POST',
      path: '/tick',
      headers: { 'x-from': 'cron' },
      contentType: '',
      trigger: { kind: 'cron', name: 'tick' },
    })
    expect(Buffer.from(events[0]?.body ?? []).toString()).toBe('{"a":1}')
  })
})
