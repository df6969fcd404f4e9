import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { GatewayListener } from '@/api/generated/schema'
import { gatewayListenerQuery } from '@/api/gateway-listener'
import { serverQuery } from '@/api/platform'

/** Whether the embedded platform answers, and then, once it is known, where its gateways listen. */
export function useListener(): { isEmbedded: boolean; listener?: GatewayListener } {
  const { data: server } = useSuspenseQuery(serverQuery())
  const isEmbedded = server.kind === 'embedded'
  const { data: listener } = useQuery({ ...gatewayListenerQuery(), enabled: isEmbedded })
  return { isEmbedded, listener }
}
