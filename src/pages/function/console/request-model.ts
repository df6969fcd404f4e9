/** A test request as it is filled in. */
export interface TestRequest {
  method: string
  /** With the query. */
  path: string
  headers: HeaderRow[]
  bodyType: BodyType
  body: string
}

export interface HeaderRow {
  id: number
  name: string
  value: string
}

export type BodyType = 'json' | 'text'

/** What goes out. Header names may repeat. */
export interface SentRequest {
  method: string
  path: string
  headers: [name: string, value: string][]
  body?: string
}

/** The methods that a dashboard server passes on; it refuses HEAD and TRACE. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export const contentTypes: Record<BodyType, string> = { json: 'application/json', text: 'text/plain' }

export const emptyRequest: TestRequest = {
  method: 'POST',
  path: '/',
  headers: [],
  bodyType: 'json',
  body: '',
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

// The fetch standard's forbidden names, as far as a person may want to send them.
const notSentByBrowsers =
  /^(accept-charset|accept-encoding|connection|content-length|cookie|cookie2|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i

const readByDashboard =
  /^x-nuclio-(function-name|function-namespace|project-name|path|invoke-url|invoke-timeout|skip-tls-verification|sanitize-response)$/i

/** What is wrong with a header row: `stops` means that it cannot be sent so, else it is only left out or worth knowing. */
export function headerProblem(row: HeaderRow): { words: string; stops: boolean } | undefined {
  const name = row.name.trim()
  if (name === '') return row.value === '' ? undefined : { words: 'Enter a name', stops: true }
  if (!token.test(name)) return { words: 'A header name has no spaces or separators', stops: true }
  if (/[^\t\x20-\x7e\x80-\xff]/.test(row.value))
    return { words: 'A header value has no line breaks and only Latin letters', stops: true }
  if (notSentByBrowsers.test(name)) return { words: 'Browsers do not let a page send this one', stops: false }
  if (readByDashboard.test(name))
    return { words: 'The dashboard sets this one itself; it is left out', stops: false }
  return undefined
}

export function hasBody(request: TestRequest): boolean {
  return request.method !== 'GET' && request.body !== ''
}

/** Why the body is no JSON, or nothing when it is, is empty, or need not be. */
export function bodyProblem(request: TestRequest): string | undefined {
  if (request.bodyType !== 'json' || request.body.trim() === '') return undefined
  try {
    JSON.parse(request.body)
    return undefined
  } catch (error) {
    return `Not valid JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Why it cannot be sent as it stands. */
export function requestProblem(request: TestRequest): string | undefined {
  return request.headers.some((row) => headerProblem(row)?.stops) ? 'Correct the headers first' : undefined
}

/** The request as it goes out: without empty rows and what cannot be sent; a body brings its content type unless a row does. */
export function toSend(request: TestRequest): SentRequest {
  const headers = request.headers
    .filter((row) => row.name.trim() !== '' && !headerProblem(row))
    .map((row): [string, string] => [row.name.trim(), row.value.trim()])
  const path = request.path.trim()
  const body = hasBody(request) ? request.body : undefined
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type')
  if (body !== undefined && !hasType) headers.unshift(['Content-Type', contentTypes[request.bodyType]])
  return { method: request.method, path: path.startsWith('/') ? path : `/${path}`, headers, body }
}

/** The id for one more row. */
export function nextRowId(headers: readonly HeaderRow[]): number {
  return Math.max(0, ...headers.map((row) => row.id)) + 1
}

/** Reads a request that was kept as text; the empty one for anything else. Values of headers are never kept. */
export function parseRequest(text: string | null | undefined): TestRequest {
  try {
    const kept = JSON.parse(text ?? '') as Partial<TestRequest> | null
    const rows = Array.isArray(kept?.headers) ? kept.headers : []
    return {
      method: (methods as readonly string[]).includes(kept?.method ?? '') ? String(kept?.method) : 'POST',
      path: typeof kept?.path === 'string' ? kept.path : '/',
      headers: rows.map((row, i) => ({
        id: i + 1,
        name: String(row?.name ?? ''),
        value: String(row?.value ?? ''),
      })),
      bodyType: kept?.bodyType === 'text' ? 'text' : 'json',
      body: typeof kept?.body === 'string' ? kept.body : '',
    }
  } catch {
    return emptyRequest
  }
}

const secretName = /auth|cookie|token|secret|password|api-?key|session/i

/** The request as text to keep; what looks like a credential stays in the tab and is not written down. */
export function serializeRequest(request: TestRequest): string {
  const headers = request.headers.map((row) => (secretName.test(row.name) ? { ...row, value: '' } : row))
  return JSON.stringify({ ...request, headers })
}
