import { expect, it } from 'vitest'
import { Random } from '@/domain/merge/testing-model'
import { curlCommand, withItsSecrets } from './curl-export'
import { importCurl } from './curl-import'
import { emptyRequest, type BodyKind, type ConsoleRequest, type FormField } from './request'
import { quoted } from '@/domain/shell-quoting'
import { contentTypes, formText, methods, toSend } from './to-send'

// Both can be set in the environment, to play one request again or many more.
const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process
const firstSeed = Number(env.CURL_SEED ?? 1)
const requests = Number(env.CURL_REQUESTS ?? 1_500)

const signs = [
  ...`abcXYZ019 '"\\$\`!&|;<>(){}[]*?~#%^=+@:/,.-_`,
  ...['\n', '\r\n', '\x1b', '\t', 'é', '漢', '😀', '$(id)', '${HOME}', "'\\''", '%41', 'BODY', ' -H ', '--'],
]
const textTypes = ['text/csv', 'application/xml; charset=utf-8', 'application/vnd.a+json', contentTypes.form]

function randomRequest(random: Random): ConsoleRequest {
  const pick = <Item>(items: readonly Item[]): Item => items[random.below(items.length)] as Item
  const text = (most: number) => Array.from({ length: random.below(most) }, () => pick(signs)).join('')
  const line = (most: number) =>
    text(most)
      .replace(/[^\t\x20-\x7e\xe9]/g, '')
      .trim()
  const name = () =>
    pick(['a', 'user', 'X-Key', 'password', 'api_key', 'Łódź', 'a b', 'token', '@x', '<y', 'q"r'])
  const rows = (of: () => Omit<FormField, 'id'>): FormField[] =>
    Array.from({ length: 1 + random.below(4) }, (_, index) => ({ id: index + 1, ...of() }))
  const escaped = () => encodeURIComponent(text(6).replace(/\0/g, ''))
  const query = () =>
    Array.from({ length: random.below(4) }, () => `${encodeURIComponent(name())}=${escaped()}`)
  const path = `/${pick(['', 'a', 'a/b/', '../x', 'a;b=c', '{x,y}', '[1-3]'])}${pick(['', '?', '?&', '?a&&'])}`
  const kind = pick<BodyKind>(['none', 'text', 'json', 'form', 'multipart', 'file'])
  const method = kind === 'none' ? pick(methods) : pick(methods.slice(1))
  const headers = rows(() => ({
    name: pick(['X-A', 'Authorization', 'x-api-key', 'Accept', 'X-Trace_Id', "X-O'B"]),
    value: pick([line(12), `Bearer ${line(20)}`.trim(), 'Basic dXNlcjpwYXNzd29yZA==']),
  })).slice(0, random.below(5))
  const body = {
    none: () => ({ kind, text: '', fields: [] }),
    text: () => ({ kind, text: `#${text(40)}`, fields: [] }),
    json: () => ({
      kind,
      text: JSON.stringify(
        { [name()]: text(12), list: [text(9), { password: text(9) }] },
        null,
        random.below(3),
      ),
      fields: [],
    }),
    form: () => ({ kind, text: '', fields: rows(() => ({ name: name(), value: text(12) })) }),
    multipart: () => ({
      kind,
      text: '',
      fields: rows(() => {
        const file = {
          name: pick(['a.png', 'a "b".txt', '-', 'é,;x.bin', "it's.c"]),
          type: 'image/png',
          size: 0,
        }
        return random.below(2) ? { name: name(), value: '', file } : { name: name(), value: text(12) }
      }),
    }),
    file: () => ({ kind, text: '', fields: [], file: { name: 'a b.png', type: 'image/png', size: 0 } }),
  }[kind]()
  if (kind === 'text' && random.below(2))
    headers.push({ id: headers.length + 1, name: 'Content-Type', value: pick(textTypes) })
  const options = {
    ...emptyRequest.options,
    timeout: pick(['', '30s', '0.25s']),
    logLevel: pick(['', 'debug', 'warn'] as const),
    skipsTlsVerification: random.below(2) === 0,
  }
  return { method, path: path + query().join('&'), headers, body, options }
}

/** A text without a type of its own and a form in one spelling have several shapes; all others come back as they were. */
const isOneShape = ({ body, headers }: ConsoleRequest): boolean =>
  body.kind !== 'text' ||
  !headers.some(({ name, value }) => name === 'Content-Type' && /form|json/.test(value))

it('imports what it exports as the same request', () => {
  for (let seed = firstSeed; seed < firstSeed + requests; seed += 1) {
    const request = randomRequest(new Random(seed))
    const { command, variables } = curlCommand({
      sent: toSend(request),
      target: 'https://function.example:8443/',
      options: request.options,
      file: request.body.file,
    })
    const settings = variables.map(({ name, value }) => `export ${name}=${quoted(value)}\n`).join('')
    const read = importCurl(settings + command)
    if (!read.isRead) throw new Error(`seed ${seed}: ${read.words}\n${command}`)
    const at = `seed ${seed}:\n${command}`
    expect(toSend(read.request), at).toEqual(toSend(request))
    expect(read.request.options, at).toEqual(request.options)
    if (isOneShape(request)) expect(read.request, at).toEqual(request)
    for (const { about, words } of read.remarks)
      if (!/left out: the request goes to|Choose the file|as it says what curl does/.test(words))
        expect(`${about}: ${words}`, at).toBe('no such remark')
  }
})

it('writes no secret into the command', () => {
  const { command, variables } = curlCommand({
    sent: {
      method: 'POST',
      path: '/?token=abc123&x=1',
      headers: [['Authorization', 'Bearer s3cret.value']],
      body: { kind: 'text', text: '{"password": "a\\"b", "user": "me"}' },
    },
    target: 'http://h',
  })
  expect(command).not.toMatch(/abc123|s3cret|a\\"b/)
  expect(command).toContain(`-H 'Authorization: Bearer '"\${SECRET_AUTHORIZATION}"`)
  expect(command).toContain('# export SECRET_PASSWORD=… (within JSON')
  expect(variables.map(({ value }) => value)).toEqual(['abc123', 's3cret.value', 'a\\"b'])
})

it('says in one line what needs no more', () => {
  const form = formText([{ name: 'a', value: 'x y' }])
  const { command } = curlCommand({
    sent: { method: 'PUT', path: '/é', headers: [['X-A', '']], body: { kind: 'text', text: form } },
    target: 'http://h/',
  })
  expect(command).toBe(
    `curl --fail-with-body -X PUT 'http://h/%C3%A9' \\\n  -H 'X-A;' \\\n  --data-raw 'a=x+y'`,
  )
})

it('hands over a long body by a pipe, and one with a zero sign as a file', () => {
  const long = 'x\n'.repeat(40_000)
  const sent = { method: 'POST', path: '/', headers: [['Content-Type', 'text/plain'] as [string, string]] }
  const piped = curlCommand({
    sent: { ...sent, body: { kind: 'text', text: long } },
    target: 'http://h',
  }).command
  expect(piped.startsWith("printf %s 'x\n")).toBe(true)
  const read = importCurl(piped)
  expect(read.isRead && read.request.body).toEqual({ kind: 'text', text: long, fields: [] })
  const zero = curlCommand({
    sent: { ...sent, body: { kind: 'text', text: 'a\0b' } },
    target: 'http://h',
  }).command
  expect(zero).toMatch(/^# The body .*body\.txt\n[^]*'@body\.txt'$/)
})

it('sets the secrets when they are asked for', () => {
  const sent = {
    method: 'POST',
    path: '/',
    headers: [['Authorization', "Bearer it's me"] as [string, string]],
    body: { kind: 'text' as const, text: '# export SECRET_A\n' },
  }
  const written = withItsSecrets(curlCommand({ sent, target: 'http://h' }))
  expect(written).toMatch(/^export SECRET_AUTHORIZATION='it'\\''s me'\ncurl /)
  expect(written).toContain("--data-raw '# export SECRET_A\n'")
  const plain = curlCommand({ sent: { ...sent, headers: [] }, target: 'http://h' })
  expect(withItsSecrets(plain)).toBe(plain.command)
})
