import { expect } from 'vitest'

/** A request with a JSON body, or with a text as it is. */
export function send(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

/** The message of an error answer, whose form is checked. */
export async function errorOf(answer: Response): Promise<string> {
  expect(answer.headers.get('content-type')).toBe('application/json')
  const body = (await answer.json()) as { error: string; errorStackTrace: string }
  expect(Object.keys(body)).toEqual(['error', 'errorStackTrace'])
  return body.error
}
