/** Bytes of a body beyond which it is not unpacked: small ones can hold gigabytes. */
const limit = 200_000_000

const formats: Record<string, CompressionFormat> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate' }

/**
 * A body that came compressed, as it was before. Rejects, in words for a person, for an encoding that browsers do not offer, for
 * bytes that are none of it, and for more than 200 MB.
 */
export async function decompressed(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const format = formats[encoding]
  if (!format) throw new Error(`The browser does not decompress ${encoding}`)
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream(format))
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (const reader = stream.getReader(); ;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > limit) {
        await reader.cancel()
        break
      }
      chunks.push(value)
    }
  } catch {
    throw new Error(`The bytes are no ${encoding}`)
  }
  if (size > limit) throw new Error('Decompressed it is larger than 200 MB')
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
