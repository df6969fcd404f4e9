/**
 * One message between the server and a worker: two big-endian 32-bit lengths, a JSON head, raw bytes.
 * Bodies stay outside of the JSON, so they are neither encoded nor limited to text.
 */
export interface Frame {
  head: unknown
  body: Buffer
}

const lengthsSize = 8

/** The bytes of a frame, in pieces, so that a body of many megabytes is not copied. */
export function encodeFrame(head: unknown, body: Uint8Array = new Uint8Array(0)): Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(lengthsSize)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body.length, 4)
  return body.length === 0 ? [lengths, text] : [lengths, text, body]
}

/** Cuts a byte stream into frames, however its chunks fall. */
export async function* decodeFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Uint8Array[] = []
  let size = 0
  let needed = lengthsSize
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    if (size < needed) continue
    let bytes = Buffer.concat(held, size)
    for (;;) {
      needed = lengthsSize
      if (bytes.length < needed) break
      const headLength = bytes.readUInt32BE(0)
      needed = lengthsSize + headLength + bytes.readUInt32BE(4)
      if (bytes.length < needed) break
      const headEnd = lengthsSize + headLength
      yield {
        head: JSON.parse(bytes.toString('utf8', lengthsSize, headEnd)) as unknown,
        body: bytes.subarray(headEnd, needed),
      }
      bytes = bytes.subarray(needed)
    }
    held = [bytes]
    size = bytes.length
  }
}
