import type { ApiGateway } from '@/api/generated/schema'
import type { MenuAction } from '@/components/ActionMenu'
import { canaryOf, functionOfUpstream, primaryOf } from '@/domain/gateways/upstreams'
import type { GatewayActs } from './gateway-acts'

/** What can be done to a gateway as it is on the server, in a row as on its page; `busy` says why not to its canary just now. */
export function gatewayMenu(gateway: ApiGateway, acts: GatewayActs, busy?: string): MenuAction[] {
  const { upstreams = [] } = gateway.spec
  const [canary, primary] = [canaryOf(upstreams), primaryOf(upstreams)]
  const name = gateway.metadata.name
  return [
    ...(canary
      ? [
          {
            label: `Promote ${functionOfUpstream(canary)}…`,
            disabledReason: busy,
            onSelect: () => acts.promote(gateway),
          },
          {
            label: `Roll back to ${functionOfUpstream(primary)}…`,
            disabledReason: busy,
            onSelect: () => acts.rollBack(gateway),
          },
        ]
      : []),
    { label: `Delete ${name}…`, danger: true, onSelect: () => acts.remove(gateway) },
  ]
}
