import { describe, expect, it } from 'vitest'
import { bodyView, firstPartSize, firstPartView, unaskedLimit } from './body-kind'

const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'

function answer(type: string | undefined, text: string, more: [string, string][] = []) {
  const headers: [string, string][] = type === undefined ? more : [['Content-Type', type], ...more]
  return { headers, body: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) }
}

describe('bodyView', () => {
  it.each<[type: string | undefined, text: string, show: object]>([
    ['application/json', '', { kind: 'empty' }],
    [
      'application/json; charset=utf-8',
      '{"a":1}',
      { kind: 'json', isLines: false, isGuess: false, charset: 'utf-8' },
    ],
    ['application/problem+json', 'not json', { kind: 'json', isGuess: false }],
    ['application/x-ndjson', '{}\n{}', { kind: 'json', isLines: true, isGuess: false }],
    ['text/plain', '{"a":1}', { kind: 'json', isGuess: true }],
    [undefined, '[1]', { kind: 'json', isGuess: true }],
    ['text/plain; charset=latin1', 'caf\xe9', { kind: 'text', charset: 'latin1' }],
    [undefined, 'hello', { kind: 'text' }],
    [undefined, '\0\x01\x02', { kind: 'binary' }],
    ['application/octet-stream', 'hello', { kind: 'text' }],
    ['application/octet-stream', png, { kind: 'image', type: 'image/png' }],
    ['application/zip', 'PK\x03\x04\0\0', { kind: 'binary' }],
    ['application/x-own', 'some words', { kind: 'text' }],
    ['text/html', '<p>hi', { kind: 'html' }],
    ['text/plain', '<!doctype html><p>hi', { kind: 'text', language: 'html' }],
    ['application/x-www-form-urlencoded', 'a=1&b=2', { kind: 'form' }],
    ['multipart/form-data; boundary=x', '--x\r\n\r\nhi\r\n--x--', { kind: 'text' }],
    ['multipart/form-data; boundary=x', '--x\r\n\r\n\0\x01\r\n--x--', { kind: 'binary' }],
    ['text/javascript', 'let a', { kind: 'text', language: 'javascript' }],
    ['application/atom+xml', '<feed/>', { kind: 'text', language: 'xml' }],
    ['application/yaml', 'a: 1', { kind: 'text', language: 'yaml' }],
    ['text/x-python', 'pass', { kind: 'text', language: 'python' }],
    ['text/csv', 'a,b', { kind: 'text', language: undefined }],
    ['image/png', png, { kind: 'image', type: 'image/png' }],
    ['IMAGE/JPEG', png, { kind: 'image', type: 'image/png' }],
    ['image/svg+xml', '<svg/>', { kind: 'image', type: 'image/svg+xml' }],
    [undefined, '<svg xmlns="…"/>', { kind: 'image', type: 'image/svg+xml' }],
    ['image/tiff', 'II*\0', { kind: 'binary' }],
    ['audio/mpeg', '\xff\xfb\x90\0', { kind: 'audio', type: 'audio/mpeg' }],
    ['video/ogg', 'OggS\0\x02', { kind: 'video', type: 'video/ogg' }],
    ['application/pdf', '%PDF-1.4\n\0', { kind: 'pdf', type: 'application/pdf' }],
    ['text/plain; charset=utf-16le', 'a\0b\0', { kind: 'text', charset: 'utf-16le' }],
  ])('of %s and %j', (type, text, show) => expect(bodyView(answer(type, text)).show).toMatchObject(show))

  it.each([
    ['image/png', '{"error":"no such image"}', 'json', 'The bytes are text'],
    ['image/svg+xml', '{"error":"no such image"}', 'json', 'The bytes are text'],
    ['text/html', png, 'image', 'The bytes are image/png'],
    ['application/json', '\0\x01\x02', 'binary', 'The bytes are no text'],
    ['application/json', '%PDF-1.4', 'pdf', 'The bytes are application/pdf'],
  ])('believes the bytes where %s is not true', (type, text, kind, note) => {
    expect(bodyView(answer(type, text))).toMatchObject({ show: { kind }, note, declaredType: type })
  })

  it('tells a body that is still compressed from one that the browser has unpacked', () => {
    const gzip: [string, string][] = [['content-encoding', 'GZIP']]
    expect(bodyView(answer('application/json', '\x1f\x8b\x08\0\0', gzip)).show).toEqual({
      kind: 'compressed',
      encoding: 'gzip',
    })
    expect(bodyView(answer('application/json', '{}', gzip)).show.kind).toBe('json')
    expect(bodyView(answer('text/html', '\x8b\x02\x80', [['content-encoding', 'br']])).show).toEqual({
      kind: 'compressed',
      encoding: 'br',
    })
    expect(bodyView(answer('image/png', png, [['content-encoding', 'br']])).show.kind).toBe('image')
    expect(bodyView(answer('text/plain', 'a', [['content-encoding', 'identity']])).show.kind).toBe('text')
  })

  it('holds back what is large until a person asks', () => {
    const headers: [string, string][] = [['content-type', 'text/csv']]
    const body = new Uint8Array(unaskedLimit).fill(0x61)
    expect(bodyView({ headers, body }).isHeldBack).toBe(false)
    const larger = { headers, body: new Uint8Array(unaskedLimit + 1).fill(0x61) }
    expect(bodyView(larger)).toMatchObject({ isHeldBack: true, show: { kind: 'text' } })
    expect(bodyView(larger, true).isHeldBack).toBe(false)
  })
})

describe('firstPartView', () => {
  it('is the beginning as text or bytes', () => {
    const long = ' '.repeat(firstPartSize)
    expect(firstPartView(answer('application/json', `[1]${long}`))).toMatchObject({
      show: { kind: 'text' },
      bytes: { length: firstPartSize },
    })
    expect(firstPartView(answer('image/png', png + long)).show).toEqual({ kind: 'binary' })
    expect(firstPartView(answer('image/svg+xml', `<svg>${long}`)).show).toEqual({ kind: 'text' })
    expect(firstPartView(answer('text/html', long)).show).toMatchObject({ kind: 'text' })
    expect(firstPartView(answer('text/csv', 'a,b')).show).toMatchObject({ kind: 'text' })
  })
})
