import type { SentPart } from './to-send'

/** A name as browsers write it into the head of a part: what would end it is written as in an address. */
const headName = (name: string): string => name.replace(/\r\n?|\n/g, '%0D%0A').replaceAll('"', '%22')

const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ')

/** The bytes of a multipart body (RFC 7578). `boundary` must not stand in any of the parts. */
export function multipartBody(parts: readonly SentPart[], boundary: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const chunks: Uint8Array[] = []
  for (const part of parts) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${headName(part.name)}"`
    if ('file' in part) {
      const { name, type, bytes } = part.file
      chunks.push(
        encoder.encode(`${head}; filename="${headName(name)}"\r\nContent-Type: ${oneLine(type)}\r\n\r\n`),
        bytes,
      )
    } else chunks.push(encoder.encode(`${head}\r\n\r\n${part.text.replace(/\r\n?|\n/g, '\r\n')}`))
    chunks.push(encoder.encode('\r\n'))
  }
  chunks.push(encoder.encode(`--${boundary}--\r\n`))
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
