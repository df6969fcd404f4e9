/** Why a text cannot be read back; the message is for people. */
export class CompressedTextError extends Error {}

/**
 * A text in few characters that can stand in a URL as they are (`A-Z a-z 0-9 - _`): UTF-8, deflated without a header, as base64url without
 * padding. Needs no secure context. What is no Unicode (half a surrogate pair) comes back as U+FFFD.
 */
export async function compressText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The text that {@link compressText} was given. Rejects with a {@link CompressedTextError} for what is no such text or is cut off, and as soon as
 * it grows beyond `limit` bytes, however little was given.
 */
export async function expandText(compressed: string, limit: number): Promise<string> {
  const stream = new Blob([bytesOf(compressed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let size = 0
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > limit) throw new CompressedTextError('It holds more than can be read')
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    // Of a stream that failed by itself nothing is left to cancel.
    await reader.cancel().catch(() => undefined)
    throw error instanceof CompressedTextError ? error : damaged()
  }
}

const damaged = () => new CompressedTextError('It is damaged or cut off')

function bytesOf(compressed: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(compressed)) throw damaged()
  try {
    const binary = atob(compressed.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (char) => char.charCodeAt(0))
  } catch {
    throw damaged()
  }
}
