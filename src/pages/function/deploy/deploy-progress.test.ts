import { describe, expect, it } from 'vitest'
import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import { deployProgress, recordsToShow, silentFor, stopwatch } from './deploy-progress'

const start = 1_800_000_000_000
const log = (at: number, message: string, more: Record<string, unknown> = {}): LogRecord => ({
  level: 'info',
  time: start + at,
  name: 'deployer',
  message,
  ...more,
})
const prepared = [
  log(0, 'Deploying function'),
  log(1, 'Building'),
  log(200, 'Staging files and preparing base images'),
]
const building = [...prepared, log(400, 'Building processor image')]
const built = [...building, log(4400, 'Build complete'), log(4410, 'Cleaning up before deployment')]
const whole = [...built, log(7400, 'Function deploy complete')]
const states = (status: NuclioFunction['status']) =>
  deployProgress({ status }).stages.map((stage) => stage.state)

describe('deployProgress', () => {
  it('reads the stages off what Nuclio logs', () => {
    expect(states({ state: 'building', logs: prepared })).toEqual([
      'running',
      'waiting',
      'waiting',
      'waiting',
    ])
    expect(states({ state: 'building', logs: building })).toEqual(['done', 'running', 'waiting', 'waiting'])
    expect(states({ state: 'building', logs: built })).toEqual(['done', 'done', 'running', 'waiting'])
    expect(states({ state: 'ready', logs: whole })).toEqual(['done', 'done', 'done', 'done'])
  })

  it('times them', () => {
    const { stages, startedAt, endedAt } = deployProgress({ status: { state: 'ready', logs: whole } })
    expect(stages.map((stage) => stage.milliseconds)).toEqual([400, 4000, 3000, 0])
    expect([startedAt, endedAt]).toEqual([start, start + 7400])
  })

  it('takes the stage that a record names', () => {
    const logs = [log(0, 'Writing source', { stage: 'source' }), log(5, 'pip install', { stage: 'build' })]
    expect(states({ state: 'building', logs })).toEqual(['done', 'running', 'waiting', 'waiting'])
    expect(states({ state: 'building', logs: [...logs, log(9, 'late', { stage: 'source' })] })[1]).toBe(
      'running',
    )
  })

  it('fails the stage that ran', () => {
    const failed = log(5000, 'Failed to create a function; setting the function status', { level: 'warn' })
    expect(states({ state: 'error', logs: [...building, failed] })).toEqual([
      'done',
      'failed',
      'waiting',
      'waiting',
    ])
    expect(states({ state: 'error', logs: [...built, failed] })).toEqual([
      'done',
      'done',
      'failed',
      'waiting',
    ])
    expect(states({ state: 'unhealthy', logs: whole })).toEqual(['done', 'done', 'done', 'failed'])
    expect(
      deployProgress({ status: { state: 'error', logs: [...building, failed] } }).stages[1]?.milliseconds,
    ).toBe(4600)
  })

  it('says that nothing was built', () => {
    const logs = [
      log(0, 'Deploying function'),
      log(1, 'Skipping build'),
      log(2, 'Cleaning up before deployment'),
    ]
    expect(states({ state: 'building', logs })).toEqual(['done', 'skipped', 'running', 'waiting'])
  })

  it('knows by the state alone where a deploy is that has no records', () => {
    expect(states({ state: 'building' })).toEqual(['done', 'running', 'waiting', 'waiting'])
    expect(states({ state: 'waitingForResourceConfiguration' })).toEqual([
      'done',
      'done',
      'running',
      'waiting',
    ])
    expect(deployProgress({ status: { state: 'ready' } }).outcome).toBe('done')
    expect(deployProgress({ status: { state: 'imported' } }).outcome).toBe('none')
    expect(deployProgress({ status: {} }).outcome).toBe('none')
  })
})

describe('silentFor', () => {
  const now = start + 10 * 60_000
  it('doubts a build with no news for minutes', () => {
    expect(silentFor({ status: { state: 'building', logs: building } }, now - 200_000, now)).toBe(200_000)
    expect(silentFor({ status: { state: 'building', logs: building } }, now - 100_000, now)).toBeUndefined()
  })
  it('doubts one without any records sooner', () => {
    expect(silentFor({ status: { state: 'building' } }, now - 61_000, now)).toBe(61_000)
    expect(silentFor({ status: { state: 'building' } }, now - 30_000, now)).toBeUndefined()
  })
  it('never doubts what is settled', () => {
    expect(silentFor({ status: { state: 'ready', logs: whole } }, start, now)).toBeUndefined()
  })
})

it('keeps the records when an answer comes without them', () => {
  expect(recordsToShow(building, undefined)).toBe(building)
  expect(recordsToShow(building, [])).toBe(building)
  expect(recordsToShow(whole, prepared)).toBe(prepared)
})

it.each([
  [0, '0.0 s'],
  [240, '0.2 s'],
  [41_500, '41 s'],
  [125_000, '2:05'],
])('%d ms on the stop watch is %s', (milliseconds, words) => expect(stopwatch(milliseconds)).toBe(words))
