import { describe, expect, it } from 'vitest'
import { cleanHeaders, cleanPath, logsOf, sealedAnswerOf, statusText } from './invocation-wire'

describe('cleanHeaders', () => {
  it('keeps what can be sent', () => {
    expect(
      cleanHeaders([
        ['X-Tag', 'a'],
        ['X-Tag', 'b'],
        [' content-type ', 'text/plain'],
      ]),
    ).toEqual([
      ['X-Tag', 'a'],
      ['X-Tag', 'b'],
      ['content-type', 'text/plain'],
    ])
  })

  it('drops what is no name', () => {
    expect(
      cleanHeaders([
        ['', 'x'],
        ['two words', 'x'],
        ['ключ', 'x'],
        ['a:b', 'x'],
      ]),
    ).toEqual([])
  })

  it('does not let a header of the function steer the call', () => {
    expect(
      cleanHeaders([
        ['X-Nuclio-Function-Name', 'other'],
        ['X-Nuclio-Sanitize-Response', 'true'],
        ['X-Dashboard-Sealed', '0'],
        ['X-Nuclio-Arguments', '-v'],
      ]),
    ).toEqual([['X-Nuclio-Arguments', '-v']])
  })

  it('keeps values on one line and makes bytes of other letters', () => {
    const [[, line] = ['', ''], [, bytes] = ['', '']] = cleanHeaders([
      ['a', ' one\r\nX-Evil: two\0 '],
      ['b', 'ü'],
    ])
    expect(line).toBe('one X-Evil: two')
    expect(bytes).toBe('\u00c3\u00bc')
    expect(() => new Headers([['b', bytes]])).not.toThrow()
  })
})

describe('cleanPath', () => {
  it.each([
    ['', '/'],
    ['a/b?x=1', '/a/b?x=1'],
    ['/a', '/a'],
    ['/a\r\nX-Evil: 1', '/aX-Evil: 1'],
    ['/grüße', '/gr%C3%BC%C3%9Fe'],
    ['/\ud800', '/%EF%BF%BD'],
  ])('makes %j into %j', (path, expected) => {
    expect(cleanPath(path)).toBe(expected)
  })
})

describe('sealedAnswerOf', () => {
  const sealed = (value: string) => sealedAnswerOf(new Headers({ 'x-dashboard-answer': value }))

  it('has status and all headers, repeated ones too', () => {
    const headers = [
      ['set-cookie', 'a=b'],
      ['set-cookie', 'c=d'],
    ]
    expect(sealed(JSON.stringify({ status: 302, headers }))).toEqual({
      status: 302,
      statusText: 'Found',
      headers,
      logs: undefined,
    })
  })

  it('reads escaped letters', () => {
    expect(sealed('{"status":200,"headers":[["x-word","gr\\u00fc\\u00df"]]}')?.headers).toEqual([
      ['x-word', 'grüß'],
    ])
  })

  it.each(['', 'no json', 'null', '[]', '{"status":"200","headers":[]}', '{"status":200}'])(
    'is not taken in by %j',
    (value) => {
      expect(sealed(value)).toBeUndefined()
    },
  )
})

describe('logsOf', () => {
  const logs = (value: string) => logsOf([['X-Nuclio-Logs', value]])

  it('reads records with what stands beside them', () => {
    const record = { level: 'info', time: 1.5, message: 'hi', name: 'http', worker_id: '0' }
    expect(logs(JSON.stringify([record]))).toEqual([record])
    expect(logs('[]')).toEqual([])
  })

  it('puts odd records right', () => {
    expect(logs('[{"level":"warning","time":"x","message":{"a":1}},null,3,{"level":"critical"}]')).toEqual([
      { level: 'warn', time: 0, message: '{"a":1}' },
      { level: 'error', time: 0, message: '' },
    ])
  })

  it('is nothing when the header is missing or broken', () => {
    expect(logsOf([])).toBeUndefined()
    expect(logs('[{"level":')).toBeUndefined()
    expect(logs('{}')).toBeUndefined()
  })
})

it('has no words for an unusual status', () => {
  expect(statusText(299)).toBe('')
})
