import type { MiddlewareHandler } from 'hono'
import { errorResponse } from '../errors'
import type { HttpEnv } from '../request-body'

/**
 * Refuses requests whose Host is neither a loopback name nor one of `allowed`: a page that rebinds its own name to this
 * machine would otherwise count as same-origin.
 */
export function guardHosts(allowed: string[]): MiddlewareHandler<HttpEnv> {
  const names = new Set(allowed.map((host) => host.toLowerCase()))
  return async (c, next) => {
    const host = requestHost(c.req.header('host'), c.req.url)
    if (isLoopbackHost(host) || names.has(host) || names.has(withoutPort(host))) return next()
    return errorResponse(
      403,
      `Host ${host} is not allowed. Start the server with ALLOWED_HOSTS=${withoutPort(host)} if it should be reached under this name`,
    )
  }
}

/** Moves pages asked for as `localhost` to `canonical` (an address), so that one origin holds a person's drafts. */
export function redirectToCanonicalHost(canonical: string, allowed: string[]): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const host = requestHost(c.req.header('host'), c.req.url)
    const asked = allowed.some((name) => withoutPort(name.toLowerCase()) === 'localhost')
    // Behind another server the name is that server's affair.
    const forwarded = c.req.header('x-forwarded-host') !== undefined
    if (withoutPort(host) !== 'localhost' || asked || forwarded || !/^(?:GET|HEAD)$/.test(c.req.method))
      return next()
    const url = new URL(c.req.url)
    return new Response(null, {
      status: 307,
      headers: {
        location: `${url.protocol}//${canonical}${host.slice('localhost'.length)}${url.pathname}${url.search}`,
        'cache-control': 'no-store',
      },
    })
  }
}

/** Whether a host, with or without a port, can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|\[?::1\]?|127(?:\.\d{1,3}){3})(?::\d+)?$/i.test(host)
}

function requestHost(header: string | undefined, url: string): string {
  return (header ?? new URL(url).host).toLowerCase()
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '')
}
