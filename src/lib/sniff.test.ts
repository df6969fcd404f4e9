import { describe, expect, it } from 'vitest'
import { looksLikeText, looksLikeUtf8, markedCharset, sniffedText, sniffedType } from './sniff'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('sniffedType', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    ['RIFF....WAVEfmt ', 'audio/wav'],
    ['\0\0\0\x20ftypavif', 'image/avif'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['%PDF-1.7', 'application/pdf'],
    ['\x1f\x8b\x08\0', 'application/gzip'],
    ['BM\x20\0\0\0' + '.'.repeat(26), 'image/bmp'],
    ['BMW is a car, and this is a sentence', undefined],
    ['....____WEBP', undefined],
    ['hello', undefined],
    ['', undefined],
  ])('of %j is %s', (text, type) => expect(sniffedType(bytes(text))).toBe(type))
})

describe('sniffedText', () => {
  it.each([
    ['{"a":1}', 'json'],
    [' \n[ {', 'json'],
    ['\xef\xbb\xbf{}', 'json'],
    ['[1, 2]', 'json'],
    ['[INFO] started', undefined],
    ['{name}', undefined],
    ['<!DOCTYPE html><html>', 'html'],
    ['<!-- x --><html lang="en">', 'html'],
    ['<header>', undefined],
    ['<?xml version="1.0"?>\n<!-- x --><svg xmlns="…">', 'svg'],
    ['<?xml version="1.0"?><feed>', undefined],
    ['true', undefined],
  ])('of %j is %s', (text, kind) => expect(sniffedText(bytes(text))).toBe(kind))
})

describe('text', () => {
  it('has no control characters but those of text', () => {
    expect(looksLikeText(bytes('a\tb\r\n\x1b[31mred\xe9'))).toBe(true)
    expect(looksLikeText(bytes('a\0b'))).toBe(false)
    expect(looksLikeText(bytes('\xff\xfea\0'))).toBe(true)
    expect(looksLikeText(new Uint8Array(0))).toBe(true)
  })

  it('is UTF-8 also where its beginning ends within a letter', () => {
    expect(looksLikeUtf8(new TextEncoder().encode('a' + 'ü'.repeat(4000)))).toBe(true)
    expect(looksLikeUtf8(bytes('a\xfcb'))).toBe(false)
  })

  it('may begin with a mark of its charset', () => {
    expect(
      ['\xef\xbb\xbfa', '\xff\xfea', '\xfe\xffa', 'a'].map((text) => markedCharset(bytes(text))),
    ).toEqual(['utf-8', 'utf-16le', 'utf-16be', undefined])
  })
})
