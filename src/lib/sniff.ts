/** How many bytes are looked at. */
const looked = 4096

const signatures: [type: string, at: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['audio/wav', 8, 'WAVE'],
  ['image/avif', 4, 'ftypavif'],
  ['image/avif', 4, 'ftypavis'],
  ['audio/mp4', 4, 'ftypM4A'],
  ['video/mp4', 4, 'ftypisom'],
  ['video/mp4', 4, 'ftypiso'],
  ['video/mp4', 4, 'ftypmp4'],
  ['video/mp4', 4, 'ftypavc1'],
  ['video/mp4', 4, 'ftypM4V'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
  ['image/x-icon', 0, '\0\0\x01\0'],
  ['application/pdf', 0, '%PDF-'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/flac', 0, 'fLaC'],
  ['audio/ogg', 0, 'OggS'],
  ['application/gzip', 0, '\x1f\x8b\x08'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/wasm', 0, '\0asm'],
]

function latin(bytes: Uint8Array, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(0, length)) text += String.fromCharCode(byte)
  return text
}

/**
 * The media type that the first bytes of a body tell without doubt, by the signatures of the WHATWG MIME sniffing standard and a few
 * archive formats; nothing for text and for what is not known.
 */
export function sniffedType(bytes: Uint8Array): string | undefined {
  const start = latin(bytes, 32)
  const found = signatures.find(([, at, signature]) => start.startsWith(signature, at))
  if (found) return isRiff(found[0]) && !start.startsWith('RIFF') ? undefined : found[0]
  if (start.startsWith('BM') && bytes.length > 26 && sizeInHeader(bytes) === bytes.length) return 'image/bmp'
  return undefined
}

function isRiff(type: string): boolean {
  return type === 'image/webp' || type === 'audio/wav'
}

// Two letters prove nothing; a bitmap's header also says its size.
function sizeInHeader(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(2, true)
}

/** The charset that a byte order mark names. */
export function markedCharset(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const start = latin(bytes, 3)
  if (start === '\xef\xbb\xbf') return 'utf-8'
  if (start.startsWith('\xff\xfe')) return 'utf-16le'
  return start.startsWith('\xfe\xff') ? 'utf-16be' : undefined
}

/** Whether the first bytes hold nothing that text in UTF-8, or in any charset of one byte a letter, would not hold. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const charset = markedCharset(bytes)
  if (charset === 'utf-16le' || charset === 'utf-16be') return true
  for (const byte of bytes.subarray(0, looked))
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b)
      return false
  return true
}

/** Whether the first bytes are UTF-8; a letter that they cut in two does not count against it. */
export function looksLikeUtf8(bytes: Uint8Array): boolean {
  try {
    const isCut = bytes.length > looked
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, looked), { stream: isCut })
    return true
  } catch {
    return false
  }
}

/** What kind of text the first letters show: the beginning of a JSON object or list, an HTML page, an SVG, or none of them. */
export function sniffedText(bytes: Uint8Array): 'json' | 'html' | 'svg' | undefined {
  const start = latin(bytes, looked).replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '')
  if (/^(\{\s*["}]|\[\s*([[{"\]\d-]|true|false|null))/.test(start)) return 'json'
  if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)[\s>]/i.test(start)) return 'html'
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/i.test(start)) return 'svg'
  return undefined
}
