import { describe, expect, it } from 'vitest'
import { bodyView, downloadName, formatBytes, formatDuration, verdictOn, type Answered } from './answer-model'

const bytes = (text: string) => new TextEncoder().encode(text)
const answer = (status: number, body: string, type = 'text/plain', sealed = false): Answered => ({
  status,
  headers: [['Content-Type', type]],
  body: bytes(body),
  sealed,
})

describe('verdictOn', () => {
  it('leaves a good answer to the function', () => {
    expect(verdictOn(answer(200, 'x'))).toEqual({ origin: 'function', tone: 'ok' })
    expect(verdictOn(answer(302, ''))).toEqual({ origin: 'function', tone: 'busy' })
  })

  it.each([
    [404, '{"error": "Failed to invoke function: Function not found: a @ nuclio"}'],
    [500, '{"error": "Invocation URL is required"}'],
    [500, '{"error": "Post \'http://:8080\': dial tcp :8080: connect: connection refused"}'],
    [
      500,
      '{"error": "Post \'http://x\': context deadline exceeded (Client.Timeout exceeded while awaiting headers)"}',
    ],
    [500, '{"error": "C:\\path "quoted" no route to host"}'],
  ])('knows what the dashboard itself says: %i %s', (status, body) => {
    const verdict = verdictOn(answer(status, body, 'application/json'))
    expect(verdict).toMatchObject({ origin: 'dashboard', tone: 'bad' })
    expect(verdict.words).toBeTruthy()
  })

  it('takes the same words for the function’s own where our server vouches for it', () => {
    expect(verdictOn(answer(404, '{"error": "Function not found"}', 'application/json', true)).origin).toBe(
      'function',
    )
  })

  it('knows a proxy’s page, but not every 502', () => {
    expect(verdictOn(answer(504, '<html>Gateway Time-out</html>', 'text/html')).origin).toBe('proxy')
    expect(verdictOn(answer(502, '{"upstream": "down"}', 'application/json')).origin).toBe('function')
    expect(verdictOn(answer(504, '<html></html>', 'text/html', true)).origin).toBe('function')
  })

  it('explains what the processor says in few words', () => {
    expect(verdictOn(answer(503, '')).words).toContain('busy')
    expect(verdictOn(answer(408, '{"error": "handler timed out"}')).words).toContain('timeout')
    expect(verdictOn(answer(500, 'EOF')).words).toContain('ended')
    expect(verdictOn(answer(500, 'Exception caught in handler')).words).toBeUndefined()
  })
})

describe('bodyView', () => {
  it('indents JSON, by type or by looks', () => {
    expect(bodyView(answer(200, '{"a":1}', 'application/json'))).toMatchObject({
      kind: 'json',
      text: '{\n  "a": 1\n}',
    })
    expect(bodyView(answer(200, '[1]', 'application/problem+json; charset=utf-8')).kind).toBe('json')
    expect(bodyView(answer(200, '{"a":1}')).kind).toBe('json')
    expect(bodyView(answer(200, '{"a":1', 'application/json'))).toMatchObject({
      kind: 'text',
      text: '{"a":1',
    })
  })

  it('shows text as it is', () => {
    expect(bodyView(answer(200, 'größer\n漢字'))).toEqual({ kind: 'text', text: 'größer\n漢字', whole: true })
    expect(bodyView(answer(200, '42'))).toMatchObject({ kind: 'text', text: '42' })
    expect(bodyView(answer(200, '<b>x</b>', 'text/html')).kind).toBe('text')
    expect(bodyView(answer(200, '')).kind).toBe('empty')
  })

  it('draws images and keeps the rest closed', () => {
    expect(bodyView(answer(200, 'x', 'image/png'))).toEqual({ kind: 'image', type: 'image/png' })
    expect(bodyView({ headers: [], body: new Uint8Array([0, 1, 2]) }).kind).toBe('binary')
    expect(bodyView({ headers: [], body: new Uint8Array([0xff, 0xfe]) }).kind).toBe('binary')
  })

  it('cuts long text, also in the middle of a letter', () => {
    const view = bodyView(answer(200, 'ä'.repeat(400_000)))
    expect(view).toMatchObject({ kind: 'text', whole: false })
    expect(bodyView(answer(200, 'x' + 'ä'.repeat(400_000))).kind).toBe('text')
  })
})

it('names downloads', () => {
  expect(downloadName('echo', answer(200, '', 'application/json'))).toBe('echo.json')
  expect(downloadName('echo', answer(200, '', 'image/jpeg'))).toBe('echo.jpg')
  expect(downloadName('echo', answer(200, '', 'application/octet-stream'))).toBe('echo.bin')
  expect(downloadName('echo', { headers: [] })).toBe('echo.bin')
})

it('says sizes and times', () => {
  expect([0, 999, 12_400, 999_999, 3_100_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '12.4 kB',
    '1.0 MB',
    '3.1 MB',
  ])
  expect([84.4, 1240, 125_000].map(formatDuration)).toEqual(['84 ms', '1.24 s', '2 min 05 s'])
})
