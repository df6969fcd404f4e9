import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import { PageRequest } from './test-page'

/** Answers every request of the page by the function, and tells which requests came. */
export function answerWith(respond: (request: Request) => Response | Promise<Response>): Request[] {
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new PageRequest(input, init)
    requests.push(request.clone())
    return respond(request)
  })
  return requests
}

/** Answers by method and path, e.g. `{'GET /api/projects': () => json({})}`. */
export function answerByRoute(routes: Record<string, (request: Request) => Response>): Request[] {
  return answerWith((request) => {
    const route = `${request.method} ${new URL(request.url).pathname}`
    return routes[route]?.(request) ?? new Response('404 page not found\n', { status: 404 })
  })
}

/** A JSON answer. */
export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
}

/** An answer without a body that claims to be JSON, as Nuclio gives it for 202. */
export function emptyJson(status = 202): Response {
  return new Response(null, {
    status,
    headers: { 'content-type': 'application/json', 'content-length': '0' },
  })
}

/** A page of a proxy. */
export function page(status: number, title: string): Response {
  return new Response(`<html><head><title>${title}</title></head><body>${title}</body></html>`, {
    status,
    headers: { 'content-type': 'text/html' },
  })
}

/** Runs a mutation as a component would. */
export function run<Data, Variables, Context>(
  queryClient: QueryClient,
  options: MutationOptions<Data, Error, Variables, Context>,
  variables: Variables,
): Promise<Data> {
  return queryClient.getMutationCache().build(queryClient, options).execute(variables)
}
