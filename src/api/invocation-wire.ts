import type { LogRecord } from './generated/schema'

type Header = [name: string, value: string]

/** Headers that steer the call itself; sent along as the function's they would change or break it. */
const steering = new Set([
  'x-nuclio-function-name',
  'x-nuclio-function-namespace',
  'x-nuclio-path',
  'x-nuclio-invoke-url',
  'x-nuclio-invoke-timeout',
  'x-nuclio-sanitize-response',
  'x-dashboard-sealed',
])

const statusTexts: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  418: 'I’m a teapot',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** The usual words for a status, empty for an unusual one. */
export function statusText(status: number): string {
  return statusTexts[status] ?? ''
}

/** What of the given headers can be sent: names that are names, values on one line, nothing that steers the call. */
export function cleanHeaders(headers: readonly Header[]): Header[] {
  return headers.flatMap(([name, value]): Header[] => {
    const cleanName = name.trim()
    if (!/^[!#$%&'*+\-.^_`|~\w]+$/.test(cleanName) || steering.has(cleanName.toLowerCase())) return []
    return [[cleanName, headerBytes(value)]]
  })
}

/** A path that fits into a header: on one line, begun by a slash, other characters than ASCII escaped as in an address. */
export function cleanPath(path: string): string {
  const line = path.trim().replace(/[\0-\x1f\x7f]+/g, '')
  const escaped = line.replace(/[^\x20-\x7e]+/g, (text) =>
    encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')),
  )
  return escaped.startsWith('/') ? escaped : `/${escaped}`
}

/** Status, headers and logs of the function as our server wraps them up; undefined when the answer is not wrapped. */
export function sealedAnswerOf(
  headers: Headers,
): { status: number; statusText: string; headers: Header[]; logs?: LogRecord[] } | undefined {
  const wrapped = parsed(headers.get('x-dashboard-answer'))
  if (typeof wrapped !== 'object' || wrapped === null) return undefined
  const { status, headers: pairs } = wrapped as { status?: unknown; headers?: unknown }
  if (typeof status !== 'number' || !Array.isArray(pairs)) return undefined
  const given = pairs.filter(isHeader)
  return { status, statusText: statusText(status), headers: given, logs: logsOf(given) }
}

/** The records in `X-Nuclio-Logs`; undefined when it is missing, or is not what it should be. */
export function logsOf(headers: readonly Header[]): LogRecord[] | undefined {
  const records = parsed(headers.find(([name]) => name.toLowerCase() === 'x-nuclio-logs')?.[1])
  if (!Array.isArray(records)) return undefined
  return records.filter(isRecord).map((record) => ({
    ...record,
    level: levelOf(record.level),
    time: Number(record.time) || 0,
    message: textOf(record.message),
  }))
}

function parsed(text: string | null | undefined): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function levelOf(level: unknown): LogRecord['level'] {
  switch (level) {
    case 'debug':
    case 'info':
    case 'warn':
    case 'error':
      return level
    case 'warning':
      return 'warn'
    case 'critical':
    case 'fatal':
      return 'error'
    default:
      return 'info'
  }
}

function isRecord(value: unknown): value is LogRecord & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isHeader(value: unknown): value is Header {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string'
}

// A header carries bytes; servers read them as UTF-8.
function headerBytes(value: string): string {
  const line = value.replace(/[\0-\x08\x0a-\x1f\x7f]+/g, ' ').trim()
  if (/^[\x09\x20-\x7e]*$/.test(line)) return line
  return Array.from(new TextEncoder().encode(line), (byte) => String.fromCharCode(byte)).join('')
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message
  return message === undefined ? '' : JSON.stringify(message)
}
