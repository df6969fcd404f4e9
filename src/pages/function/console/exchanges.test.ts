import { describe, expect, it } from 'vitest'
import { emptyRequest } from '@/domain/console/request'
import type { Exchange } from './exchange'
import { begun, ended } from './exchanges'

const running = (id: string): Exchange => ({
  id,
  request: emptyRequest,
  sentAt: 0,
  wasAsleep: false,
  hadCompany: false,
  outcome: { state: 'running' },
})

const answered = (id: string, size = 0): Exchange => ({
  ...running(id),
  endedAt: 1,
  outcome: {
    state: 'answered',
    answer: {
      status: 200,
      statusText: 'OK',
      headers: [],
      body: new Uint8Array(size),
      milliseconds: 1,
      sealed: true,
    },
  },
})

const ids = (exchanges: readonly Exchange[]) => exchanges.map(({ id }) => id).join(' ')

describe('the exchanges of a tab', () => {
  it('end in their place, and not at all when they are gone', () => {
    const list = begun([running('a')], running('b'))
    expect(ended(list, answered('a')).map(({ outcome }) => outcome.state)).toEqual(['running', 'answered'])
    expect(ids(ended(list, answered('c')))).toBe('b a')
  })

  it('are bounded by number and by bytes; what runs and what just ended stays', () => {
    let list: Exchange[] = [running('slow')]
    for (let at = 0; at < 80; at += 1) list = begun(list, answered(`${at}`))
    expect(list).toHaveLength(51)
    expect(list.at(-1)?.id).toBe('slow')
    const large = [answered('c', 120_000_000), answered('b', 120_000_000), answered('a')]
    expect(ids(begun(large, running('d')))).toBe('d c')
    expect(ids(ended([running('x'), answered('y')], answered('x', 300_000_000)))).toBe('x')
  })
})
