import type { Context, Hono } from 'hono'
import type { HttpEnv } from './request-body'

export type Handler = (c: Context<HttpEnv>) => Response | Promise<Response>
type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Registers the verbs of one path; every other verb on it is an empty 405. */
export function route(app: Hono<HttpEnv>, path: string, verbs: Partial<Record<Verb, Handler>>): void {
  const allow = Object.keys(verbs).join(', ')
  const refuse: Handler = () => new Response(null, { status: 405, headers: { allow, 'content-length': '0' } })
  for (const [verb, handler] of Object.entries(verbs)) {
    // Hono hands HEAD to the GET handler; the API has no HEAD.
    app.on(verb, path, (c) => (c.req.method === 'HEAD' ? refuse(c) : handler(c)))
  }
  app.all(path, refuse)
}

/** An object keyed by name, the form of every list of the API. */
export function byName<Item extends { metadata: { name?: string } }>(items: Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.metadata.name ?? '', item]))
}

/** An answer without a body. */
export function empty(status: 201 | 202 | 204, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status,
    headers: status === 204 ? headers : { 'content-length': '0', ...headers },
  })
}
