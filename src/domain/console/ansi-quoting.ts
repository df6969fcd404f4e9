const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
}

const escape =
  /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|c([\s\S])|([\s\S]))/g

/**
 * The text that stands between the quotes of bash's `$'…'`. Escaped bytes in a row are UTF-8; two `\u` may be the halves of one sign,
 * as browsers write them.
 */
export function ansiText(inner: string): string {
  let text = ''
  let bytes: number[] = []
  const flush = () => {
    if (bytes.length === 0) return
    text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes))
    bytes = []
  }
  let at = 0
  for (const match of inner.matchAll(escape)) {
    const [whole, hex, short, long, octal, control, sign = ''] = match
    if (match.index > at) flush()
    text += inner.slice(at, match.index)
    at = match.index + whole.length
    const byte = hex ? parseInt(hex, 16) : octal ? parseInt(octal, 8) & 0xff : undefined
    if (byte !== undefined) {
      bytes.push(byte)
      continue
    }
    flush()
    if (short) text += String.fromCharCode(parseInt(short, 16))
    else if (long) text += codePoint(parseInt(long, 16))
    else if (control) text += String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f)
    else text += escapes[sign] ?? (/['"\\?]/.test(sign) ? sign : whole)
  }
  flush()
  return text + inner.slice(at)
}

const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')

/** Where the quote is that closes an `$'…'`, looked for from behind its opening; -1 when there is none. */
export function ansiEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1
    else if (text[i] === "'") return i
  }
  return -1
}
