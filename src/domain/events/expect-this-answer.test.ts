import { describe, expect, it } from 'vitest'
import { areMet, checkExpectations, type ExpectedAnswer } from './check-expectations'
import { expectThisAnswer } from './expect-this-answer'
import { isNoisyName, isNoisyValue } from './noise-words'

function answer(body: string, type = 'application/json', status = 200): ExpectedAnswer {
  return {
    status,
    headers: type ? [['content-type', type]] : [],
    body: new TextEncoder().encode(body),
    milliseconds: 5,
  }
}
const ofBody = (body: string, type?: string) =>
  expectThisAnswer(answer(body, type)).filter(({ on }) => on === 'json' || on === 'body')

describe('expectThisAnswer', () => {
  it('expects status, content type and plain values of JSON', () => {
    const given = answer('{"ok":true,"total":3,"name":"x","none":null,"items":[1],"a b":0}')
    expect(expectThisAnswer(given)).toEqual([
      { on: 'status', test: 'equals', value: 200 },
      { on: 'header', name: 'Content-Type', test: 'equals', value: 'application/json' },
      { on: 'json', path: '$.ok', test: 'equals', value: true },
      { on: 'json', path: '$.total', test: 'equals', value: 3 },
      { on: 'json', path: '$.name', test: 'equals', value: 'x' },
      { on: 'json', path: '$.none', test: 'equals', value: null },
      { on: 'json', path: "$['a b']", test: 'equals', value: 0 },
    ])
  })

  it('leaves out what will be another next time, and what is secret', () => {
    const body = {
      id: 7,
      orderId: 'A-1',
      createdAt: 'yesterday',
      when: '2026-03-01T10:00:00Z',
      stamp: 1_772_359_200,
      millis: 1_772_359_200_123,
      key: '9bb1a72e-564f-4c2d-b641-77450a151190',
      sum: 'd41d8cd98f00b204e9800998ecf8427e',
      share: 0.12345678,
      token: 'abc',
      apiKey: 'abc',
      text: 'x'.repeat(201),
      state: 'done',
    }
    expect(ofBody(JSON.stringify(body))).toEqual([
      { on: 'json', path: '$.state', test: 'equals', value: 'done' },
    ])
  })

  it('expects other short bodies as a whole', () => {
    expect(ofBody('hello', 'text/plain')).toEqual([{ on: 'body', test: 'equals', value: 'hello' }])
    expect(ofBody('[1, 2]')).toEqual([{ on: 'json', path: '$', test: 'equals', value: [1, 2] }])
    expect(ofBody('"x"')).toEqual([{ on: 'json', path: '$', test: 'equals', value: 'x' }])
    for (const text of [
      '',
      'x'.repeat(201),
      'at 10:20:30',
      'Mon, 2 Mar 2026',
      '[{"id":1}]',
      '[[{"password":"x"}]]',
    ])
      expect(ofBody(text, 'text/plain')).toEqual([])
  })

  it('leaves binary bodies and those of parts alone', () => {
    const binary = { ...answer('', 'image/png'), body: new Uint8Array([0xff, 0xd8]) }
    expect(expectThisAnswer(binary).map(({ on }) => on)).toEqual(['status', 'header'])
    expect(expectThisAnswer(answer('', 'multipart/mixed; boundary=x')).map(({ on }) => on)).toEqual([
      'status',
    ])
    expect(expectThisAnswer({ ...answer('', ''), status: 0 })).toEqual([])
  })

  it('is met by the answer that it was made from', () => {
    // A small generator with a seed: the same answers at each run.
    let seed = 5
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const values: unknown[] = [1, -2.5, 'text', '', true, null, [1], { a: 1 }, 'ä\u2028"', 1e21, '2026-01-01']
    const names = ['a', 'a.b', "it's", '', 'id', '__proto__', '0', 'ü', '$', 'length']
    for (let round = 0; round < 300; round += 1) {
      const entries = Array.from({ length: next(6) }, () => [
        names[next(names.length)],
        values[next(values.length)],
      ])
      const value: unknown = next(3) > 0 ? Object.fromEntries(entries) : values[next(values.length)]
      const given = answer(
        next(9) === 0 ? 'no JSON {' : JSON.stringify(value),
        'application/json',
        200 + next(300),
      )
      expect(areMet(checkExpectations(expectThisAnswer(given), given))).toBe(true)
    }
  })
})

describe('noise', () => {
  it('is told by names', () => {
    for (const name of [
      'id',
      'ID',
      'userId',
      'user_id',
      'createdAt',
      'created_at',
      'timestamp',
      'tookMs',
      'X-Request-Id',
    ])
      expect(isNoisyName(name), name).toBe(true)
    for (const name of [
      'valid',
      'state',
      'idea',
      'paid',
      'format',
      'count',
      'message',
      'sometimes',
      'constant',
    ])
      expect(isNoisyName(name), name).toBe(false)
  })

  it('is told by values', () => {
    for (const value of [
      '2026-03-01',
      'Tue, 24 Nov 2026',
      '12:30:00',
      '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      1_700_000_000,
      0.30000001,
    ])
      expect(isNoisyValue(value), String(value)).toBe(true)
    for (const value of ['hello', '1.2.3', 'a-b-c', 'feedbeefcafe', 42, 0.5, 123_456, true, null])
      expect(isNoisyValue(value), String(value)).toBe(false)
  })
})
