import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endToEnd, headerPairs } from '../http/headers'
import { closeServer, listenOnFreePort, type ListenOptions } from '../listen'
import type { WorkerAnswer } from '../runtimes/runtime'
import type { HttpTriggerRequest } from '../triggers/http/http-event'
import { bodyTooLarge, readBody, sendAnswer } from '../triggers/http/http-listener'

/** What of a request decides where it goes. */
export interface RequestHead {
  /** As sent, with the port when it was. */
  host: string
  /** As sent, without the query. */
  path: string
  /** With its question mark; empty without one. */
  query: string
  headers: [name: string, value: string][]
}

/** Where a request goes that may pass. */
export interface Admission {
  /** So many bytes of a body are taken. */
  maxBodySize: number
  answer(request: HttpTriggerRequest, signal: AbortSignal): Promise<WorkerAnswer>
}

export interface GatewayListenerOptions extends ListenOptions {
  admit(head: RequestHead): Admission | WorkerAnswer
  onFault(error: unknown): void
}

/** The HTTP server in front of all API gateways. */
export interface GatewayListener {
  readonly port: number
  close(grace: number): Promise<void>
}

/**
 * Opens the listener of the gateways. What passes goes on as it came, but for headers that belong to the connection; a body is read
 * whole, since that is how functions take it, while answers are passed on piece by piece. Throws Node's own error when no port can be had.
 */
export async function openGatewayListener(options: GatewayListenerOptions): Promise<GatewayListener> {
  const server = createServer((request, response) => {
    respond(options, request, response).catch((error: unknown) => {
      if (!response.destroyed) options.onFault(error)
      response.destroy()
    })
  })
  // A function may take as long as its own limits allow.
  server.requestTimeout = 0
  await listenOnFreePort(server, options)
  return {
    port: (server.address() as AddressInfo).port,
    close: (grace) => closeServer(server, grace),
  }
}

async function respond(
  options: GatewayListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const { path, query } = splitTarget(request.url ?? '/')
  const headers = endToEnd(headerPairs(request.rawHeaders))
  const admission = options.admit({ host: request.headers.host ?? '', path, query, headers })
  if ('status' in admission) return sendAnswer(response, admission)
  const body = await readBody(request, admission.maxBodySize)
  if (!body) {
    response.setHeader('connection', 'close')
    await sendAnswer(response, bodyTooLarge(admission.maxBodySize))
    request.destroy()
    return
  }
  const whole = { method: request.method ?? 'GET', path: path + query, headers, body }
  await sendAnswer(response, await admission.answer(whole, gone.signal))
}

/** A request line may carry a whole URL, as those to a proxy do. */
function splitTarget(target: string): { path: string; query: string } {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/')
  const question = local.indexOf('?')
  return question < 0
    ? { path: local, query: '' }
    : { path: local.slice(0, question), query: local.slice(question) }
}
