import type { Ask, Call } from './translation'

/** What a translation asked, in the order it did. */
export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body: unknown
}

/** A call as a client would make it. */
export function callOf(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Call {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return {
    method,
    url: new URL(path, 'http://dashboard.test'),
    headers: new Headers(headers),
    body: new TextEncoder().encode(text),
  }
}

/** Answers a translation's questions by method and path; what is not in the table is a 404. */
export function fakePlatform(answers: Record<string, () => Response>): { ask: Ask; asked: Asked[] } {
  const asked: Asked[] = []
  const ask: Ask = async ({ method, url, headers, body }) => {
    const text = new TextDecoder().decode(body)
    let json: unknown = text
    try {
      json = JSON.parse(text)
    } catch {
      // Bodies of invocations are text.
    }
    asked.push({ method, path: url.pathname + url.search, headers: Object.fromEntries(headers), body: json })
    return answers[`${method} ${url.pathname}`]?.() ?? refused(404, 'Not found')
  }
  return { ask, asked }
}

/** An error answer in the documented dialect. */
export function refused(status: number, error: string): Response {
  return Response.json({ error, errorStackTrace: error }, { status })
}

/** Status, content type and parsed body of an answer. */
export async function seen(
  answer: Response,
): Promise<{ status: number; type: string | null; body: unknown }> {
  const text = await answer.text()
  const type = answer.headers.get('content-type')
  try {
    return { status: answer.status, type, body: text === '' ? '' : (JSON.parse(text) as unknown) }
  } catch {
    return { status: answer.status, type, body: text }
  }
}
