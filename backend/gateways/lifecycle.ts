import type { GatewayRecord } from '../store/gateway-store'
import { admitRequest } from './admit-request'
import { gatewayEntry, saveGateway } from './gateway-entry'
import { openGatewayListener } from './gateway-listener'
import type { GatewaysContext } from './gateways-context'
import { judge } from './set-up'
import { entryKey } from './write-gateway'

/** How long requests may go on when the platform ends, milliseconds. */
const grace = 2000

/** Opens the listener, then takes up what is stored: every gateway is in service, or says why not, when it resolves. */
export async function startGateways(context: GatewaysContext): Promise<void> {
  const { functions, accessKey, random, listen, log } = context
  try {
    context.listener = await openGatewayListener({
      ...listen,
      admit: (head) =>
        admitRequest({ entries: () => context.entries.values(), functions, accessKey, random }, head),
      onFault: (error) => log.error({ err: error }, 'A request to an API gateway failed'),
    })
  } catch (error) {
    throw new Error(portProblem(context, error), { cause: error })
  }
  for (const stored of await context.store.list()) {
    const record = followingPort(stored, context.port())
    const entry = gatewayEntry(record)
    context.entries.set(entryKey(record), entry)
    judge(context, entry)
    if (JSON.stringify(entry.record) !== JSON.stringify(stored)) await saveGateway(context.store, entry)
  }
}

/** Closes the listener and waits for what is being stored. */
export async function closeGateways({ listener, entries }: GatewaysContext): Promise<void> {
  await listener?.close(grace)
  await Promise.all([...entries.values()].map(({ saving }) => saving))
}

/** A host that names the port of the listener goes on naming it when it is another one. */
function followingPort(record: GatewayRecord, port: number): GatewayRecord {
  const { gateway, listenerPort } = record
  const { host = '' } = gateway.spec
  if (listenerPort === undefined || listenerPort === port) return { ...record, listenerPort: port }
  const ending = `:${listenerPort}`
  const followed = host.endsWith(ending) ? `${host.slice(0, -ending.length)}:${port}` : host
  return {
    ...record,
    listenerPort: port,
    gateway: { ...gateway, spec: { ...gateway.spec, host: followed } },
  }
}

function portProblem({ listen: { host, port } }: GatewaysContext, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const place = `${host}:${port}, where the API gateways listen,`
  if (code === 'EADDRINUSE')
    return `${place} is taken by another program. Choose another GATEWAY_PORT, or GATEWAY_PORT=0 for any free one`
  if (code === 'EACCES') return `${place} is closed to this account. Choose a GATEWAY_PORT above 1023`
  return `The API gateways cannot listen: ${message}`
}
