import { describe, expect, it } from 'vitest'
import { Random } from '@/domain/merge/testing-model'
import { importCurl } from './curl-import'
import { toSend } from './to-send'

function read(text: string) {
  const found = importCurl(text)
  if (!found.isRead) throw new Error(found.words)
  const words = found.remarks.map((remark) => remark.words).join('\n')
  return { request: found.request, sent: toSend(found.request), remarks: found.remarks, words }
}

const typeOf = (text: string) => read(text).sent.headers.find(([name]) => name === 'Content-Type')?.[1]

describe('the shell', () => {
  it('knows quotes, continuations and comments', () => {
    const { sent } = read(
      `# first\n$ curl 'http://h/a b'\\''c' \\\n  -H "X-A: \\"q\\" \\$5" -H X-B:\\ b \\\r\n --data-raw $'{"a":"it\\'s \\u00e9\\n\\xc3\\xa9 \\ud83d\\ude00"}'`,
    )
    expect(sent).toMatchObject({
      method: 'POST',
      path: "/a b'c",
      body: { kind: 'text', text: '{"a":"it\'s é\né 😀"}' },
    })
    expect(sent.headers).toEqual([
      ['X-A', '"q" $5'],
      ['X-B', 'b'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ])
  })

  it('sets variables that the text sets, and names the others', () => {
    const { request, words } = read(
      `HOST=h\nexport TOKEN='a b'\ncurl "$HOST/x" -H "Authorization: Bearer \${TOKEN}" -H "X-A: $LATER"`,
    )
    expect(request.path).toBe('/x')
    expect(request.headers.map(({ value }) => value)).toEqual(['Bearer a b', '${LATER}'])
    expect(words).toContain('The variable LATER is not known here')
  })

  it('reads a here-document, and what printf hands over', () => {
    const here = read(
      `curl h --data-binary @- <<BODY -H 'Content-Type: application/json'\n{"a": "\\$b"}\nBODY\n`,
    )
    expect(here.request.body).toEqual({ kind: 'json', text: '{"a": "$b"}\n', fields: [] })
    expect(read(`curl h -d @- <<< hi`).request.body.text).toBe('hi\n')
    expect(read(`echo -n hi | curl h -d @-`).request.body.text).toBe('hi')
    expect(read(`cat x | curl h -d @-`).words).toContain('What cat would hand to curl is left out')
  })

  it('takes the first command and names what else stands there', () => {
    const { words, request } = read(`curl h/a > out.txt 2>&1 && curl h/b`)
    expect(request.path).toBe('/a')
    expect(words).toContain('What follows the first curl command is left out')
    expect(words).toContain('> out.txt is left out')
    expect(read('curl h/a?x=1 -H "X: $(date)"').words).toContain('The output of a command')
  })

  it.each([
    ['ls', 'no curl command'],
    ['', 'no curl command'],
    ["curl 'h", 'The quote in line 1 is not closed'],
    ['curl -X GET', 'no URL'],
    ['curl h -d @- <<E\nx', 'here-document has no end'],
    ['Invoke-WebRequest -Uri "http://h"', 'PowerShell'],
    ['curl "http://h" `\n -H "a: b"', 'PowerShell'],
    ['$session = New-Object Microsoft.PowerShell\ncurl h', 'PowerShell'],
  ])('says why it cannot read %j', (text, words) => {
    const found = importCurl(text)
    expect(found.isRead ? 'read' : found.words).toContain(words)
  })

  it('reads what browsers copy for the command prompt of Windows', () => {
    const escaped =
      'curl ^"http://h/a?b=c^&d=e^%^20f^" ^\r\n  -H ^"accept: */*^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"x^\n\ny ^^ ^%^PATH^%^\\^"^}^"'
    expect(read(escaped).sent).toMatchObject({
      method: 'POST',
      path: '/a?b=c&d=e%20f',
      body: { kind: 'text', text: '{"a":"x\ny ^ %PATH%"}' },
    })
    const older = 'curl "http://h/a?b=1&c=2" ^\r\n -H "X-A: ""q"" ^ \\\\" --data "{\\"a\\":1}" & dir'
    const { sent, words } = read(older)
    expect(sent.path).toBe('/a?b=1&c=2')
    expect(sent.headers[0]).toEqual(['X-A', '"q" ^ \\'])
    expect(sent.body).toEqual({ kind: 'text', text: '{"a":1}' })
    expect(words).toContain('What follows')
  })
})

describe('the body', () => {
  it('is of the kind that sends the same', () => {
    expect(read(`curl h --json '{"a":1}'`).request).toMatchObject({
      method: 'POST',
      body: { kind: 'json', text: '{"a":1}' },
      headers: [{ name: 'Accept', value: 'application/json' }],
    })
    expect(read(`curl h -d a=1 -d 'b=x+y'`).request).toMatchObject({
      headers: [],
      body: {
        kind: 'form',
        fields: [
          { name: 'a', value: '1' },
          { name: 'b', value: 'x y' },
        ],
      },
    })
    expect(read(`curl h -d 'a=x%20y'`).sent.body).toEqual({ kind: 'text', text: 'a=x%20y' })
    expect(typeOf(`curl h -d 'a=x%20y'`)).toBe('application/x-www-form-urlencoded')
    expect(read(`curl h --data-raw '@x' -H 'Content-Type: text/plain'`).request).toMatchObject({
      headers: [],
      body: { kind: 'text', text: '@x' },
    })
  })

  it('says that curl sends JSON as a form when nobody names the type', () => {
    const { request, words } = read(`curl h -d '{"a":1}'`)
    expect(request.body.kind).toBe('json')
    expect(typeOf(`curl h -d '{"a":1}'`)).toBe('application/x-www-form-urlencoded')
    expect(words).toContain('remove that header to send JSON')
  })

  it('encodes as --data-urlencode does', () => {
    const { request } = read(`curl h --data-urlencode 'a=b c&d' --data-urlencode '=x' --data-urlencode 'n=é'`)
    expect(request.body.fields.map(({ name, value }) => [name, value])).toEqual([
      ['a', 'b c&d'],
      ['x', ''],
      ['n', 'é'],
    ])
  })

  it('goes into the query with -G', () => {
    const { sent } = read(`curl -G 'h/a?x' --data-urlencode "q=a b&c~é'*" -d y=1`)
    expect(sent).toMatchObject({ method: 'GET', body: { kind: 'none' } })
    expect(sent.path).toBe('/a?x&q=a+b%26c~%C3%A9%27%2A&y=1')
    expect(read('curl h/a --url-query b=1').sent.path).toBe('/a?b=1')
  })

  it('reads forms and files, which have to be chosen', () => {
    const { request, words } = read(
      `curl h -F name=me -F 'pic=@"my \\"a\\".png";type=image/png' -F 'two=@/tmp/a.txt,b.txt;filename="c.txt"' -F 'text=<note.txt' -F 'j={"a":1};type=application/json' --form-string 'raw=@x;type=y'`,
    )
    const file = (name: string, type = '') => ({ name, type, size: 0 })
    expect(request.body.fields.map(({ name, value, file: of }) => [name, of ?? value])).toEqual([
      ['name', 'me'],
      ['pic', file('my "a".png', 'image/png')],
      ['two', file('a.txt')],
      ['two', file('c.txt')],
      ['text', ''],
      ['j', '{"a":1}'],
      ['raw', '@x;type=y'],
    ])
    expect(words).toContain('Choose the file my "a".png of the field pic')
    expect(words).toContain('Put the text of note.txt into the field text')
    expect(words).toContain('The content type application/json of the field j is left out')
    const body = read(`curl -T dir/a.png -H 'Content-Type: image/png' h`)
    expect(body.request).toMatchObject({
      method: 'PUT',
      headers: [],
      body: { kind: 'file', file: file('a.png', 'image/png') },
    })
    expect(read('curl h -d @x.txt').words).toContain('takes the line breaks out of x.txt')
    expect(read('curl h -d a=1 -d @x.txt').words).toContain('Put the text of x.txt into the body')
  })
})

describe('the options', () => {
  it('become settings of the request', () => {
    const { request } = read(`curl -sSkLXPUT -m2.5 -uaß:b --url https://h/x -HX-Nuclio-Log-Level:info`)
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/x',
      headers: [{ name: 'Authorization', value: 'Basic YcOfOmI=' }],
      options: { timeout: '2.5s', skipsTlsVerification: true, logLevel: 'info' },
    })
    expect(read('curl http://me:p%40ss@h').sent.headers).toEqual([['Authorization', 'Basic bWU6cEBzcw==']])
    expect(read('curl -u me:p h -H "Authorization: x"').sent.headers).toEqual([['Authorization', 'x']])
    expect(read('curl --oauth2-bearer abc h').sent.headers).toEqual([['Authorization', 'Bearer abc']])
  })

  it('names what a browser cannot send, and keeps it switched off', () => {
    const { request, words, sent } = read(
      `curl h -b a=b -A me -e http://r -H 'Host: x' -H 'Accept-Encoding: gzip'`,
    )
    expect(sent.headers).toEqual([['User-Agent', 'me']])
    expect(request.headers.filter(({ isOff }) => isOff).map(({ name }) => name)).toEqual([
      'Cookie',
      'Referer',
      'Host',
      'Accept-Encoding',
    ])
    expect(words).toContain('Cookie, Referer, Host, Accept-Encoding')
    expect(read('curl -I h').words).toContain('does not pass on HEAD; GET stands in its place')
    expect(read('curl -X GET -d a h').words).toContain('Browsers send no body with GET')
    expect(read('curl -X TRACE h').request.method).toBe('GET')
  })

  it('names all that is left out', () => {
    const { request, words } = read(
      `curl --frob 7 -Q x --connect-timeout 3 -o out --no-progress-meter --no-keepalive --proxy p --compressed -L http://h/a#b http://h/c --next h/d`,
    )
    expect(request.path).toBe('/a')
    for (const part of [
      '--frob 7',
      '-Q x',
      '--connect-timeout 3',
      '-o out',
      '--proxy p',
      '--compressed',
      '-L',
      'http://h/c',
      '--next',
      'http://h is left out',
      '#b is left out',
    ])
      expect(words).toContain(part)
    expect(read('curl --frob h').request.path).toBe('/')
    expect(read('curl h/{a,b}').words).toContain('a request for each choice')
    expect(read('curl -g h/{a,b}').words).not.toContain('choice')
    expect(
      read('curl h -b jar.txt -H @f -H "X-E;" -H nothing -H "Content-Type:" -X').words.split('\n'),
    ).toHaveLength(6)
  })
})

it('reads whatever is pasted to an end', () => {
  const parts = [
    'curl ',
    'h/a ',
    "'",
    '"',
    '\\',
    '\n',
    '^',
    '$',
    '$(',
    '`',
    '${A}',
    "$'",
    '\\x',
    '<<E',
    '<',
    '|',
    '&',
    ';',
    '#',
  ]
  const options = [
    '-H ',
    '-d ',
    '-F ',
    '-F a=@"',
    ';type=',
    '--json ',
    '-u',
    '-XGET ',
    '--',
    '-',
    '@',
    '@-',
    '=',
    '%',
    '{',
    '🙂',
  ]
  const all = [...parts, ...options]
  for (let seed = 1; seed <= 4_000; seed += 1) {
    const random = new Random(seed)
    const text = Array.from({ length: 30 }, () => all[random.below(all.length)]).join('')
    const found = importCurl(`curl h ${text}`)
    expect(found.isRead ? found.request.path.startsWith('/') : found.words !== '', text).toBe(true)
  }
})

it('reads a body of megabytes', () => {
  const body = JSON.stringify({
    list: Array.from({ length: 100_000 }, (_, id) => ({ id, name: `n'é${id}` })),
  })
  expect(read(`curl h --json '${body.replaceAll("'", "'\\''")}'`).request.body.text).toBe(body)
  const escaped = body.replace(/'/g, "\\'").replace(/é/g, '\\u00e9')
  expect(read(`curl h --json $'${escaped}'`).request.body.text).toBe(body)
})
