'use strict'
// What a handler gave to its callback, as status, headers and bytes.

/** What functions make with `new context.Response(…)`. */
class Response {
  constructor(body = null, headers = null, contentType = 'text/plain', statusCode = 200) {
    this.body = body
    this.headers = headers
    this.content_type = contentType
    this.status_code = statusCode
  }
}

/** Text and bytes as they are, `[status, body]`, a Response, anything else as JSON. */
function toAnswer(output) {
  if (output instanceof Response) return responseAnswer(output)
  if (Array.isArray(output) && output.length === 2 && Number.isInteger(output[0])) {
    return { ...content(output[1]), status: output[0] }
  }
  return content(output)
}

function responseAnswer(response) {
  const { contentType, body } = content(response.body)
  const headers = headerList(response.headers ?? {})
  const own =
    typeof response.body === 'string' || bytesOf(response.body) ? response.content_type : contentType
  const named = headers.some(([name]) => name.toLowerCase() === 'content-type')
  // A content type that was only the default gives way to one among the headers.
  if (named && own === 'text/plain') return { status: response.status_code, headers, body }
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  return { status: response.status_code, headers: [['content-type', String(own)], ...others], body }
}

function content(value) {
  if (typeof value === 'string') return plain('text/plain', Buffer.from(value))
  const bytes = bytesOf(value)
  if (bytes) return plain('text/plain', bytes)
  if (value === undefined || value === null) return plain('text/plain', Buffer.alloc(0))
  return plain('application/json', Buffer.from(JSON.stringify(value) ?? ''))
}

function plain(contentType, body) {
  return { status: 200, headers: [['content-type', contentType]], contentType, body }
}

function bytesOf(value) {
  if (Buffer.isBuffer(value)) return value
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return value instanceof ArrayBuffer ? Buffer.from(value) : undefined
}

/** Pairs of text; a list of values becomes several headers. */
function headerList(headers) {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((single) => [name, String(single)]),
  )
}

module.exports = { Response, toAnswer }
