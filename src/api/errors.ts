import { pageText } from '@/lib/page-text'

export type ApiErrorKind =
  'network' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'precondition' | 'invalid' | 'server'

const statusKinds: Record<number, ApiErrorKind> = {
  0: 'network',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'precondition',
}

/** So much of an error's body is read, bytes: a stack trace may hold every function of a namespace. */
const readLimit = 256 * 1024
/** So much of what the server said is kept, characters. */
const messageLimit = 4_000
const detailLimit = 16_000

/**
 * Why a request failed, whatever the failure looked like on the wire. `status` is 0 when no answer came, and that of the answer
 * otherwise (200 for an answer that is no data). `message` is never empty; `detail` is the server's own trace, bounded.
 */
export class ApiError extends Error {
  readonly status: number
  readonly kind: ApiErrorKind
  readonly detail?: string
  /** What stands on the page that a server in between answered with, without its markup; empty when nothing does. */
  readonly page?: string

  constructor(
    status: number,
    message: string,
    options: { detail?: string; page?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'ApiError'
    this.status = status
    this.kind = kindOf(status)
    this.detail = options.detail || options.page || undefined
    this.page = options.page
  }
}

function kindOf(status: number): ApiErrorKind {
  return statusKinds[status] ?? (status >= 400 && status < 500 ? 'invalid' : 'server')
}

/** A request that got no answer. Aborted requests stay what they are: nobody is told about those. */
export function networkError(cause: unknown): ApiError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ApiError(0, `No answer from the server: ${reason}`, { cause })
}

/** An answer that came, but is not the data that was asked for. */
export function unreadableAnswer(status: number, what: string, cause?: unknown): ApiError {
  return new ApiError(status, `The server answered with ${what} instead of data`, { cause })
}

/** Whether something thrown is the end of a request that we ended ourselves. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** Reads a failed answer, however odd: no body, a proxy's page, plain text, JSON with an empty or an enormous text. */
export async function errorOfResponse(response: Response): Promise<ApiError> {
  const text = await readBounded(response)
  return errorOfText(response.status, response.headers.get('content-type') ?? '', text)
}

/** The same for an answer that is already read. */
export function errorOfText(status: number, contentType: string, text: string): ApiError {
  const body = text.trim()
  if (/html/i.test(contentType) || /^<(!doctype|html)/i.test(body)) return pageError(status, body)
  const said = saidInJson(body)
  if (said) return new ApiError(status, bounded(said.error, messageLimit) || noWords(status), said)
  if (!body || /^[{[]/.test(body)) return new ApiError(status, noWords(status), { detail: bounded(body) })
  if (status === 404 && /^404 page not found$/i.test(body)) {
    return new ApiError(status, 'The server does not have this address')
  }
  return new ApiError(status, bounded(body, messageLimit))
}

function pageError(status: number, page: string): ApiError {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(page)?.[1]?.replace(/\s+/g, ' ').trim()
  const words = status < 400 ? 'with a page instead of data' : `with status ${status} and a page of its own`
  const shown = title ? `: ${title.slice(0, 200)}` : ''
  return new ApiError(status, `Something between the browser and the dashboard answered ${words}${shown}`, {
    page: bounded(pageText(page.slice(0, readLimit))),
  })
}

/** `error` and `errorStackTrace` of a body, which may have been cut off in the middle of the latter. */
function saidInJson(body: string): { error: string; detail?: string } | undefined {
  try {
    const value: unknown = JSON.parse(body)
    if (!isRecord(value) || !('error' in value)) return undefined
    const { error, errorStackTrace } = value
    const words = typeof error === 'string' ? error : JSON.stringify(error)
    return {
      error: words.trim(),
      detail: typeof errorStackTrace === 'string' ? bounded(errorStackTrace.trim()) : undefined,
    }
  } catch {
    const literal = /^\{\s*"error"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body)?.[1]
    if (literal === undefined) return undefined
    return {
      error: unquoted(literal).trim(),
      detail: bounded(body.slice(body.indexOf(literal) + literal.length)),
    }
  }
}

/** Nuclio does not escape everything in the errors of invocations, so a text may be no JSON string at all. */
function unquoted(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal.slice(1, -1)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function noWords(status: number): string {
  if (status === 401) return 'The server does not know who you are'
  return `The server answered with status ${status} and no explanation`
}

function bounded(text: string, limit = detailLimit): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text
}

async function readBounded(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    while (size < readLimit) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      text += decoder.decode(value, { stream: true })
    }
    void reader.cancel().catch(() => undefined)
  } catch {
    // The status says that it failed; the words that got lost on the way do not change that.
  }
  return text + decoder.decode()
}
