import { createServer, validateHeaderName, validateHeaderValue } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { closeServer, listen } from '../../listen'
import type { WorkerAnswer } from '../../runtimes/runtime'
import type { HttpTriggerRequest } from './http-event'

/** Headers that belong to the connection, not to the answer; the length is that of the body that is really sent. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export interface HttpListenerOptions {
  host: string
  /** Taken when it is free. */
  preferredPort?: number
  /** The port that the trigger asks for: without it there is no listener. */
  requiredPort?: number
  /** Bytes. */
  maxBodySize: () => number
  /** Never throws: what goes wrong is an answer. */
  answer(request: HttpTriggerRequest, signal: AbortSignal): Promise<WorkerAnswer>
}

/** The HTTP server of one function. */
export interface HttpListener {
  readonly port: number
  /** Refuses new connections, and cuts those that are still open after `grace` milliseconds. */
  close(grace: number): Promise<void>
}

/** Opens the listener on the preferred port, or on another when that is taken. Throws when the required port is taken. */
export async function openHttpListener(options: HttpListenerOptions): Promise<HttpListener> {
  const server = createServer((request, response) => {
    respond(options, request, response).catch(() => response.destroy())
  })
  // A function may take as long as its own limits allow.
  server.requestTimeout = 0
  await listenOnBestPort(server, options)
  return {
    port: (server.address() as AddressInfo).port,
    close: (grace) => closeServer(server, grace),
  }
}

async function listenOnBestPort(server: Server, options: HttpListenerOptions): Promise<void> {
  const { host, preferredPort, requiredPort } = options
  if (requiredPort) return listen(server, host, requiredPort)
  if (preferredPort) {
    try {
      return await listen(server, host, preferredPort)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
  return listen(server, host, 0)
}

async function respond(
  options: HttpListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const limit = options.maxBodySize()
  const body = await readBody(request, limit)
  if (!body) {
    response.setHeader('connection', 'close')
    await sendAnswer(response, bodyTooLarge(limit))
    request.destroy()
    return
  }
  const headers: [string, string][] = []
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    headers.push([request.rawHeaders[i] ?? '', request.rawHeaders[i + 1] ?? ''])
  }
  const answer = await options.answer(
    { method: request.method ?? 'GET', path: request.url ?? '/', headers, body },
    gone.signal,
  )
  await sendAnswer(response, answer)
}

/** The answer to a request whose body is larger than the trigger takes. */
export function bodyTooLarge(limit: number): WorkerAnswer {
  return {
    status: 413,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: Buffer.from(
      `The request body is larger than the ${limit} bytes that this function takes (maxRequestBodySize of its http trigger)`,
    ),
  }
}

/** The whole body, or undefined as soon as it passes the limit. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Answers with what a function gave, without what it may not decide and what cannot be sent. */
export async function sendAnswer(response: ServerResponse, answer: WorkerAnswer): Promise<void> {
  response.statusCode = answer.status
  const values = new Map<string, string[]>()
  for (const [name, value] of [['Server', 'nuclio'] as const, ...sendable(answer.headers)]) {
    if (name.toLowerCase() === 'server') values.set('Server', [value])
    else values.set(name, [...(values.get(name) ?? []), value])
  }
  for (const [name, all] of values) response.setHeader(name, all.length === 1 ? (all[0] ?? '') : all)
  if (answer.body instanceof Uint8Array) {
    response.setHeader('Content-Length', answer.body.length)
    response.end(answer.body)
    return
  }
  await pipeline(Readable.from(chunksOf(answer.body)), response)
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Leaves out what a function may not decide, and what cannot be sent at all. */
function sendable(headers: [string, string][]): [string, string][] {
  return headers.filter(([name, value]) => {
    if (connectionHeaders.has(name.toLowerCase())) return false
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
      return true
    } catch {
      return false
    }
  })
}
