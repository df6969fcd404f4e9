import { provisioningProblem } from '@/domain/gateways/gateway-rules'
import { saveGateway, setGatewayState, type GatewayEntry } from './gateway-entry'
import { gatewayModes, type GatewaysContext } from './gateways-context'

/**
 * Sets a gateway up in the background, after whoever wrote it has its answer; a failure of the store is logged. Until then requests
 * are served as before.
 */
export function setUp(context: GatewaysContext, entry: GatewayEntry): void {
  setImmediate(() => {
    if (entry.deleted) return
    judge(context, entry)
    saveGateway(context.store, entry).catch((error: unknown) => {
      context.log.error(
        { err: error, gateway: entry.record.name },
        'The state of a gateway could not be stored',
      )
    })
  })
}

/** Puts a gateway into service, or says in its status why it cannot be. */
export function judge({ functions }: GatewaysContext, entry: GatewayEntry): void {
  const { namespace, gateway } = entry.record
  const problem = provisioningProblem(gateway, {
    // A reference that no stored password has taken the place of is one too many.
    act: 'create',
    functions: { has: (name) => functions.upstream({ namespace, name }) !== undefined },
    modes: gatewayModes,
    hostTakesPort: true,
  })
  entry.active = problem === undefined ? gateway.spec : undefined
  setGatewayState(entry, problem === undefined ? 'ready' : 'error', problem)
}
