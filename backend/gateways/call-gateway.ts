import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { PlatformError } from '../errors'
import { headerPairs } from '../http/headers'
import type { GatewayCall, InvocationAnswer } from '../platform/platform'

/** Set by the request itself, whatever was typed. */
const ownHeaders = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'expect'])

interface Listener {
  address: string
  port: number
  /** The host to ask for. */
  host: string
}

/**
 * Sends a request to the listener of the gateways, over a connection like any other client's. Throws 400 for what HTTP cannot carry and
 * 502 when the listener does not answer.
 */
export async function callGateway(at: Listener, call: GatewayCall): Promise<InvocationAnswer> {
  const outgoing = opened(at, call)
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve)
    // For as long as it lives: an error after the answer has begun is one of the answer's stream.
    outgoing.on('error', (error) =>
      reject(new PlatformError(502, `The API gateways did not answer: ${error.message}`, { cause: error })),
    )
    outgoing.end(call.body)
  })
  return {
    status: incoming.statusCode ?? 502,
    headers: headerPairs(incoming.rawHeaders),
    body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
  }
}

function opened(
  { address, port, host }: Listener,
  { method, path, headers, body, signal }: GatewayCall,
): ClientRequest {
  const sent = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase())).flat()
  const length = body.length > 0 ? ['Content-Length', String(body.length)] : []
  try {
    return httpRequest({
      host: address,
      port,
      method,
      path,
      headers: ['Host', host, ...sent, ...length],
      agent: false,
      signal,
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new PlatformError(400, `The request cannot be sent: ${words}`, { cause: error })
  }
}
