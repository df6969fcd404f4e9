import type { ApiGatewaySpec } from '@/api/generated/schema'

type Upstream = NonNullable<ApiGatewaySpec['upstreams']>[number]

/** A function behind a gateway with the share of requests that it gets, in percent. */
export interface UpstreamShare {
  functionName: string
  percentage: number
  isCanary: boolean
}

/** The function that an upstream leads to; empty for one that names none. */
export const functionOfUpstream = (upstream: Upstream | undefined): string =>
  upstream?.nucliofunction?.name ?? ''

/** The upstream that only gets the share it names, where there are two; its place in the list says nothing. */
export function canaryOf(upstreams: readonly Upstream[]): Upstream | undefined {
  return upstreams.length > 1 ? upstreams.find(({ percentage }) => percentage) : undefined
}

/** The upstream that gets what is left, or all. */
export function primaryOf(upstreams: readonly Upstream[]): Upstream | undefined {
  const canary = canaryOf(upstreams)
  return upstreams.find((upstream) => upstream !== canary)
}

/** Who gets how much of the requests, the primary first. */
export function sharesOf(upstreams: readonly Upstream[] = []): UpstreamShare[] {
  const [primary, canary] = [primaryOf(upstreams), canaryOf(upstreams)]
  const share = canary?.percentage ?? 0
  return [
    ...(primary
      ? [{ functionName: functionOfUpstream(primary), percentage: 100 - share, isCanary: false }]
      : []),
    ...(canary ? [{ functionName: functionOfUpstream(canary), percentage: share, isCanary: true }] : []),
  ]
}

/** The gateway with its canary in the place of the primary: all requests go there. Unchanged without a canary. */
export function withCanaryPromoted(spec: ApiGatewaySpec): ApiGatewaySpec {
  const canary = canaryOf(spec.upstreams ?? [])
  return canary ? { ...spec, upstreams: [{ ...canary, percentage: 0 }] } : spec
}

/** The gateway without its canary: all requests go to the primary. Unchanged without a canary. */
export function withCanaryRolledBack(spec: ApiGatewaySpec): ApiGatewaySpec {
  const [primary, canary] = [primaryOf(spec.upstreams ?? []), canaryOf(spec.upstreams ?? [])]
  return primary && canary ? { ...spec, upstreams: [{ ...primary, percentage: 0 }] } : spec
}

/** The names of the functions that a gateway leads to. */
export function functionsOfGateway({ upstreams = [] }: ApiGatewaySpec): string[] {
  return [...new Set(upstreams.map(functionOfUpstream).filter(Boolean))]
}
