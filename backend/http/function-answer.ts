import { asciiJson } from '../ascii-json'
import { errorResponse } from './errors'
import { answerHeaders, endToEnd, type HeaderPair } from './headers'

/** Asked by the dashboard's own page: the function's answer must not act on the page's origin. */
export const sealedRequestHeader = 'x-dashboard-sealed'

/** Carries the status and the headers of a sealed answer as ASCII JSON. */
export const sealedAnswerHeader = 'x-dashboard-answer'

/** Carries the time at which a sealed answer began, in milliseconds: pages measure the server's clock by it. */
const sealedTimeHeader = 'x-dashboard-time'

/** What a function, or a Nuclio dashboard in between, answered. */
export interface FunctionAnswer {
  status: number
  headers: HeaderPair[]
  body: ReadableStream<Uint8Array> | Uint8Array
}

/**
 * The answer wrapped so that a browser does nothing about it: always 200, raw bytes, no header of the function set for
 * real. Cookies, redirects, logins and `Clear-Site-Data` are only words in one header.
 */
export function sealAnswer({ status, headers, body }: FunctionAnswer): Response {
  return new Response(body as BodyInit, {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      [sealedTimeHeader]: String(Date.now()),
      [sealedAnswerHeader]: asciiJson({ status, headers: endToEnd(headers) }),
    },
  })
}

/** The answer as the function gave it. `method` is the request's: a HEAD has no body. */
export async function passAnswer(
  { status, headers, body }: FunctionAnswer,
  method: string,
): Promise<Response> {
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    await discard(body)
    return errorResponse(502, `The function answered with status ${status}, which cannot be passed on`)
  }
  const passed = answerHeaders(endToEnd(headers))
  if (method === 'HEAD' || status === 204 || status === 205 || status === 304) {
    await discard(body)
    return new Response(null, { status, headers: passed })
  }
  if (isEmpty(body, passed)) {
    await discard(body)
    // With a body, even an empty one, an answer without a content type would be given one.
    passed.set('content-length', '0')
    return new Response(null, { status, headers: passed })
  }
  // What was measured before decoding or cutting would break the answer; Node measures again.
  if (body instanceof Uint8Array) passed.delete('content-length')
  return new Response(body as BodyInit, { status, headers: passed })
}

function isEmpty(body: FunctionAnswer['body'], headers: Headers): boolean {
  return body instanceof Uint8Array ? body.byteLength === 0 : headers.get('content-length') === '0'
}

async function discard(body: FunctionAnswer['body']): Promise<void> {
  if (!(body instanceof Uint8Array)) await body.cancel().catch(() => undefined)
}
