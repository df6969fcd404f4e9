import { multipartBody } from '@/domain/console/multipart'
import type { ConsoleRequest } from '@/domain/console/request'
import { toSend, type SentRequest } from '@/domain/console/to-send'
import { randomUuid } from '@/lib/uuid'
import type { FunctionRef } from './function-keys'
import { invokeFunction, type InvocationAnswer } from './invocations'

/**
 * Sends a request of the console to a function. Whatever comes back is an answer; rejects as {@link invokeFunction} does. Ask
 * `requestProblems` first: what cannot be sent is left out here without a word.
 */
export function sendRequest(
  ref: FunctionRef,
  request: ConsoleRequest,
  signal: AbortSignal,
): Promise<InvocationAnswer> {
  const { invokeUrl, timeout, logLevel, skipsTlsVerification } = request.options
  return invokeFunction(ref, {
    ...withBytes(toSend(request)),
    invokeUrl: invokeUrl || undefined,
    timeout: timeout || undefined,
    // Without a level some servers send no logs back at all.
    logLevel: logLevel || 'debug',
    skipsTlsVerification,
    signal,
  })
}

type Wire = Omit<SentRequest, 'body'> & { body?: Uint8Array | string }

function withBytes({ body, ...sent }: SentRequest): Wire {
  switch (body.kind) {
    case 'none':
      return sent
    case 'text':
      return { ...sent, body: body.text }
    case 'bytes':
      return { ...sent, body: body.bytes }
    case 'multipart': {
      const boundary = body.boundary ?? `----dashboard-${randomUuid()}`
      const type = `multipart/form-data; boundary=${boundary}`
      const headers: SentRequest['headers'] =
        body.boundary === undefined ? [['Content-Type', type], ...sent.headers] : sent.headers
      return { ...sent, headers, body: multipartBody(body.parts, boundary) }
    }
  }
}
