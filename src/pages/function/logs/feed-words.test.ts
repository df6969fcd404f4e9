import { describe, expect, it } from 'vitest'
import type { LogStatus, ReplicaStatus } from '@/domain/logs/log-status'
import { liveWords, replicaWords } from './feed-words'
import { newsWords } from './use-log-news'

const replica = (state: ReplicaStatus['state'], more: Partial<ReplicaStatus> = {}): ReplicaStatus => ({
  name: 'a',
  state,
  lines: 1,
  errors: 0,
  ...more,
})

const status = (...states: ReplicaStatus['state'][]): LogStatus => ({
  revision: 1,
  rows: 1,
  lines: 1,
  bytes: 1,
  dropped: { lines: 0, bytes: 0 },
  arrived: { rows: 1, errors: 0 },
  levels: { debug: 1, info: 1, warn: 0, error: 0 },
  replicas: states.map((state) => replica(state)),
  isLoading: false,
})

describe('what is said of how the lines come', () => {
  it('tells live from asked, paused, broken and over', () => {
    const word = (follows: boolean, ...states: ReplicaStatus['state'][]) =>
      liveWords(status(...states), follows).word
    expect(word(true, 'following')).toBe('live')
    expect(word(true, 'polling')).toBe('live')
    expect(word(false, 'following')).toBe('paused')
    expect(word(true, 'following', 'waiting')).toBe('reconnecting')
    expect(word(true, 'gone')).toBe('ended')
    expect(word(true, 'refused')).toBe('refused')
    expect(word(true, 'gone', 'following')).toBe('live')
    expect(liveWords(status('polling'), true).about).toContain('every two seconds')
    expect(liveWords(status('following', 'by-turns'), true).about).toContain('by turns')
    expect(liveWords({ ...status(), isLoading: true, lines: 0 }, true).word).toBe('loading')
  })

  it('says what a server said of a replica', () => {
    expect(replicaWords(replica('waiting', { problem: { message: 'no route to host' } }))).toContain(
      'no route to host',
    )
  })

  it('counts new lines and errors', () => {
    expect(newsWords(40, 2)).toBe('40 new lines, 2 errors')
    expect(newsWords(1, 1)).toBe('1 new line, 1 error')
    expect(newsWords(3, 0)).toBe('3 new lines')
  })
})
