import { durationMs } from './duration'
import { ApiError, errorOfText, isAbort, networkError } from './errors'
import { cleanHeaders, cleanPath, logsOf, sealedAnswerOf, statusText } from './invocation-wire'
import type { FunctionRef } from './function-keys'
import type { LogRecord } from './generated/schema'
import { serverQuery } from './platform'
import { queryClient } from './query-client'

export interface InvocationRequest {
  method: string
  /** With the query; `/` when empty. */
  path: string
  headers: [name: string, value: string][]
  /** Left out for GET and HEAD, which browsers send without one. */
  body?: Uint8Array | string
  /** A duration such as `10s`. */
  timeout?: string
  /** Least level of the records that come back. */
  logLevel?: string
  /** One of the function's own URLs; without it the server chooses, which always works. */
  invokeUrl?: string
  /** Whether the certificate of that URL may be anything. */
  skipsTlsVerification?: boolean
  signal?: AbortSignal
}

export interface InvocationAnswer {
  /** 0 for a redirect that the browser does not show, which only happens when the answer is not sealed. */
  status: number
  statusText: string
  headers: [name: string, value: string][]
  body: Uint8Array
  /** From sending the request to the last byte of the answer. */
  milliseconds: number
  /** What the function logged during the call, when the server tells. */
  logs?: LogRecord[]
  /** True when status and headers are exactly the function's; otherwise the browser and a server in between have left their marks. */
  sealed: boolean
  /** When the server wrote the answer, by its own clock: the header of the answer that carried it. */
  date?: string
  /** The same in milliseconds since 1970, of a server of ours. */
  serverTime?: number
}

/**
 * Calls a function through the server. An answer of the function is an answer, whatever its status; rejects with {@link ApiError}
 * when the function could not be called or the request is not fit to be sent (kind `invalid`), and with an `AbortError` when it is
 * cancelled.
 */
export async function invokeFunction(
  ref: FunctionRef,
  request: InvocationRequest,
): Promise<InvocationAnswer> {
  const method = request.method.toUpperCase()
  const headers = invocationHeaders(ref, request)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const began = performance.now()
  try {
    const response = await fetch('/api/function_invocations', {
      method,
      headers,
      body: hasBody ? (request.body as BodyInit | undefined) : undefined,
      cache: 'no-store',
      redirect: 'manual',
      credentials: await credentialsMode(),
      signal: request.signal,
    })
    const body = new Uint8Array(await response.arrayBuffer())
    return answerOf(response, body, performance.now() - began)
  } catch (error) {
    if (error instanceof ApiError || isAbort(error)) throw error
    throw networkError(error)
  }
}

function invocationHeaders(ref: FunctionRef, request: InvocationRequest): Headers {
  const { path, timeout, logLevel, invokeUrl, skipsTlsVerification } = request
  if (timeout && !durationMs(timeout)) {
    throw new ApiError(400, `“${timeout}” is no timeout; write a number with a unit, such as 10s or 1m30s`)
  }
  const headers = new Headers(cleanHeaders(request.headers))
  const own: [string, string | undefined][] = [
    ['x-nuclio-function-name', ref.name],
    ['x-nuclio-function-namespace', ref.namespace],
    ['x-nuclio-path', cleanPath(path)],
    ['x-nuclio-invoke-timeout', timeout?.trim()],
    ['x-nuclio-log-level', logLevel],
    ['x-nuclio-invoke-url', invokeUrl],
    ['x-nuclio-skip-tls-verification', skipsTlsVerification ? 'true' : undefined],
    ['x-dashboard-sealed', '1'],
  ]
  for (const [name, value] of own) if (value) headers.set(name, value)
  return headers
}

function answerOf(response: Response, body: Uint8Array, milliseconds: number): InvocationAnswer {
  const sealed = sealedAnswerOf(response.headers)
  const date = response.headers.get('date') ?? undefined
  const serverTime = Number(response.headers.get('x-dashboard-time')) || undefined
  if (sealed) return { ...sealed, body, milliseconds, sealed: true, date, serverTime }
  // Our own server seals every answer of a function, so this one is its word about why there is none.
  if (serverKind() !== undefined && serverKind() !== 'direct') {
    const text = new TextDecoder().decode(body.subarray(0, 64 * 1024))
    throw errorOfText(response.status, response.headers.get('content-type') ?? '', text)
  }
  return unsealedAnswer(response, body, milliseconds)
}

function unsealedAnswer(response: Response, body: Uint8Array, milliseconds: number): InvocationAnswer {
  const headers = [...response.headers]
  return {
    status: response.status,
    statusText: response.statusText || statusText(response.status),
    headers,
    body,
    milliseconds,
    logs: logsOf(headers),
    sealed: false,
    date: response.headers.get('date') ?? undefined,
  }
}

function serverKind() {
  return queryClient.getQueryData(serverQuery().queryKey)?.kind
}

let needsCredentials: Promise<boolean> | undefined

/**
 * Where no server of ours is in between, a function's answer could set cookies of the dashboard or make the browser ask for a login; so the
 * call goes without credentials, unless the dashboard does not answer without them.
 */
async function credentialsMode(): Promise<RequestCredentials> {
  if (serverKind() !== 'direct') return 'same-origin'
  needsCredentials ??= fetch('/api/namespaces', { credentials: 'omit' }).then(
    ({ status }) => status === 401 || status === 403,
    () => true,
  )
  return (await needsCredentials) ? 'same-origin' : 'omit'
}
