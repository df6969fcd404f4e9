import { describe, expect, it } from 'vitest'
import { headerProblem } from './header-problem'
import { canSend, requestProblems } from './request-problems'
import { emptyRequest, type ConsoleRequest, type RequestBody } from './request'
import { toSend } from './to-send'

const body = (more: Partial<RequestBody>): RequestBody => ({ kind: 'none', text: '', fields: [], ...more })
const request = (more: Partial<ConsoleRequest>): ConsoleRequest => ({ ...emptyRequest, ...more })
const row = (name: string, value = 'x', id = 1) => ({ id, name, value })
const bytes = new Uint8Array([0, 255])
const file = { name: 'a.png', type: 'image/png', size: 2, bytes }

describe('toSend', () => {
  it.each([
    [body({ kind: 'json', text: '{"a":1}' }), 'application/json', { kind: 'text', text: '{"a":1}' }],
    [body({ kind: 'text', text: 'x' }), 'text/plain', { kind: 'text', text: 'x' }],
    [
      body({ kind: 'form', fields: [row('a', 'x y&é'), { ...row('b'), isOff: true }, row('a', '\n')] }),
      'application/x-www-form-urlencoded',
      { kind: 'text', text: 'a=x+y%26%C3%A9&a=%0A' },
    ],
    [body({ kind: 'file', file }), 'image/png', { kind: 'bytes', bytes }],
    [
      body({ kind: 'file', file: { ...file, type: '' } }),
      'application/octet-stream',
      { kind: 'bytes', bytes },
    ],
  ])('gives a body its content type', (given, type, sent) => {
    expect(toSend(request({ body: given }))).toEqual({
      method: 'POST',
      path: '/',
      headers: [['Content-Type', type]],
      body: sent,
    })
  })

  it('describes the parts of multipart and leaves its type to the sender', () => {
    const fields = [row('a', '1'), { ...row('f', ''), file }, row('', ''), { ...row('o'), isOff: true }]
    const sent = toSend(request({ body: body({ kind: 'multipart', fields }) }))
    expect(sent.headers).toEqual([])
    expect(sent.body).toEqual({
      kind: 'multipart',
      parts: [
        { name: 'a', text: '1' },
        { name: 'f', file: { name: 'a.png', type: 'image/png', bytes } },
      ],
    })
    const typed = (type: string) =>
      toSend(request({ headers: [row('content-type', type)], body: body({ kind: 'multipart', fields }) }))
    expect(typed('multipart/form-data').headers).toEqual([])
    expect(typed('multipart/form-data; boundary="x y"').body).toMatchObject({ boundary: 'x y' })
    expect(typed('text/plain').headers).toEqual([['content-type', 'text/plain']])
  })

  it('leaves the content type of a row alone', () => {
    const sent = toSend(
      request({ body: body({ kind: 'text', text: 'a' }), headers: [row('content-type', 'text/csv')] }),
    )
    expect(sent.headers).toEqual([['content-type', 'text/csv']])
  })

  it('sends no body with GET and no type without a body', () => {
    const json = body({ kind: 'json', text: '{}' })
    expect(toSend(request({ method: 'GET', body: json }))).toEqual({
      method: 'GET',
      path: '/',
      headers: [],
      body: { kind: 'none' },
    })
    for (const kind of ['json', 'form', 'multipart', 'file'] as const)
      expect(toSend(request({ body: body({ kind }) }))).toMatchObject({ headers: [], body: { kind: 'none' } })
  })

  it('keeps the query, adds the slash, drops the fragment, what is off or empty, and what cannot go', () => {
    const headers = [
      row('', ''),
      row(' X-A ', ' 1 '),
      row('Cookie'),
      row('X-Nuclio-Path'),
      { ...row('X-Off'), isOff: true },
      row('X-A', '2'),
    ]
    const sent = toSend(request({ path: ' thumb?w=200&h=a b#top', headers }))
    expect(sent.path).toBe('/thumb?w=200&h=a b')
    expect(sent.headers).toEqual([
      ['X-A', '1'],
      ['X-A', '2'],
    ])
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
    ['X-A', 'é', undefined],
    ['Host', 'a', false],
    ['Sec-Fetch-Site', 'a', false],
    ['X-HTTP-Method-Override', 'TRACE', false],
    ['X-HTTP-Method-Override', 'PUT', undefined],
    ['X-Nuclio-Invoke-Timeout', '10', false],
    ['X-Nuclio-Log-Level', 'debug', undefined],
    ['Authorization', 'Bearer x', undefined],
  ])('%j: %j', (name, value, stops) => {
    expect(headerProblem({ id: 1, name, value })?.stops).toBe(stops)
    expect(headerProblem({ id: 1, name, value, isOff: true })).toBeUndefined()
  })

  it('knows what the options set', () => {
    const options = { ...emptyRequest.options, logLevel: 'info' } as const
    expect(headerProblem(row('x-nuclio-log-level', 'debug'), options)?.stops).toBe(false)
    expect(toSend(request({ options, headers: [row('x-nuclio-log-level', 'debug')] })).headers).toEqual([])
  })
})

describe('requestProblems', () => {
  it.each([
    [{}, []],
    [{ headers: [row('a b', 'x', 4), row('Host', 'x', 5)] }, ['header 4 stops', 'header 5']],
    [{ headers: [{ ...row('a b'), isOff: true }] }, []],
    [{ method: 'HEAD' }, ['method stops']],
    [{ path: '/a#b' }, ['path']],
    [{ method: 'GET', body: body({ kind: 'text', text: 'x' }) }, ['body']],
    [{ body: body({ kind: 'json', text: '{' }) }, ['body']],
    [{ method: 'GET', body: body({ kind: 'file' }) }, []],
    [{ body: body({ kind: 'file' }) }, ['body stops']],
    [{ body: body({ kind: 'file', file: { ...file, bytes: undefined } }) }, ['body stops']],
    [
      { body: body({ kind: 'form', fields: [{ ...row('a'), file }, row('', 'v', 2)] }) },
      ['field 2 stops', 'field 1'],
    ],
    [
      { body: body({ kind: 'multipart', fields: [{ ...row('a'), file: { ...file, bytes: undefined } }] }) },
      ['field 1 stops'],
    ],
    [
      {
        headers: [row('Content-Type', 'multipart/form-data')],
        body: body({ kind: 'multipart', fields: [row('a')] }),
      },
      ['header 1'],
    ],
    [{ options: { ...emptyRequest.options, timeout: '10' } }, ['timeout stops']],
    [{ options: { ...emptyRequest.options, timeout: '1m30s' } }, []],
  ] satisfies [Partial<ConsoleRequest>, string[]][])('%#', (given, wanted) => {
    const found = requestProblems(request(given))
    expect(
      found.map(({ at, rowId, stops }) => [at, rowId, stops ? 'stops' : undefined].filter(Boolean).join(' ')),
    ).toEqual(wanted)
    expect(canSend(request(given))).toBe(!wanted.some((words) => words.endsWith('stops')))
  })

  it('says which file is to be chosen, and where JSON breaks off', () => {
    const missing = request({ body: body({ kind: 'file', file: { ...file, bytes: undefined } }) })
    expect(requestProblems(missing)[0]?.words).toContain('Choose the file a.png')
    const broken = request({ body: body({ kind: 'json', text: '{\n  "a": 1,\n}' }) })
    expect(requestProblems(broken)[0]).toMatchObject({ line: 2, column: 9 })
  })
})
