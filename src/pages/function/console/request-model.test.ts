import { describe, expect, it } from 'vitest'
import {
  bodyProblem,
  emptyRequest,
  headerProblem,
  nextRowId,
  parseRequest,
  requestProblem,
  serializeRequest,
  toSend,
  type TestRequest,
} from './request-model'

const request = (more: Partial<TestRequest>): TestRequest => ({ ...emptyRequest, ...more })
const row = (name: string, value = 'x') => ({ id: 1, name, value })

describe('toSend', () => {
  it('gives a body its content type', () => {
    expect(toSend(request({ body: '{"a":1}' }))).toEqual({
      method: 'POST',
      path: '/',
      headers: [['Content-Type', 'application/json']],
      body: '{"a":1}',
    })
    expect(toSend(request({ body: 'x', bodyType: 'text' })).headers).toEqual([['Content-Type', 'text/plain']])
  })

  it('leaves the content type of a row alone', () => {
    const sent = toSend(request({ body: 'a', headers: [row('content-type', 'text/csv')] }))
    expect(sent.headers).toEqual([['content-type', 'text/csv']])
  })

  it('sends no body with GET and no type without a body', () => {
    expect(toSend(request({ method: 'GET', body: 'x' }))).toEqual({ method: 'GET', path: '/', headers: [] })
    expect(toSend(request({}))).toMatchObject({ headers: [] })
  })

  it('keeps the query, adds the slash, drops empty rows and what cannot go', () => {
    const headers = [row('', ''), row(' X-A ', ' 1 '), row('Cookie'), row('X-Nuclio-Path'), row('X-A', '2')]
    expect(toSend(request({ path: 'thumb?w=200&h=a b', headers }))).toMatchObject({
      path: '/thumb?w=200&h=a b',
      headers: [
        ['X-A', '1'],
        ['X-A', '2'],
      ],
    })
  })
})

describe('headerProblem', () => {
  it.each([
    ['X-Trace', 'a', undefined],
    ['', '', undefined],
    ['', 'value', true],
    ['two words', 'a', true],
    ['X:Y', 'a', true],
    ['X-A', 'line\nbreak', true],
    ['X-A', '漢', true],
    ['Host', 'a', false],
    ['Sec-Fetch-Site', 'a', false],
    ['X-Nuclio-Invoke-Timeout', '10', false],
    ['X-Nuclio-Log-Level', 'debug', undefined],
    ['Authorization', 'Bearer x', undefined],
  ])('%j: %j', (name, value, stops) => {
    expect(headerProblem({ id: 1, name, value })?.stops).toBe(stops)
  })

  it('stops the request', () => {
    expect(requestProblem(request({ headers: [row('a b')] }))).toBeDefined()
    expect(requestProblem(request({ headers: [row('Host')] }))).toBeUndefined()
  })
})

it('says why a body is no JSON', () => {
  expect(bodyProblem(request({ body: '{"a":}' }))).toContain('Not valid JSON')
  expect(bodyProblem(request({ body: '{"a":1}' }))).toBeUndefined()
  expect(bodyProblem(request({ body: ' ' }))).toBeUndefined()
  expect(bodyProblem(request({ body: '{', bodyType: 'text' }))).toBeUndefined()
})

describe('a kept request', () => {
  it('comes back, without credentials', () => {
    const kept = request({
      method: 'PUT',
      path: '/a?b',
      body: 'x',
      bodyType: 'text',
      headers: [row('X-A', '1'), { id: 2, name: 'Authorization', value: 'Bearer x' }],
    })
    expect(serializeRequest(kept)).not.toContain('Bearer')
    expect(parseRequest(serializeRequest(kept))).toEqual({
      ...kept,
      headers: [row('X-A', '1'), { id: 2, name: 'Authorization', value: '' }],
    })
  })

  it.each([null, '', 'no json', 'null', '[]', '{"method":"TRACE","headers":7}', '{"headers":[null]}'])(
    'of another shape is an empty one: %j',
    (text) => expect(parseRequest(text)).toMatchObject({ method: 'POST', path: '/', body: '' }),
  )
})

it('numbers rows', () => {
  expect(nextRowId([])).toBe(1)
  expect(nextRowId([row('a'), { id: 7, name: '', value: '' }])).toBe(8)
})
