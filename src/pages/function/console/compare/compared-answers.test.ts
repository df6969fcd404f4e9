import { describe, expect, it } from 'vitest'
import { emptyRequest } from '@/domain/console/request'
import type { AnsweredExchange } from '../exchange'
import { candidates, likelyOne } from './compared-answers'

const answered = (id: string, sentAt: number, path = '/'): AnsweredExchange => ({
  id,
  sentAt,
  endedAt: sentAt,
  request: { ...emptyRequest, path },
  wasAsleep: false,
  hadCompany: false,
  outcome: {
    state: 'answered',
    answer: {
      status: 200,
      statusText: '',
      headers: [],
      body: new Uint8Array(),
      milliseconds: 1,
      sealed: true,
    },
  },
})

describe('answers to compare with', () => {
  it('are all others, and the likely one is the latest before to the same request', () => {
    const shown = answered('c', 3, '/a')
    const others = candidates(
      shown,
      [answered('d', 4, '/a'), shown, answered('b', 2), answered('a', 1, '/a')],
      [],
    )
    expect(others.map(({ id }) => id)).toEqual(['d', 'b', 'a'])
    expect(likelyOne(shown, others)?.id).toBe('a')
    expect(likelyOne(answered('z', 9, '/z'), others)?.id).toBe('d')
    expect(likelyOne(shown, [])).toBeUndefined()
  })
})
