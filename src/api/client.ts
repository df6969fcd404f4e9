import createClient from 'openapi-fetch'
import { ApiError, errorOfResponse, isAbort, networkError, unreadableAnswer } from './errors'
import type { paths } from './generated/schema'

/** Calls of every endpoint in the contract, typed by it. Anything but a good answer rejects with {@link ApiError}. */
export const api = createClient<paths>({ baseUrl: '', fetch: (request) => fetch(request) })

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await errorOfResponse(response)
    if (/html/i.test(response.headers.get('content-type') ?? '')) throw await errorOfResponse(response)
  },
  onError({ error }) {
    return isAbort(error) ? undefined : networkError(error)
  },
})

/**
 * The data of a call; undefined when the answer had no body, which many good answers do not, whatever their content type says.
 * Rejects with {@link ApiError}.
 */
export async function dataOf<T>(call: Promise<{ data?: T; response: Response }>): Promise<T | undefined> {
  try {
    const { data } = await call
    return data
  } catch (error) {
    if (error instanceof ApiError || isAbort(error)) throw error
    if (error instanceof SyntaxError) throw unreadableAnswer(200, 'a broken text', error)
    // What else can fail after the request was sent is the reading of its answer.
    throw networkError(error)
  }
}

/** The same where an answer without data is none. */
export async function requiredDataOf<T>(
  call: Promise<{ data?: T; response: Response }>,
): Promise<NonNullable<T>> {
  const data = await dataOf(call)
  if (data === undefined || data === null) throw unreadableAnswer(200, 'nothing')
  return data
}

/** A name for a header. Headers cannot carry every text; a name that does not fit belongs to nothing. */
export function headerName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return name
  throw new ApiError(404, `There is nothing by the name “${name}”`)
}
