import { describe, expect, it } from 'vitest'
import { worstHealth } from './health'
import { lagView } from './lag-view'
import { madeSamples, steadyShard } from './made-series'
import type { LagSample, ShardProgress } from './samples'

type Made = (second: number) => Omit<ShardProgress, 'shard' | 'lag'>

/** How the first of some shards does at the end. */
function healthOf(shards: Made[], { seconds = 60, every = 2, later = 0 } = {}) {
  const samples = madeSamples({ seconds, every, jitter: 0.2, shards })
  return lagView(samples, (samples.at(-1)?.at ?? 0) + later).shards[0]?.health
}

const moving = steadyShard(100, 10, 10)
const standing: Made = (second) => ({ current: 500 + Math.floor(second), committed: 100 })

describe('a shard', () => {
  it('is OK while commits go on, while nothing waits, and while it is empty', () => {
    expect(healthOf([steadyShard(3_000, 10, 40)])).toEqual({ word: 'OK', why: 'commits go on' })
    expect(healthOf([() => ({ current: 7, committed: 7 })])).toEqual({ word: 'OK', why: 'nothing waits' })
    expect(healthOf([() => ({ current: 0 })])).toEqual({ word: 'OK', why: 'empty' })
    expect(healthOf([() => ({ current: 7, committed: 7 })], { seconds: 0 })?.word).toBe('OK')
  })

  it('has a WARN when commits do not keep up with arrivals, and none for a wave that has passed', () => {
    expect(healthOf([steadyShard(100, 50, 40)])).toEqual({
      word: 'WARN',
      why: 'commits slower than arrivals',
    })
    const wave = (second: number) => ({
      current: 1_000 + Math.min(Math.floor(second), 20) * 100,
      committed: 900 + Math.floor(second) * 20,
    })
    expect(healthOf([wave])?.word).toBe('OK')
  })

  it('is in STALL when it stands while others go on', () => {
    const health = healthOf([standing, moving])
    expect(health?.word).toBe('STALL')
    expect(health?.why).toMatch(/^no commit for (29|3\d) s or more, while other shards go on$/)
  })

  it('is in STOP when all that wait stand', () => {
    expect(healthOf([standing, standing])?.word).toBe('STOP')
    expect(healthOf([standing, () => ({ current: 7, committed: 7 })])?.word).toBe('STOP')
    expect(healthOf([standing], { seconds: 400, every: 60 })?.word).toBe('STOP')
  })

  it('that never had a commit is in STOP when records come, and UNKNOWN while nothing tells', () => {
    expect(healthOf([(second) => ({ current: 5 + Math.floor(second) })])?.word).toBe('STOP')
    expect(healthOf([(second) => ({ current: 5 + Math.floor(second) }), moving])?.word).toBe('STALL')
    expect(healthOf([() => ({ current: 5 })])?.word).toBe('UNKNOWN')
  })

  it('is in REWIND for a while after commits or the stream went back, also while nobody looked', () => {
    const back: Made = (second) => ({ current: 500, committed: second < 50 ? 400 : 150 })
    expect(healthOf([back])).toEqual({ word: 'REWIND', why: 'commits went back by 250' })
    expect(healthOf([back], { seconds: 180 })?.word).not.toBe('REWIND')
    const anew: Made = (second) => (second < 50 ? { current: 500, committed: 400 } : { current: 3 })
    expect(healthOf([anew])?.why).toBe('the stream begins anew, its numbers went back')
    const lost: Made = (second) => ({ current: 500, ...(second < 50 && { committed: 400 }) })
    expect(healthOf([lost])?.why).toBe('the group has lost its commits')
  })

  it('is UNKNOWN before it was watched long enough, and again when samples are missing', () => {
    expect(healthOf([standing, moving], { seconds: 10 })?.word).toBe('UNKNOWN')
    expect(healthOf([moving], { later: 60_000 })).toEqual({
      word: 'UNKNOWN',
      why: 'nothing was seen of it lately',
    })
    const asleep: LagSample[] = [
      ...madeSamples({ seconds: 60, shards: [standing] }),
      ...madeSamples({ from: 900_000, seconds: 4, shards: [standing] }),
    ]
    expect(lagView(asleep, asleep.at(-1)?.at ?? 0).shards[0]?.health.word).toBe('UNKNOWN')
  })

  it('is not blamed for what has just come', () => {
    const late: Made = (second) => ({ current: second < 55 ? 100 : 150, committed: 100 })
    expect(healthOf([late])).toEqual({ word: 'OK', why: 'what waits has just come' })
  })
})

it('of several words the worst stands for all', () => {
  expect(worstHealth(['OK', 'WARN', 'UNKNOWN', 'STALL'])).toBe('STALL')
  expect(worstHealth(['OK', 'UNKNOWN'])).toBe('UNKNOWN')
  expect(worstHealth([])).toBe('UNKNOWN')
})
