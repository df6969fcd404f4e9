import type { ApiGateway } from '@/api/generated/schema'
import { modeWords } from '@/domain/gateways/authentication'
import { stateOfGateway } from '@/domain/gateways/gateway-state'
import { gatewayUrl } from '@/domain/gateways/gateway-url'
import { sharesOf, type UpstreamShare } from '@/domain/gateways/upstreams'
import type { StateDescription } from '@/domain/function-state'
import type { PageOrigin } from '@/domain/function-urls'

/** What the list shows of a gateway. */
export interface GatewayRow {
  name: string
  description: string
  state: StateDescription
  url: string | undefined
  shares: UpstreamShare[]
  access: string
  gateway: ApiGateway
}

export type GatewayColumn = 'name' | 'state' | 'url' | 'access'

export interface GatewayOrder {
  search: string
  column: GatewayColumn
  descending: boolean
}

/** The row of a gateway. */
export function gatewayRow(gateway: ApiGateway, page: PageOrigin, listenerPort?: number): GatewayRow {
  const { metadata, spec } = gateway
  return {
    name: metadata.name,
    description: spec.description ?? '',
    state: stateOfGateway(gateway),
    url: gatewayUrl(spec, page, listenerPort),
    shares: sharesOf(spec.upstreams),
    access: modeWords[spec.authenticationMode ?? 'none'],
    gateway,
  }
}

// What is broken comes first, then what moves.
const ranks: Record<StateDescription['tone'], number> = { bad: 0, busy: 1, off: 2, ok: 3 }

/** The rows in which every word of a search occurs, in the order that was asked for; equal ones by name. */
export function arrangeGateways(rows: readonly GatewayRow[], order: GatewayOrder): GatewayRow[] {
  const words = order.search.toLowerCase().split(/\s+/).filter(Boolean)
  const textOf = ({ name, description, url, shares, access, state }: GatewayRow): string =>
    [name, description, url, access, state.word, ...shares.map(({ functionName }) => functionName)]
      .join(' ')
      .toLowerCase()
  const keyOf = (row: GatewayRow): string =>
    order.column === 'state' ? String(ranks[row.state.tone]) : (row[order.column] ?? '')
  const sign = order.descending ? -1 : 1
  return rows
    .filter((row) => words.every((word) => textOf(row).includes(word)))
    .toSorted((a, b) => sign * keyOf(a).localeCompare(keyOf(b)) || a.name.localeCompare(b.name))
}
