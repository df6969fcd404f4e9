import { describe, expect, it } from 'vitest'
import { answerDifference } from '@/domain/console/answer-difference'
import { drawnDifference, type DrawnBody } from './drawn-difference'

const answer = (body: unknown, type = 'application/json') => ({
  status: 200,
  headers: [['content-type', type]] as const,
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
})
type Drawn<Kind> = Extract<DrawnBody, { kind: Kind }>

const drawn = (from: unknown, to: unknown, type?: string) =>
  drawnDifference(answerDifference(answer(from, type), answer(to, type)))

describe('what is drawn of a difference', () => {
  it('is each place as it is written', () => {
    expect(drawn({ a: [1, 2], b: true }, { a: [2, 1], c: null }).body).toEqual({
      kind: 'json',
      rows: [
        { kind: 'moved', path: '$.a[0]', movedFrom: '$.a[1]' },
        { kind: 'removed', path: '$.b', from: 'true' },
        { kind: 'added', path: '$.c', to: 'null' },
      ],
      count: 3,
      isRough: false,
    })
    expect(drawn({ a: 1 }, { a: 1 }).isSame).toBe(true)
    expect(drawn('{"a": 1}', '{"a":1}').isSame).toBe(true)
  })

  it('is each line with its number, what was there before first', () => {
    expect(drawn('one\ntwo\nend', 'one\n2\n3\nend', 'text/plain').body).toEqual({
      kind: 'text',
      lines: [
        { sign: '−', number: 2, text: 'two' },
        { sign: '+', number: 2, text: '2' },
        { sign: '+', number: 3, text: '3' },
      ],
      count: 3,
    })
  })

  it('is the beginning of what is long, and how much there is', () => {
    const rows = (name: string) => Array.from({ length: 3_000 }, (_, id) => ({ id, name: name + id }))
    const places = drawn(rows('a'), rows('b')).body as Drawn<'json'>
    expect([places.rows.length, places.count]).toEqual([1_000, 3_000])
    const [whole] = (drawn({}, { all: rows('a') }).body as Drawn<'json'>).rows
    expect(whole?.to).toMatch(/^\[\{"id":0,.{491}…$/)
    const text = (word: string) => `${word.repeat(900)}\n`.repeat(3_000)
    const { lines, count } = drawn(text('a'), text('b'), 'text/plain').body as Drawn<'text'>
    expect([lines.length, count]).toEqual([1_000, 6_000])
    expect(lines[0]).toEqual({ sign: '−', number: 1, text: `${'a'.repeat(500)}…` })
  })
})
