import { describe, expect, it } from 'vitest'
import { readRequest } from './read-request'
import { emptyRequest, type ConsoleRequest } from './request'
import {
  asWritten,
  coverAnswerHeaders,
  putSecretsBack,
  takeOutSecrets,
  withoutSecrets,
} from './request-secrets'

const requestWith = (change: Partial<ConsoleRequest>): ConsoleRequest => ({ ...emptyRequest, ...change })
const withHeader = (name: string, value: string) => requestWith({ headers: [{ id: 1, name, value }] })
const withText = (text: string) => requestWith({ body: { kind: 'text', text, fields: [] } })
const headerAfter = (name: string, value: string) =>
  takeOutSecrets(withHeader(name, value)).masked.request.headers[0]?.value
const textAfter = (text: string) => takeOutSecrets(withText(text)).masked.request.body.text
const pathAfter = (path: string) => takeOutSecrets(requestWith({ path })).masked.request.path

describe('takeOutSecrets', () => {
  it.each([
    ['Authorization', 'Bearer abc', 'Bearer ••••'],
    ['authorization', 'opaque', '••••'],
    ['Cookie', 'a=1; b=2', '••••'],
    ['X-Api-Key', '123', '••••'],
    ['X-V3io-Session-Key', '123', '••••'],
    ['X-Auth', ' padded ', ' •••• '],
    ['X-Amz-Signature', '00ff', '••••'],
    ['X-Custom', 'Bearer abcdefgh1', 'Bearer ••••'],
    ['X-Callback', 'http://ada:hunter22@example.test/x', 'http://ada:••••@example.test/x'],
    ['Authorization', '', ''],
    ['Authorization', 'Bearer ', '•••• '],
    ['Content-Type', 'application/json', 'application/json'],
    ['X-Author', 'Ada', 'Ada'],
    ['Idempotency-Key', '42', '42'],
  ])('covers the header %s: %s', (name, value, masked) => {
    expect(headerAfter(name, value)).toBe(masked)
  })

  it.each([
    ['/a?token=abc&page=2', '/a?token=••••&page=2'],
    ['/a?api%5Fkey=abc#sid=1', '/a?api%5Fkey=••••#sid=••••'],
    ['/token=abc', '/token=abc'],
    ['/a?token=&x', '/a?token=&x'],
    ['/a?page=2&author=ada', '/a?page=2&author=ada'],
    ['/a?%zz=1&password=x=y', '/a?%zz=1&password=••••'],
  ])('covers the query of %s', (path, masked) => {
    expect(pathAfter(path)).toBe(masked)
  })

  it.each([
    ['{"user": "ada", "password": "a\\"b"}', '{"user": "ada", "password": "••••"}'],
    ['{"credentials": {"user": "ada", "key": ["x"]}}', '{"credentials": {"user": "••••", "key": ["••••"]}}'],
    ['[{"name": "API_KEY", "value": "x"}]', '[{"name": "API_KEY", "value": "••••"}]'],
    ['[{"value": "x", "name": "API_KEY"}]', '[{"value": "••••", "name": "API_KEY"}]'],
    ['{"secretName": "db", "max_tokens": 500}', '{"secretName": "db", "max_tokens": 500}'],
    ['{"pin": 1234, "passwords": []}', '{"pin": ••••, "passwords": []}'],
    ['{"token": "abc", "unfinished": "x', '{"token": "••••", "unfinished": "x'],
    ['{"a": "token", "b": "token"}', '{"a": "token", "b": "token"}'],
    ['{"inner": "{\\"password\\": \\"x1\\"}"}', '{"inner": "{\\"password\\": \\"••••\\"}"}'],
    ['user=ada&password=a%26b&x=1', 'user=ada&password=••••&x=1'],
    ['user: ada\npassword: hunter 22\nx: 1', 'user: ada\npassword: ••••\nx: 1'],
    ['<a><password>x</password></a>', '<a><password>••••</password></a>'],
    ['run --token=abc "PASSWORD=x" y', 'run --token=•••• "PASSWORD=••••" y'],
    ['Basic information is no secret', 'Basic information is no secret'],
    ['got eyJhbGciOi.eyJzdWIiOi.sig-1 here', 'got •••• here'],
    [
      '-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----••••-----END PRIVATE KEY-----',
    ],
    ['', ''],
  ])('covers the body %s', (text, masked) => {
    expect(textAfter(text)).toBe(masked)
  })

  it('covers fields by name, also those that are off, and takes the bytes of secret files', () => {
    const bytes = new Uint8Array([1])
    const { masked, secrets } = takeOutSecrets(
      requestWith({
        body: {
          kind: 'none',
          text: '',
          file: { name: 'cat.png', type: 'image/png', size: 1, bytes },
          fields: [
            { id: 1, name: 'password', value: 'x', isOff: true },
            { id: 2, name: 'key', value: '', file: { name: 'server.pem', type: '', size: 1, bytes } },
          ],
        },
      }),
    )
    expect(masked.request.body.fields).toEqual([
      { id: 1, name: 'password', value: '••••', isOff: true },
      { id: 2, name: 'key', value: '', file: { name: 'server.pem', type: '', size: 1 } },
    ])
    expect(masked.request.body.file?.bytes).toBe(bytes)
    expect([...secrets]).toEqual([['field password', 'x']])
    expect(putSecretsBack(masked, secrets).missing.map(({ name }) => name)).toEqual(['key'])
  })

  it('copes with a body of megabytes', () => {
    const text = `{"data": "${'ab_c1'.repeat(400_000)}", "list": [${'{"x": 1},'.repeat(50_000)} 1], "token": "x1"}`
    const { masked, secrets } = takeOutSecrets(withText(text))
    expect(masked.request.body.text.endsWith('"token": "••••"}')).toBe(true)
    expect(secrets.get('text token')).toBe('x1')
    expect(textAfter(`a=1&${'b'.repeat(1_000_000)}`)).toHaveLength(1_000_004)
    for (const part of ['\\', '"', 'Bearer ', '{"a":', '-----BEGIN PRIVATE KEY-----'])
      expect(textAfter(`{"${part.repeat(5_000)}`)).toBe(`{"${part.repeat(5_000)}`)
  })
})

describe('putSecretsBack', () => {
  const request = requestWith({
    path: '/a?token=one&token=two',
    headers: [
      { id: 4, name: 'Authorization', value: 'Bearer three' },
      { id: 2, name: 'authorization', value: 'four' },
    ],
    body: { kind: 'json', text: '{"password": "five ••••", "note": "••••"}', fields: [] },
  })

  it('gives back what was there', () => {
    const { masked, secrets } = takeOutSecrets(request)
    expect(putSecretsBack(masked, secrets)).toEqual({ request, missing: [] })
    expect([...secrets.keys()]).toEqual([
      'path token',
      'path token 2',
      'header authorization',
      'header authorization 2',
      'text password',
    ])
  })

  it('says what it does not know, and leaves that covered', () => {
    const { masked } = takeOutSecrets(request)
    const { request: restored, missing } = putSecretsBack(masked, new Map([['path token 2', 'again']]))
    expect(restored.path).toBe('/a?token=••••&token=again')
    expect(missing.map(({ key, place }) => [key, place])).toEqual([
      ['path token', { part: 'path' }],
      ['header authorization', { part: 'header', row: 4 }],
      ['header authorization 2', { part: 'header', row: 2 }],
      ['text password', { part: 'text' }],
    ])
  })

  it('writes what a person enters so that it can stand there', () => {
    const { masked } = takeOutSecrets(request)
    const entered = new Map(masked.marks.map((mark) => [mark.key, asWritten(mark, 'a"b&c d')]))
    const restored = putSecretsBack(masked, entered).request
    expect(JSON.parse(restored.body.text)).toEqual({ password: 'a"b&c d', note: '••••' })
    expect(new URLSearchParams(restored.path.split('?')[1]).getAll('token')).toEqual(['a"b&c d', 'a"b&c d'])
    expect(restored.headers[0]?.value).toBe('Bearer a"b&c d')
  })

  it('puts nothing where the text has been changed since', () => {
    const { masked, secrets } = takeOutSecrets(request)
    const edited = { ...masked, request: { ...masked.request, path: '/b' } }
    expect(putSecretsBack(edited, secrets)).toMatchObject({ request: { path: '/b' }, missing: [] })
  })

  it('keeps no secret in what is stored and loses none of what was typed, over seeded requests', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const { request: typed, planted } = seeded(seed)
      const { masked, secrets } = takeOutSecrets(typed)
      const stored = JSON.stringify(masked)
      for (const secret of planted) expect(stored, `seed ${seed}`).not.toContain(secret)
      expect(putSecretsBack(masked, secrets), `seed ${seed}`).toEqual({ request: typed, missing: [] })
      expect(JSON.stringify(withoutSecrets(typed)), `seed ${seed}`).not.toContain('planted')
    }
  })
})

/** A request with secrets in random places, each of which says that it is one. */
function seeded(seed: number): { request: ConsoleRequest; planted: string[] } {
  let state = seed
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const planted: string[] = []
  const secret = () => {
    planted.push(`planted${planted.length}x${below(1000)}`)
    return planted.at(-1) ?? ''
  }
  const names = ['password', 'API_KEY', 'session_token', 'clientSecret', 'user', 'page', 'note', '••••']
  const isSecret = (name: string) => names.indexOf(name) < 4
  const value = (name: string) => (isSecret(name) ? secret() : one(['', 'plain', '••••', 'ü 1']))
  const pairs = () =>
    Array.from({ length: below(4) }, () => one(names)).map((name) => [name, value(name)] as const)
  const json = () => {
    const object = Object.fromEntries(pairs())
    return JSON.stringify(
      one<unknown>([object, [object], { deep: { er: object } }, { credentials: [secret()] }]),
      null,
      below(3),
    )
  }
  const query = () =>
    pairs()
      .map(([name, at]) => `${name}=${encodeURIComponent(at)}`)
      .join('&')
  const rows = () => pairs().map(([name, at], id) => ({ id, name, value: at, isOff: below(2) === 0 }))
  return {
    planted,
    request: requestWith({
      path: `/a/b?${query()}`,
      headers: rows(),
      body: { kind: one(['json', 'form', 'none'] as const), text: one([json, query])(), fields: rows() },
    }),
  }
}

it('leaves secrets out altogether, and says of what', () => {
  const { request, leftOut } = withoutSecrets(
    requestWith({
      path: '/?token=x',
      headers: [{ id: 1, name: 'Authorization', value: 'Bearer x' }],
      body: { kind: 'json', text: '{"password": "x"}', fields: [] },
    }),
  )
  expect(request).toMatchObject({
    path: '/?token=',
    headers: [{ name: 'Authorization', value: 'Bearer ' }],
    body: { text: '{"password": ""}' },
  })
  expect(leftOut).toEqual(['token', 'Authorization', 'password'])
})

it('covers credentials in the headers of an answer', () => {
  expect(
    coverAnswerHeaders([
      ['Set-Cookie', 'session=abc; Path=/'],
      ['WWW-Authenticate', 'Basic realm="x"'],
      ['Location', '/next?token=abc'],
      ['Content-Type', 'text/plain'],
    ]),
  ).toEqual([
    ['Set-Cookie', '••••'],
    ['WWW-Authenticate', 'Basic realm="x"'],
    ['Location', '/next?token=••••'],
    ['Content-Type', 'text/plain'],
  ])
})

it('covers parameters that are switched off as well', () => {
  const request: ConsoleRequest = {
    ...requestWith({}),
    offQuery: [{ id: 4, name: 'token', value: 'abc', isOff: true, after: 0 }],
  }
  const { masked, secrets } = takeOutSecrets(request)
  expect(masked.request.offQuery).toEqual([{ id: 4, name: 'token', value: '••••', isOff: true, after: 0 }])
  expect(putSecretsBack(masked, secrets)).toEqual({ request, missing: [] })
  expect(readRequest(JSON.parse(JSON.stringify(request)))).toEqual(request)
})
