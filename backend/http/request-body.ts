import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { PlatformError } from '../errors'
import { findJsonFault } from './json-position'

/** What the Node adapter passes beside the request; absent in tests that call the app directly. */
export interface NodeBindings {
  incoming?: IncomingMessage
  outgoing?: ServerResponse
}

/** The environment of every handler of this server. */
export interface HttpEnv {
  Bindings: NodeBindings | undefined
}

/** The largest request body that is read, bytes: a function's source and files inline, or the body of an invocation. */
export const bodyLimit = 64 * 1024 * 1024

/** The raw body of a request with any method; a GET with a body is read from the socket. Throws 413 over the limit. */
export async function readBody(c: Context<HttpEnv>, limit = bodyLimit): Promise<Uint8Array> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > limit) throw tooLarge(limit)
  const method = c.req.method
  const incoming = c.env?.incoming
  if (method === 'GET' || method === 'HEAD' || method === 'TRACE') {
    const hasBody = declared > 0 || c.req.header('transfer-encoding') !== undefined
    return incoming && hasBody ? collect(incoming, limit) : new Uint8Array()
  }
  // Node holds a body to its declared length, so only one without a length has to be counted.
  if (declared > 0) return new Uint8Array(await c.req.raw.arrayBuffer())
  const stream = c.req.raw.body as AsyncIterable<Uint8Array> | null
  return stream ? collect(stream, limit) : new Uint8Array()
}

/** The body as JSON. An empty body is `undefined`. Throws 400 that names line and column, 413 over the limit. */
export async function readJson(c: Context<HttpEnv>): Promise<unknown> {
  const text = new TextDecoder().decode(await readBody(c))
  if (text.trim() === '') throw new PlatformError(400, 'The request has no body; a JSON object is expected')
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const fault = findJsonFault(text)
    const place = fault ? ` at line ${fault.line}, column ${fault.column}: ${fault.problem}` : ''
    throw new PlatformError(400, `Failed to parse JSON body${place}`, { cause: error })
  }
}

async function collect(source: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const bytes of source) {
    size += bytes.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(bytes)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)
}

function tooLarge(limit: number): PlatformError {
  return new PlatformError(413, `The request body is larger than ${Math.floor(limit / 1024 / 1024)} MiB`)
}
