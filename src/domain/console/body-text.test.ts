import { expect, it } from 'vitest'
import { bodyText } from './body-text'

const utf8 = (text: string) => new TextEncoder().encode(text)

it('reads UTF-8 unless another charset is declared', () => {
  expect(bodyText(utf8('größe 😀'))).toEqual({ text: 'größe 😀', charset: 'utf-8', note: undefined })
  expect(bodyText(Uint8Array.of(0xe9), 'ISO-8859-1')).toMatchObject({
    text: 'é',
    charset: 'windows-1252',
    note: undefined,
  })
  expect(bodyText(Uint8Array.of(0x93, 0xfa, 0x96, 0x7b), 'shift_jis').text).toBe('日本')
})

it('trusts a byte order mark more than the header, and leaves it out', () => {
  expect(bodyText(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x62, 0), 'utf-8')).toMatchObject({
    text: 'ab',
    charset: 'utf-16le',
  })
  expect(bodyText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'iso-8859-1')).toMatchObject({
    text: 'a',
    charset: 'utf-8',
  })
})

it('falls back to a charset that any bytes are', () => {
  expect(bodyText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).toEqual({
    text: 'café',
    charset: 'windows-1252',
    note: 'No charset was declared and it is not UTF-8',
  })
})

it('says when a charset is not known, or not all of the body is in it', () => {
  expect(bodyText(utf8('ü'), 'utf-7')).toMatchObject({
    text: 'ü',
    charset: 'utf-8',
    note: 'The charset utf-7 is not known',
  })
  expect(bodyText(Uint8Array.of(0x61, 0xff), 'utf-8')).toMatchObject({
    text: 'a\ufffd',
    note: 'Not all of it is utf-8; what is not is shown as \ufffd',
  })
})

it('shows a few broken bytes in a long text of UTF-8 as such', () => {
  const bytes = utf8('ü'.repeat(4000))
  bytes[7000] = 0xff
  expect(bodyText(bytes)).toMatchObject({ charset: 'utf-8' })
})

it('reads a part that ends within a letter', () => {
  expect(bodyText(utf8('aü').subarray(0, 2), undefined, true)).toEqual({
    text: 'a',
    charset: 'utf-8',
    note: undefined,
  })
})
