import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { errorResponse } from './errors'
import { passAnswer, sealAnswer, sealedRequestHeader, type FunctionAnswer } from './function-answer'
import { endToEnd, headerPairs, type HeaderPair } from './headers'
import type { HttpLog } from './log'
import type { NodeBindings } from './request-body'
import { endWithSource } from './stream-end'

type ProxyFetch = (request: Request, bindings?: NodeBindings) => Promise<Response>

/** Hands every request to the Nuclio dashboard at `target`, any method, both bodies as they come. */
export function createProxy(target: URL, log: HttpLog): ProxyFetch {
  const secure = target.protocol === 'https:'
  const send = secure ? httpsRequest : httpRequest
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })

  const exchange = (request: Request, bindings: NodeBindings | undefined, headers: HeaderPair[]) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { pathname, search } = new URL(request.url)
      const outgoing = send({
        agent,
        protocol: target.protocol,
        hostname: target.hostname.replace(/^\[|\]$/g, ''),
        port: target.port,
        method: request.method,
        path: target.pathname.replace(/\/$/, '') + pathname + search,
        signal: request.signal,
        setHost: false,
      })
      for (const [name, values] of grouped(headers)) outgoing.setHeader(name, values)
      outgoing.setHeader('host', target.host)
      outgoing.once('response', resolve)
      // For as long as it lives: an error after the answer has begun is one of the answer's stream.
      outgoing.on('error', reject)
      const body = requestBody(request, bindings, headers)
      if (body) body.on('error', (error) => outgoing.destroy(error)).pipe(outgoing)
      else outgoing.end()
    })

  return async (request, bindings) => {
    const invocation = /^\/api\/function_invocations(?:\/|$)/.test(new URL(request.url).pathname)
    const sealed = invocation && request.headers.get(sealedRequestHeader) === '1'
    try {
      const incoming = await exchange(request, bindings, requestHeaders(request, bindings, sealed, target))
      const answer = answerOf(incoming, bindings, log)
      return await (sealed ? sealAnswer(answer) : passAnswer(withoutCors(answer), request.method))
    } catch (error) {
      if (request.signal.aborted) return new Response(null, { status: 499 })
      log.warn({ err: error, target: target.href }, 'The Nuclio dashboard did not answer')
      return errorResponse(502, `The Nuclio dashboard at ${target.origin} did not answer: ${inWords(error)}`)
    }
  }
}

/**
 * What goes on to the target. The origin, which the guards have judged, becomes the target's own as the Host does: a server that
 * compares the two would refuse it, and a function sees what it would see without this server in between.
 */
function requestHeaders(
  request: Request,
  bindings: NodeBindings | undefined,
  sealed: boolean,
  target: URL,
): HeaderPair[] {
  const raw = bindings?.incoming ? headerPairs(bindings.incoming.rawHeaders) : [...request.headers]
  const own = new Set(['host', 'expect', sealedRequestHeader, ...(sealed ? ['accept-encoding'] : [])])
  return endToEnd(raw)
    .filter(([name]) => !own.has(name.toLowerCase()))
    .map(([name, value]) => [name, name.toLowerCase() === 'origin' ? target.origin : value])
}

function requestBody(
  request: Request,
  bindings: NodeBindings | undefined,
  headers: HeaderPair[],
): Readable | undefined {
  const declared = headers.some(([name, value]) => name.toLowerCase() === 'content-length' && value !== '0')
  if (bindings?.incoming) {
    return declared || bindings.incoming.headers['transfer-encoding'] ? bindings.incoming : undefined
  }
  return request.body ? Readable.fromWeb(request.body as NodeReadableStream) : undefined
}

function answerOf(
  incoming: IncomingMessage,
  bindings: NodeBindings | undefined,
  log: HttpLog,
): FunctionAnswer {
  return {
    status: incoming.statusCode ?? 502,
    headers: headerPairs(incoming.rawHeaders),
    body: endWithSource(Readable.toWeb(incoming) as ReadableStream<Uint8Array>, bindings, log),
  }
}

/** A Nuclio dashboard lets every origin read; this server lets none. */
function withoutCors(answer: FunctionAnswer): FunctionAnswer {
  return { ...answer, headers: answer.headers.filter(([name]) => !/^access-control-/i.test(name)) }
}

function grouped(headers: HeaderPair[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, value] of headers) groups.set(name, [...(groups.get(name) ?? []), value])
  return groups
}

function inWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its name could not be resolved'
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'there is no way to it from here'
    case 'ETIMEDOUT':
      return 'the connection timed out'
    case 'ECONNRESET':
    case 'EPIPE':
      return 'it closed the connection'
    default:
      return code?.includes('CERT') ? `its certificate is not trusted (${code})` : message
  }
}
