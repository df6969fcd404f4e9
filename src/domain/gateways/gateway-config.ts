import type { ApiGateway, ApiGatewayConfig } from '@/api/generated/schema'
import { defaultProject, projectLabel } from '@/domain/function-config'
import { sameValue } from '@/lib/tree'

/** The project that a gateway belongs to. */
export const projectOfGateway = ({ metadata }: Pick<ApiGatewayConfig, 'metadata'>): string =>
  metadata?.labels?.[projectLabel] || defaultProject

const written = ({ metadata: { labels, annotations }, spec }: ApiGateway) => ({ labels, annotations, spec })

/** Whether a gateway reads as it was last written: what a server says of its state does not count. */
export const isWrittenAlike = (one: ApiGateway, other: ApiGateway): boolean =>
  sameValue(written(one), written(other))
