import { describe, expect, it } from 'vitest'
import {
  answerDifference,
  isSameAnswer,
  usualNoiseHeaders,
  type ComparedAnswer,
  type NoiseMarks,
} from './answer-difference'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function answer(body: string | Uint8Array, headers: [string, string][] = [], status = 200): ComparedAnswer {
  return { status, headers, body: typeof body === 'string' ? bytes(body) : body }
}

describe('two answers', () => {
  it('that are the same differ nowhere', () => {
    const difference = answerDifference(answer('x'), answer('x'))
    expect(difference).toEqual({ headers: [], body: { kind: 'same' } })
    expect(isSameAnswer(difference)).toBe(true)
  })

  it('differ by status', () => {
    const difference = answerDifference(answer('', [], 200), answer('', [], 404))
    expect(difference.status).toEqual({ from: 200, to: 404 })
    expect(isSameAnswer(difference)).toBe(false)
  })
})

describe('headers', () => {
  const compared = (from: [string, string][], to: [string, string][], marks?: NoiseMarks) =>
    answerDifference(answer('', from), answer('', to), marks).headers

  it('differ by name in any case and any order', () => {
    const found = compared(
      [
        ['Content-Type', 'text/plain'],
        ['X-A', '1'],
        ['X-Gone', ''],
      ],
      [
        ['x-new', 'n'],
        ['x-a', '2'],
        ['content-type', 'text/plain'],
      ],
    )
    expect(found).toEqual([
      { kind: 'changed', name: 'x-a', from: ['1'], to: ['2'] },
      { kind: 'removed', name: 'x-gone', from: [''], to: [] },
      { kind: 'added', name: 'x-new', from: [], to: ['n'] },
    ])
  })

  it('with several values differ by their order', () => {
    const one: [string, string] = ['Set-Cookie', 'a=1']
    const two: [string, string] = ['set-cookie', 'b=2']
    expect(compared([one, two], [one])).toEqual([
      { kind: 'changed', name: 'set-cookie', from: ['a=1', 'b=2'], to: ['a=1'] },
    ])
    expect(compared([one, two], [two, one])).toHaveLength(1)
    expect(compared([one, ['x', '1'], two], [['x', '1'], one, two])).toEqual([])
  })

  it('are the same in one line or in several, but for cookies', () => {
    const lines = (name: string): [string, string][] => [
      [name, 'a'],
      [name, 'b'],
    ]
    expect(compared(lines('vary'), [['Vary', 'a, b']])).toEqual([])
    expect(compared(lines('set-cookie'), [['set-cookie', 'a, b']])).toHaveLength(1)
  })

  it('are left out only when they are marked', () => {
    const from: [string, string][] = [['Date', 'then']]
    const to: [string, string][] = [['date', 'now']]
    expect(compared(from, to)).toHaveLength(1)
    expect(compared(from, to, { headers: ['DATE'] })).toEqual([])
    expect(compared(from, to, { headers: usualNoiseHeaders })).toEqual([])
  })
})

describe('bodies', () => {
  const compared = (from: ComparedAnswer, to: ComparedAnswer, marks?: NoiseMarks) =>
    answerDifference(from, to, marks).body

  it('are JSON by their type or by their look', () => {
    const type: [string, string][] = [['content-type', 'application/problem+json; charset=utf-8']]
    expect(compared(answer('1', type), answer('2', type))).toMatchObject({ kind: 'json', count: 1 })
    expect(compared(answer('{"a":1}'), answer(' {"a":2}'))).toMatchObject({
      kind: 'json',
      differences: [{ kind: 'changed', place: ['a'], from: 1, to: 2 }],
    })
    expect(compared(answer('1'), answer('2'))).toMatchObject({ kind: 'text' })
    expect(compared(answer('{"a":1}'), answer('{"a":'))).toMatchObject({ kind: 'text' })
  })

  it('of JSON that are only written differently have no differences', () => {
    const difference = answerDifference(answer('{"a":1,"b":1e2}'), answer('\ufeff{ "b": 100, "a": 1.0 }'))
    expect(difference.body).toEqual({ kind: 'json', differences: [], count: 0, rough: [] })
    expect(isSameAnswer(difference)).toBe(true)
  })

  it('of JSON leave out what was marked', () => {
    const [from, to] = [answer('[{"v":1,"at":1}]'), answer('[{"v":1,"at":2}]')]
    expect(compared(from, to)).toMatchObject({ count: 1 })
    expect(compared(from, to, { paths: [[{ any: true }, 'at']] })).toMatchObject({ count: 0 })
  })

  it('of text differ by lines', () => {
    expect(compared(answer('a\nb\nc'), answer('a\nx\ny\nc\n'))).toEqual({
      kind: 'text',
      from: ['a', 'b', 'c'],
      to: ['a', 'x', 'y', 'c', ''],
      hunks: [
        { from: [1, 2], to: [1, 3] },
        { from: [3, 3], to: [4, 5] },
      ],
    })
    expect(compared(answer(''), answer('a'))).toMatchObject({
      kind: 'text',
      hunks: [{ from: [0, 1], to: [0, 1] }],
    })
  })

  it('of other bytes differ from the first one that does', () => {
    const [from, to] = [Uint8Array.of(0, 255, 1, 2), Uint8Array.of(0, 255, 3)]
    expect(compared(answer(from), answer(to))).toEqual({ kind: 'bytes', offset: 2, fromSize: 4, toSize: 3 })
    expect(compared(answer(from), answer(from.slice(0, 2)))).toEqual({
      kind: 'bytes',
      offset: 2,
      fromSize: 4,
      toSize: 2,
    })
    expect(compared(answer(from), answer(from.slice()))).toEqual({ kind: 'same' })
    expect(compared(answer(from), answer('text'))).toMatchObject({ kind: 'bytes', offset: 0 })
  })
})
