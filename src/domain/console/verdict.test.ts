import { describe, expect, it } from 'vitest'
import { pageOfAnswer, verdictOnAnswer, verdictOnFailure, type AnswerToJudge } from './verdict'

const answer = (status: number, body: string, type = 'text/plain', sealed = false): AnswerToJudge => ({
  status,
  headers: [['Content-Type', type]],
  body: new TextEncoder().encode(body),
  sealed,
})
const json = 'application/json'

describe('verdictOnAnswer', () => {
  it('leaves a good answer to the function', () => {
    expect(verdictOnAnswer(answer(200, 'x'))).toEqual({ origin: 'function', tone: 'ok' })
    expect(verdictOnAnswer(answer(302, ''))).toEqual({ origin: 'function', tone: 'busy' })
    expect(verdictOnAnswer(answer(0, ''))).toMatchObject({ tone: 'busy', reason: 'redirect' })
  })

  it.each([
    [404, 'gone', '{"error": "Failed to invoke function: Function not found: a @ nuclio"}'],
    [500, 'no-address', '{"error": "Invocation URL is required"}'],
    [
      500,
      'unreachable',
      '{"error": "Failed to invoke function: Post \'http://:8080\': dial tcp :8080: connect: connection refused"}',
    ],
    [
      500,
      'late',
      '{"error": "Post \'http://x\': context deadline exceeded (Client.Timeout exceeded while awaiting headers)"}',
    ],
    [500, 'unreachable', '{"error": "C:\\path "quoted" no route to host"}'],
    [
      500,
      'too-large',
      '{"error": "Failed to invoke function: Post \'http://x\': readfrom tcp a->b: write: connection reset by peer"}',
    ],
    [400, 'foreign-url', '{"error": "Failed to invoke function: Invalid function url evil.example:80"}'],
    [400, 'bad-timeout', '{"error": "Invalid invoke timeout"}hello from python'],
    [500, 'refused', '{"error": "Failed to invoke function: something new"}'],
    [
      500,
      'not-running',
      '{"error":"Found unexpected number of deployments for function f: 0","errorStackTrace":"x"}',
    ],
  ])('knows what the dashboard itself says: %i %s', (status, reason, body) => {
    const verdict = verdictOnAnswer(answer(status, body, json))
    expect(verdict).toMatchObject({ origin: 'dashboard', tone: 'bad', reason })
    expect(verdict.words).toBeTruthy()
  })

  it('takes the same words for the function’s own where the platform vouches for it', () => {
    const copied = answer(404, '{"error": "Function not found"}', json, true)
    expect(verdictOnAnswer(copied)).toEqual({ origin: 'function', tone: 'bad' })
    expect(verdictOnAnswer(answer(504, '<html></html>', 'text/html', true)).origin).toBe('function')
  })

  it('knows a proxy’s page, but not every 502', () => {
    expect(
      verdictOnAnswer(answer(504, '<html>Gateway Time-out</html>', 'text/html; charset=utf-8')),
    ).toMatchObject({
      origin: 'proxy',
      reason: 'page',
    })
    expect(verdictOnAnswer(answer(413, '<html></html>', 'text/html')).words).toContain('size')
    expect(verdictOnAnswer(answer(502, '{"upstream": "down"}', json))).toEqual({
      origin: 'function',
      tone: 'bad',
    })
    expect(verdictOnAnswer(answer(500, '<h1>Oops</h1>', 'text/html')).origin).toBe('function')
  })

  it.each([
    [503, 'workers-busy', ''],
    [503, 'not-running', 'The function is not running: it is in state error'],
    [408, 'event-timeout', '{"error": "handler timed out"}'],
    [400, 'too-large', 'Error when parsing request'],
    [
      413,
      'too-large',
      'The request body is larger than the 10 bytes (maxRequestBodySize of its http trigger)',
    ],
    [404, 'no-trigger', '404 page not found\n'],
    [500, 'crash', 'EOF'],
    [
      500,
      'exception',
      'Exception caught in handler - "x": Traceback (most recent call last):\n  File "main.py"',
    ],
    [500, 'exception', 'TypeError: x is not a function\n    at handler (main.js:3:1)'],
  ])('explains what the processor says: %i %s', (status, reason, body) => {
    for (const sealed of [true, false])
      expect(verdictOnAnswer(answer(status, body, 'text/plain', sealed))).toMatchObject({
        origin: 'function',
        tone: 'bad',
        reason,
        words: expect.stringMatching(/\.$/) as string,
      })
  })

  it('adds nothing to what a function says of its own accord', () => {
    for (const [status, body, type] of [
      [503, 'the till is closed', 'text/plain'],
      [408, 'too slow', 'text/plain'],
      [413, 'too much', 'text/plain'],
      [500, 'EOF', 'application/octet-stream'],
      [404, '<p>404 page not found</p>', 'text/html'],
    ] as const)
      expect(verdictOnAnswer(answer(status, body, type, true))).toEqual({ origin: 'function', tone: 'bad' })
  })

  it('is quick with an enormous error', () => {
    const big = answer(500, '{"error": "'.padEnd(5_000_000, ' '), json)
    expect(verdictOnAnswer(big)).toEqual({ origin: 'function', tone: 'bad' })
  })
})

describe('verdictOnFailure', () => {
  const failure = (status: number, kind: string, message: string, page?: string) =>
    verdictOnFailure({ status, kind, message, page })

  it('tells network, proxy and dashboard apart', () => {
    expect(failure(0, 'network', 'No answer from the server: Failed to fetch')).toMatchObject({
      origin: 'browser',
      reason: 'network',
    })
    expect(failure(504, 'server', 'Something answered with a page', 'Gateway Time-out')).toMatchObject({
      origin: 'proxy',
      reason: 'page',
    })
    expect(failure(502, 'server', 'The Nuclio dashboard at http://x did not answer: refused')).toMatchObject({
      origin: 'proxy',
      reason: 'no-server',
    })
    expect(failure(401, 'signed-out', 'x')).toMatchObject({ origin: 'proxy', reason: 'signed-out' })
    expect(failure(403, 'forbidden', 'x')).toMatchObject({ origin: 'dashboard', reason: 'forbidden' })
    expect(failure(404, 'not-found', 'Failed to invoke function: Function not found: a @ b')).toMatchObject({
      origin: 'dashboard',
      reason: 'gone',
    })
    expect(failure(413, 'invalid', 'The request body is larger than 64 MiB').reason).toBe(
      'too-large-to-pass-on',
    )
    expect(failure(405, 'invalid', 'no explanation').reason).toBe('bad-method')
    expect(failure(500, 'server', 'The dashboard server failed: x')).toMatchObject({
      origin: 'dashboard',
      reason: 'refused',
      words: 'The dashboard did not call the function: The dashboard server failed: x',
    })
  })
})

it('takes the words from a proxy’s page', () => {
  expect(pageOfAnswer(answer(502, '<h1>Bad Gateway</h1><p>nginx</p>', 'text/html'))).toBe(
    'Bad Gateway\nnginx',
  )
  expect(pageOfAnswer(answer(502, 'Bad Gateway'))).toBeUndefined()
})
