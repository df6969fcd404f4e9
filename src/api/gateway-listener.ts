import { queryOptions } from '@tanstack/react-query'
import { api, requiredDataOf } from './client'
import { ApiError, errorOfResponse, isAbort, networkError, unreadableAnswer } from './errors'
import type { GatewayListener, GatewayRequest } from './generated/schema'
import { sealedAnswerOf } from './invocation-wire'
import type { InvocationAnswer } from './invocations'

/**
 * Where the gateways of the embedded platform listen, and its access key; no Nuclio has this call. What it tells stays the same for as long
 * as the server runs.
 */
export function gatewayListenerQuery() {
  return queryOptions({
    queryKey: ['api-gateways', 'listener'],
    queryFn: ({ signal }): Promise<GatewayListener> =>
      requiredDataOf(api.GET('/api/embedded/gateway_listener', { signal })),
    staleTime: 5 * 60_000,
  })
}

/**
 * Lets the embedded platform send a request to one of its gateways. Whatever the gateway answers is an answer; rejects with
 * {@link ApiError} when the request could not be sent, and with an `AbortError` when it is cancelled.
 */
export async function sendGatewayRequest(
  request: GatewayRequest,
  signal?: AbortSignal,
): Promise<InvocationAnswer> {
  const began = performance.now()
  try {
    const response = await fetch('/api/embedded/gateway_requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      cache: 'no-store',
      signal,
    })
    if (!response.ok) throw await errorOfResponse(response)
    const sealed = sealedAnswerOf(response.headers)
    if (!sealed) throw unreadableAnswer(response.status, 'something else')
    const body = new Uint8Array(await response.arrayBuffer())
    return { ...sealed, body, milliseconds: performance.now() - began, sealed: true }
  } catch (error) {
    if (error instanceof ApiError || isAbort(error)) throw error
    throw networkError(error)
  }
}
