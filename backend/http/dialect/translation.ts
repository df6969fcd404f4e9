/** One request on its way to the platform, in a form that is easy to change. */
export interface Call {
  method: string
  url: URL
  headers: Headers
  body: Uint8Array
}

/** Asks the platform, in its own (documented) dialect. */
export type Ask = (call: Call) => Promise<Response>

/** Answers one call as Nuclio 1.14 would, by asking the platform as often as it needs to. */
export type Translation = (call: Call, ask: Ask) => Promise<Response>

/** The call with some of it replaced; a header set to undefined is removed. */
export function changed(
  call: Call,
  change: { method?: string; path?: string; headers?: Record<string, string | undefined>; json?: unknown },
): Call {
  const url = new URL(call.url)
  if (change.path !== undefined) url.pathname = change.path
  const headers = new Headers(call.headers)
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  if (change.json === undefined)
    return { method: change.method ?? call.method, url, headers, body: call.body }
  headers.delete('content-length')
  const body = new TextEncoder().encode(JSON.stringify(change.json))
  return { method: change.method ?? call.method, url, headers, body }
}

/** A call without a body and query, to look something up. */
export function reading(call: Call, path: string, headers: Record<string, string> = {}): Call {
  const url = new URL(path, call.url)
  return { method: 'GET', url, headers: new Headers(headers), body: new Uint8Array() }
}

/** The body as an object; undefined when it is no JSON object. */
export function jsonObject(call: Call): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(new TextDecoder().decode(call.body)))
  } catch {
    return undefined
  }
}

/** The value when it is a plain object. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** `metadata` of an object of the API with its name and namespace. */
export function metadataOf(object: Record<string, unknown> | undefined): {
  name: string
  namespace: string
  labels: Record<string, unknown> | undefined
} {
  const metadata = asObject(object?.metadata)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    name: text(metadata?.name),
    namespace: text(metadata?.namespace),
    labels: asObject(metadata?.labels),
  }
}

/** A JSON answer the way Go's encoder writes it: with a line end. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** The answer with its JSON replaced; anything but a 200 with JSON stays as it is. */
export async function mapJson(answer: Response, map: (value: unknown) => unknown): Promise<Response> {
  if (answer.status !== 200) return answer
  return json(200, map(await answer.json()))
}

/** What a Go panic looks like from outside: 500, no body, the content type already set. */
export function panic(): Response {
  return new Response(null, {
    status: 500,
    headers: { 'content-type': 'application/json', 'content-length': '0' },
  })
}

/** An error of a resource. */
export function failure(status: number, error: string): Response {
  const errorStackTrace = error ? `\nError - ${error}\nCall stack:\n${error}\n` : ''
  return new Response(JSON.stringify({ error, errorStackTrace }), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}

/** The `error` text of an answer that failed. */
export async function errorText(answer: Response): Promise<string> {
  const body = asObject(await answer.json().catch(() => undefined))
  return typeof body?.error === 'string' ? body.error : ''
}
