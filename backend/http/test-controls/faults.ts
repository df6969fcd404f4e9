import { PlatformError } from '../../errors'
import { errorResponse } from '../errors'
import { endWithSource } from '../stream-end'
import type { NodeBindings } from '../request-body'

/** One kind of misbehaviour, for the next `count` requests that fit. */
export interface Fault {
  /** Any method when absent. */
  method?: string
  /** Prefix of the path. */
  path: string
  count: number
  /** Answer with this status instead of asking the platform. */
  status?: number
  body?: 'json' | 'html' | 'empty'
  /** Milliseconds to wait first. */
  delay?: number
  /** Close the connection after this many bytes of the answer's body. */
  cutAfter?: number
}

/** Reads a fault from a request body. Throws 400 that says what is expected. */
export function readFault(value: unknown): Fault {
  const body = (value ?? {}) as Record<string, unknown>
  const fault: Fault = { path: '/api', count: 1 }
  const whole = (key: string, least: number) => {
    const number = body[key]
    if (number === undefined) return undefined
    if (!Number.isInteger(number) || (number as number) < least) {
      throw new PlatformError(400, `${key} must be a whole number of at least ${least}`)
    }
    return number as number
  }
  if (typeof body.path === 'string') fault.path = body.path
  if (typeof body.method === 'string') fault.method = body.method.toUpperCase()
  fault.count = whole('count', 1) ?? 1
  fault.status = whole('status', 200)
  fault.delay = whole('delay', 0)
  fault.cutAfter = whole('cutAfter', 0)
  if (body.body !== undefined && body.body !== 'json' && body.body !== 'html' && body.body !== 'empty') {
    throw new PlatformError(400, 'body must be one of json, html, empty')
  }
  fault.body = body.body
  if (fault.status === undefined && fault.delay === undefined && fault.cutAfter === undefined) {
    throw new PlatformError(400, 'A fault needs a status, a delay or cutAfter')
  }
  return fault
}

/** The faults that still wait for their requests. */
export class Faults {
  #waiting: Fault[] = []

  add(fault: Fault): void {
    this.#waiting.push({ ...fault })
  }

  clear(): void {
    this.#waiting = []
  }

  waiting(): readonly Fault[] {
    return this.#waiting
  }

  /** Answers a request, worse than `answer` would when a fault fits it. */
  async apply(
    request: Request,
    answer: () => Response | Promise<Response>,
    bindings: NodeBindings | undefined,
  ): Promise<Response> {
    const fault = this.#take(request)
    if (!fault) return answer()
    if (fault.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay))
    if (fault.status !== undefined) return failed(fault.status, fault.body ?? 'json')
    const whole = await answer()
    if (fault.cutAfter === undefined || !whole.body) return whole
    const headers = new Headers(whole.headers)
    headers.delete('content-length')
    const body = endWithSource(cut(whole.body, fault.cutAfter), bindings)
    return new Response(body, { status: whole.status, headers })
  }

  #take(request: Request): Fault | undefined {
    const { pathname } = new URL(request.url)
    const fault = this.#waiting.find(
      ({ method, path }) => (!method || method === request.method) && pathname.startsWith(path),
    )
    if (!fault) return undefined
    fault.count -= 1
    if (fault.count === 0) this.#waiting = this.#waiting.filter((other) => other !== fault)
    return fault
  }
}

function failed(status: number, body: NonNullable<Fault['body']>): Response {
  if (body === 'json') return errorResponse(status, `Failed on request of a test control with ${status}`)
  if (body === 'empty') return new Response(null, { status })
  return new Response(`<html><body><h1>${status}</h1><p>A server in between</p></body></html>`, {
    status,
    headers: { 'content-type': 'text/html' },
  })
}

/** The first `bytes` of a stream, then a failure. */
function cut(source: ReadableStream<Uint8Array>, bytes: number): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  let left = bytes
  return new ReadableStream({
    async pull(controller) {
      const read = left > 0 ? await reader.read() : undefined
      if (!read?.value) {
        await reader.cancel()
        throw new Error('Cut by a test control')
      }
      const { value } = read
      controller.enqueue(value.subarray(0, left))
      left -= value.byteLength
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
