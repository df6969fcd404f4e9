import type { ApiGatewaySpec } from '@/api/generated/schema'
import { usableUrl, type PageOrigin } from '@/domain/function-urls'
import { normalPath } from '@/domain/spec-rules/ingresses'

/**
 * Where a gateway answers, as a whole URL; undefined without a host. An ingress speaks what the page's own ingress speaks; the
 * listener of the embedded platform is at a port of its own, whatever stands in the host.
 */
export function gatewayUrl(
  { host = '', path = '' }: ApiGatewaySpec,
  page: PageOrigin,
  listenerPort?: number,
): string | undefined {
  const bare = host.trim().replace(/\/+$/, '')
  if (bare === '') return undefined
  const place = listenerPort === undefined ? bare : `${bare.replace(/:\d*$/, '')}:${listenerPort}`
  const below = normalPath(path)
  return usableUrl(place + (below === '/' ? '' : below), page)
}
