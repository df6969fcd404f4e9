import { describe, expect, it } from 'vitest'
import { areMet, checkExpectations, type ExpectedAnswer } from './check-expectations'
import type { Expectation } from './expectation'

function answer(body: string | Uint8Array = '', more: Partial<ExpectedAnswer> = {}): ExpectedAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { status: 200, headers: [], body: bytes, milliseconds: 12.4, ...more }
}
function verdict(expectation: Expectation, given: ExpectedAnswer) {
  const [found] = checkExpectations([expectation], given)
  if (!found) throw new Error('one verdict')
  return found
}
const outcome = (expectation: Expectation, given: ExpectedAnswer) => verdict(expectation, given).outcome

describe('checkExpectations', () => {
  it('looks at the status', () => {
    expect(outcome({ on: 'status', test: 'equals', value: 200 }, answer())).toBe('met')
    expect(outcome({ on: 'status', test: 'oneOf', value: [201, 200] }, answer())).toBe('met')
    expect(outcome({ on: 'status', test: 'class', value: '2xx' }, answer('', { status: 204 }))).toBe('met')
    expect(
      verdict({ on: 'status', test: 'oneOf', value: [200, 201] }, answer('', { status: 500 })),
    ).toMatchObject({
      outcome: 'unmet',
      subject: 'Status',
      expected: 'one of 200, 201',
      got: '500',
    })
    expect(verdict({ on: 'status', test: 'class', value: '2xx' }, answer('', { status: 302 }))).toMatchObject(
      {
        outcome: 'unmet',
        expected: '2xx',
        got: '302',
      },
    )
  })

  it('looks at headers whatever their case, and at each of a repeated one', () => {
    const given = answer('', {
      headers: [
        ['content-type', 'application/json'],
        ['Set-Cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
    })
    const header = (name: string, test: 'equals' | 'matches', value: string) =>
      verdict({ on: 'header', name, test, value }, given)
    expect(header('Content-Type', 'equals', 'application/json').outcome).toBe('met')
    expect(header('Set-Cookie', 'equals', 'b=2').outcome).toBe('met')
    expect(header('Set-Cookie', 'equals', 'a=1, b=2').outcome).toBe('met')
    expect(header('Content-Type', 'matches', '^application/.*json$').outcome).toBe('met')
    expect(header('Content-Type', 'matches', '^application\\/js\\on$').outcome).toBe('met')
    expect(header('Content-Type', 'matches', '^text/')).toMatchObject({
      outcome: 'unmet',
      expected: '/^text//',
      got: 'application/json',
    })
    expect(header('X-Missing', 'equals', 'x')).toMatchObject({
      outcome: 'unmet',
      words: 'The header is missing',
    })
    expect(outcome({ on: 'header', name: 'CONTENT-TYPE', test: 'exists' }, given)).toBe('met')
    expect(outcome({ on: 'header', name: 'x', test: 'exists' }, given)).toBe('unmet')
  })

  it('looks at places in JSON', () => {
    const given = answer('{"a":{"b":[1,{"c":"x"}]},"n":null,"ok":[true,true,false]}')
    const equals = (path: string, value: unknown) =>
      verdict({ on: 'json', path, test: 'equals', value }, given)
    expect(equals('$.a', { b: [1, { c: 'x' }] }).outcome).toBe('met')
    expect(equals('$.a.b[0]', 1).outcome).toBe('met')
    expect(equals('$.n', null).outcome).toBe('met')
    expect(equals('$.a.b[0]', '1')).toMatchObject({ outcome: 'unmet', expected: '"1"', got: '1' })
    expect(equals('$.missing', 1)).toMatchObject({ outcome: 'unmet', expected: '1', got: 'nothing' })
    expect(equals('$.ok[*]', true)).toMatchObject({ outcome: 'unmet', got: 'false' })
    expect(outcome({ on: 'json', path: '$.a.b[1].c', test: 'matches', value: '^x$' }, given)).toBe('met')
    expect(outcome({ on: 'json', path: '$.a.b[0]', test: 'matches', value: '^\\d$' }, given)).toBe('met')
    expect(outcome({ on: 'json', path: '$.n', test: 'exists' }, given)).toBe('met')
    expect(outcome({ on: 'json', path: '$.x', test: 'exists' }, given)).toBe('unmet')
    expect(outcome({ on: 'json', path: '$.x', test: 'absent' }, given)).toBe('met')
    expect(verdict({ on: 'json', path: '$.n', test: 'absent' }, given)).toMatchObject({
      outcome: 'unmet',
      got: 'null',
    })
  })

  it('finds no place in what is no JSON, not even an absent one', () => {
    const absent: Expectation = { on: 'json', path: '$.x', test: 'absent' }
    expect(verdict(absent, answer('<html>'))).toMatchObject({ outcome: 'unmet', got: '<html>' })
    expect(verdict(absent, answer(''))).toMatchObject({ outcome: 'unmet', words: 'The body is no JSON' })
    expect(verdict(absent, answer(new Uint8Array([0xff])))).toMatchObject({
      outcome: 'unmet',
      got: '1 bytes',
    })
    expect(outcome(absent, answer('\uFEFF{}'))).toBe('met')
  })

  it('compares the body letter by letter, and shows where the difference begins', () => {
    expect(outcome({ on: 'body', test: 'equals', value: 'ä\n' }, answer('ä\n'))).toBe('met')
    expect(outcome({ on: 'body', test: 'equals', value: 'a' }, answer('a\n'))).toBe('unmet')
    const long = 'x'.repeat(5000)
    const { expected = '', got = '' } = verdict(
      { on: 'body', test: 'equals', value: `${long}1` },
      answer(`${long}2`),
    )
    expect(expected).toBe(`…${'x'.repeat(60)}1`)
    expect(got).toBe(`…${'x'.repeat(60)}2`)
  })

  it('looks at the time', () => {
    expect(outcome({ on: 'time', test: 'below', value: 12.5 }, answer())).toBe('met')
    expect(verdict({ on: 'time', test: 'below', value: 10 }, answer())).toMatchObject({
      outcome: 'unmet',
      expected: 'below 10 ms',
      got: '12 ms',
    })
  })

  it('says what cannot be checked instead of failing', () => {
    const given = answer('{}', { headers: [['a', 'b']] })
    const broken: Expectation[] = [
      { on: 'header', name: 'a', test: 'matches', value: '(' },
      { on: 'json', path: '$', test: 'matches', value: '[' },
      { on: 'json', path: 'a', test: 'exists' },
      { on: 'unknown', raw: 1 },
    ]
    const verdicts = checkExpectations(broken, given)
    expect(verdicts.map((one) => one.outcome)).toEqual(broken.map(() => 'uncheckable'))
    expect(verdicts[0]?.words).toContain('regular expression')
    expect(verdicts[2]?.words).toContain('character 1')
    expect(areMet(verdicts)).toBe(false)
    expect(areMet([])).toBe(true)
  })

  it('bears JSON nested as deep as nobody means it', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const value = JSON.parse(deep) as unknown
    const found = outcome({ on: 'json', path: '$', test: 'equals', value }, answer(deep))
    expect(['met', 'uncheckable']).toContain(found)
  })

  it('does not read bodies that would hold up the page', () => {
    const given = answer(new Uint8Array(10_000_001))
    expect(outcome({ on: 'body', test: 'equals', value: '' }, given)).toBe('uncheckable')
    expect(outcome({ on: 'json', path: '$', test: 'exists' }, given)).toBe('uncheckable')
    expect(outcome({ on: 'status', test: 'equals', value: 200 }, given)).toBe('met')
  })
})
