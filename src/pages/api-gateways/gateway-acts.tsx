import type { QueryClient } from '@tanstack/react-query'
import { deleteApiGateway, updateApiGateway } from '@/api/api-gateways'
import type { ApiGateway, ApiGatewaySpec } from '@/api/generated/schema'
import type { ProjectRef } from '@/api/projects'
import { runMutation } from '@/api/run-mutation'
import { confirmAct } from '@/components/confirm'
import { notifySuccess } from '@/components/notify'
import { without } from '@/lib/without'
import {
  canaryOf,
  functionOfUpstream,
  functionsOfGateway,
  primaryOf,
  withCanaryPromoted,
  withCanaryRolledBack,
} from '@/domain/gateways/upstreams'

/** What is done to a gateway as it is on the server. Each asks first and says what comes of it. */
export interface GatewayActs {
  promote: (gateway: ApiGateway) => void
  rollBack: (gateway: ApiGateway) => void
  remove: (gateway: ApiGateway) => void
}

interface ActOptions {
  /** Where a gateway answers. */
  urlOf: (gateway: ApiGateway) => string | undefined
  onRemoved?: () => void
}

/** The acts on gateways of a project. */
export function gatewayActs(
  queryClient: QueryClient,
  at: ProjectRef,
  { urlOf, onRemoved }: ActOptions,
): GatewayActs {
  const put = (gateway: ApiGateway, spec: ApiGatewaySpec) => {
    const config = { metadata: without(gateway.metadata, 'creationTimestamp'), spec }
    const ref = { ...at, name: gateway.metadata.name }
    return runMutation(queryClient, updateApiGateway(queryClient), { ref, config, before: gateway })
  }
  /** Gives all requests to one of the two functions. */
  const settle = (gateway: ApiGateway, isPromotion: boolean) => {
    const { upstreams = [] } = gateway.spec
    const canary = functionOfUpstream(canaryOf(upstreams))
    const primary = functionOfUpstream(primaryOf(upstreams))
    const [winner, loser] = isPromotion ? [canary, primary] : [primary, canary]
    const act = isPromotion ? `Promote ${canary}` : `Roll back to ${primary}`
    confirmAct({
      title: act,
      confirmLabel: act,
      body: (
        <p>
          From then on <strong>{winner}</strong> gets every request to {gateway.metadata.name}, and{' '}
          <strong>{loser}</strong> none. {loser} stays as it is.
        </p>
      ),
      act: async () => {
        const settled = isPromotion ? withCanaryPromoted : withCanaryRolledBack
        await put(gateway, settled(gateway.spec))
        notifySuccess(`${winner} gets every request to ${gateway.metadata.name}`)
      },
    })
  }

  return {
    promote: (gateway) => settle(gateway, true),
    rollBack: (gateway) => settle(gateway, false),
    remove(gateway) {
      const { name } = gateway.metadata
      const url = urlOf(gateway)
      const functions = functionsOfGateway(gateway.spec)
      confirmAct({
        title: `Delete ${name}`,
        confirmLabel: `Delete ${name}`,
        danger: true,
        body: (
          <>
            <p>{url ? <strong>{url}</strong> : 'The gateway'} stops answering, for everybody who calls it.</p>
            {functions.length > 0 && (
              <p>
                {functions.join(' and ')} {functions.length > 1 ? 'stay' : 'stays'} as{' '}
                {functions.length > 1 ? 'they are' : 'it is'}.
              </p>
            )}
          </>
        ),
        act: async () => {
          await runMutation(queryClient, deleteApiGateway(queryClient), { ...at, name })
          notifySuccess(`${name} deleted`)
          onRemoved?.()
        },
      })
    },
  }
}
