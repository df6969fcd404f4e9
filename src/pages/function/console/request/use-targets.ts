import { useQuery } from '@tanstack/react-query'
import { apiGatewaysQuery } from '@/api/api-gateways'
import { gatewayListenerQuery } from '@/api/gateway-listener'
import { serverQuery } from '@/api/platform'
import { hasGateways } from '@/domain/gateways/platform-gateways'
import { useWorkbench } from '../../workbench'
import { targetsOf, type Targets } from './targets'

/** Where a request to the function can go. Gateways come when they are known; without them nothing is missing. */
export function useTargets(): Targets {
  const { ref, fn, platform } = useWorkbench()
  const { data: server } = useQuery(serverQuery())
  const { data = [] } = useQuery({
    ...apiGatewaysQuery({ namespace: ref.namespace, project: ref.project }),
    enabled: hasGateways(platform) || Boolean(fn.status.apiGateways?.length),
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
  })
  const { data: listener } = useQuery({
    ...gatewayListenerQuery(),
    enabled: server?.kind === 'embedded' && data.length > 0,
    retry: false,
  })
  return targetsOf(fn, data, window.location, listener?.port)
}
