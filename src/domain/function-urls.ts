import type { NuclioFunction } from '@/api/generated/schema'
import type { FunctionSummary } from './function-summary'

/** Where the page came from, as in `location`: `hostname` without the port, `protocol` with its colon. */
export interface PageOrigin {
  hostname: string
  protocol: string
}

const anyHost = new Set(['0.0.0.0', '[::]', '::'])

/**
 * One address of a status as a whole URL, or nothing when it leads nowhere. Servers list addresses without a
 * scheme, and while a function has no port they list `:8080` and `0.0.0.0:-1`. An address of any interface is
 * reached by the host that served the page.
 */
export function usableUrl(address: string, page: PageOrigin): string | undefined {
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\[[^\]]*\]|[^/:?#]*)(?::(-?\d*))?([/?#].*)?$/i.exec(
    address.trim(),
  )
  if (!parts) return undefined
  const [, scheme, host = '', port, rest = ''] = parts
  if (!host) return undefined
  if (port !== undefined && !(Number(port) > 0 && Number(port) <= 65535)) return undefined
  // Without a port it is an ingress, which speaks what the page's own ingress speaks; a port is the function's own.
  const ownScheme = port === undefined ? page.protocol.replace(/:$/, '') : port === '443' ? 'https' : 'http'
  const shownHost = anyHost.has(host) ? page.hostname : host
  return `${scheme ?? ownScheme}://${shownHost}${port === undefined ? '' : `:${port}`}${rest}`
}

const usable = (addresses: readonly string[] | null | undefined, page: PageOrigin): string[] => [
  ...new Set((addresses ?? []).flatMap((address) => usableUrl(address, page) ?? [])),
]

/** Addresses that a person outside can call, best first; the published port stands in when none is listed. */
export function externalUrls(fn: FunctionSummary, page: PageOrigin): string[] {
  const listed = usable(fn.status?.externalInvocationUrls, page)
  const port = fn.status?.httpPort ?? 0
  return listed.length === 0 && port > 0 ? [`http://${page.hostname}:${port}`] : listed
}

/** Addresses inside the cluster or the machine. */
export const internalUrls = (fn: NuclioFunction, page: PageOrigin): string[] =>
  usable(fn.status?.internalInvocationUrls, page)

/** What to show short of an address: the port when the host is the page's own, else host and path. */
export function shortUrl(url: string, page: PageOrigin): string {
  const bare = url.replace(/^[a-z]+:\/\//i, '')
  return bare.startsWith(`${page.hostname}:`) ? bare.slice(page.hostname.length) : bare
}
