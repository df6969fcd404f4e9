import { apiGatewaysQuery } from '@/api/api-gateways'
import type { FrontendSpec } from '@/api/generated/schema'
import { gatewayListenerQuery } from '@/api/gateway-listener'
import { frontendSpecQuery, serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { hasGateways } from '@/domain/gateways/platform-gateways'
import { orKnown } from '@/layouts/load'

/**
 * For loaders: waits for the gateways of a namespace or a project, and for what says where they answer. Says whether the platform has
 * any gateways at all; nothing is asked for where it has not.
 */
export async function loadGateways(of: { namespace: string; project?: string }): Promise<boolean> {
  const platform: FrontendSpec = await queryClient.query({ ...frontendSpecQuery(), staleTime: 'static' })
  if (!hasGateways(platform)) return false
  const gateways = apiGatewaysQuery(of)
  await Promise.all([
    orKnown(gateways.queryKey, queryClient.query({ ...gateways, staleTime: 2_000 })),
    loadListener(),
  ])
  return true
}

/** Addresses are shown when they are known, and nothing waits for a server that does not tell. */
async function loadListener(): Promise<void> {
  const server = await queryClient.query({ ...serverQuery(), staleTime: 'static' })
  if (server.kind !== 'embedded') return
  await queryClient.query({ ...gatewayListenerQuery(), staleTime: 'static' }).catch(() => undefined)
}
