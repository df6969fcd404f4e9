import type { MiddlewareHandler } from 'hono'
import { errorResponse } from '../errors'
import type { HttpEnv } from '../request-body'

const guarded = /^\/(?:api|test-controls)(?:\/|$)/

/**
 * Refuses what pages of other origins ask of the API. A program (no Origin) and the own pages pass. Another port of the
 * same host is another origin: functions answer there. Reads are held to the same rule, though no CORS header would let
 * a foreign page see the answer: an invocation may be a GET.
 */
export function guardOrigins(allowed: string[]): MiddlewareHandler<HttpEnv> {
  const origins = new Set(allowed.map((origin) => origin.toLowerCase().replace(/\/$/, '')))
  return async (c, next) => {
    if (!guarded.test(c.req.path)) return next()
    const origin = c.req.header('origin')?.toLowerCase()
    if (origin !== undefined) {
      if (origins.has(origin) || isOwnOrigin(origin, c.req.header('host') ?? new URL(c.req.url).host))
        return next()
      if (!URL.canParse(origin))
        return errorResponse(403, 'Requests from pages without an address of their own are not allowed')
      return errorResponse(
        403,
        `Requests from pages of ${origin} are not allowed. Start the server with ALLOWED_ORIGINS=${origin} if it is the address of this dashboard`,
      )
    }
    const site = c.req.header('sec-fetch-site')
    if (site === 'cross-site' || site === 'same-site') {
      return errorResponse(403, 'Requests from pages of another address are not allowed')
    }
    return next()
  }
}

function isOwnOrigin(origin: string, host: string): boolean {
  // "null" (sandboxed frames, files) is nobody's address.
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.host === host.toLowerCase().replace(url.protocol === 'https:' ? /:443$/ : /:80$/, '')
}
