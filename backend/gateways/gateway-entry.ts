import type { ApiGateway, ApiGatewaySpec } from '@/api/generated/schema'
import { bareHost, isBelow, placeOfGateway } from '@/domain/gateways/host-and-path'
import type { GatewayRecord, GatewayStore } from '../store/gateway-store'

/** A gateway as the platform holds it while it runs. */
export interface GatewayEntry {
  record: GatewayRecord
  /** What requests are served by: the latest that could be set up. */
  active?: ApiGatewaySpec
  /** Set as the first thing of a delete: nothing is stored any more. */
  deleted: boolean
  saving: Promise<void>
}

/** The entry of a record that is yet to be set up. */
export function gatewayEntry(record: GatewayRecord): GatewayEntry {
  return { record, deleted: false, saving: Promise.resolve() }
}

/** Stores the record as it is when its turn comes; resolves when it is on disk. */
export function saveGateway(store: GatewayStore, entry: GatewayEntry): Promise<void> {
  const saved = entry.saving.then(() => (entry.deleted ? undefined : store.put(entry.record)))
  entry.saving = saved.catch(() => undefined)
  return saved
}

/** Replaces the status of a gateway; what a state does not carry is gone. */
export function setGatewayState(
  entry: GatewayEntry,
  state: 'waitingForProvisioning' | 'ready' | 'error',
  problem?: string,
): void {
  const { record } = entry
  const status: ApiGateway['status'] = { name: record.name, state, ...(problem && { last_error: problem }) }
  entry.record = { ...record, gateway: { ...record.gateway, status } }
}

/**
 * The gateway that answers for a host and a path: of those with the host the one with the longest path that the request lies below.
 * Says what is not known when there is none.
 */
export function gatewayFor(
  entries: Iterable<GatewayEntry>,
  host: string,
  path: string,
): GatewayEntry | 'unknown host' | 'unknown path' {
  const wanted = bareHost(host)
  let best: { entry: GatewayEntry; path: string } | undefined
  let isKnown = false
  for (const entry of entries) {
    const place = placeOfGateway(entry.active ?? entry.record.gateway.spec)
    if (place.host !== wanted) continue
    isKnown = true
    if (!isBelow(path, place.path) || (best && best.path.length >= place.path.length)) continue
    best = { entry, path: place.path }
  }
  return best?.entry ?? (isKnown ? 'unknown path' : 'unknown host')
}
