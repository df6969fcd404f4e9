import type { ApiGateway, NuclioFunction } from '@/api/generated/schema'
import { usableUrl, type PageOrigin } from '@/domain/function-urls'
import { gatewayUrl } from '@/domain/gateways/gateway-url'

/** A place that leads to the function. */
export interface Target {
  /** As the options of a request name it: an address of the status as the server has it, or the whole URL of a gateway. */
  value: string
  label: string
  /** Without the path of a request; undefined while it leads nowhere, as before the function has a port. */
  url?: string
  /** Whether this browser is likely to reach it. */
  isOutside: boolean
}

export interface Targets {
  internal: Target[]
  external: Target[]
  gateways: Target[]
}

/** The addresses of a function's status as the server has them: those it takes as targets, in the order in which it would choose. */
export function ownUrls({ status }: NuclioFunction): string[] {
  return [...new Set([...(status.internalInvocationUrls ?? []), ...(status.externalInvocationUrls ?? [])])]
}

/**
 * Where a request to the function can go; an address that is both internal and external is external. `listenerPort` is that of the
 * embedded platform's gateways.
 */
export function targetsOf(
  fn: NuclioFunction,
  gateways: readonly ApiGateway[],
  page: PageOrigin,
  listenerPort?: number,
): Targets {
  const external = [...new Set(fn.status.externalInvocationUrls ?? [])]
  const internal = ownUrls(fn).filter((address) => !external.includes(address))
  const own = (isExternal: boolean) => (address: string) => {
    const url = usableUrl(address, page)
    // A loopback address means the server's machine, and not the one of a browser elsewhere.
    const isElsewhere = url !== undefined && loopback.test(url) && !loopback.test(`//${page.hostname}`)
    return { value: address, label: address, url, isOutside: isExternal && !isElsewhere }
  }
  const name = fn.metadata.name ?? ''
  return {
    internal: internal.map(own(false)),
    external: external.map(own(true)),
    gateways: gateways.flatMap((gateway) => gatewayTarget(gateway, name, page, listenerPort) ?? []),
  }
}

const loopback = /\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/i

function gatewayTarget(
  { metadata, spec }: ApiGateway,
  functionName: string,
  page: PageOrigin,
  listenerPort: number | undefined,
): Target | undefined {
  const upstream = spec.upstreams?.find(
    ({ kind, nucliofunction }) =>
      (kind ?? 'nucliofunction') === 'nucliofunction' && nucliofunction?.name === functionName,
  )
  const url = gatewayUrl(spec, page, listenerPort)
  if (!upstream || !url) return undefined
  const others = (spec.upstreams?.length ?? 0) > 1
  const share = upstream.percentage ? `${upstream.percentage} % of ` : 'part of '
  const label = `${others ? share : ''}${url.replace(/^[a-z]+:\/\//, '')} (${metadata.name ?? spec.name ?? 'gateway'})`
  return { value: url, label, url, isOutside: true }
}

/** The target of a request: the chosen one, or where the server sends it by itself, which is the first address that it lists. */
export function chosenTarget(
  fn: NuclioFunction,
  { internal, external, gateways }: Targets,
  invokeUrl: string,
): Target | undefined {
  const value = invokeUrl || ownUrls(fn)[0]
  return [...internal, ...external, ...gateways].find((target) => target.value === value)
}
