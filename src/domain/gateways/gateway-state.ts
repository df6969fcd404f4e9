import type { ApiGateway } from '@/api/generated/schema'
import type { StateDescription } from '@/domain/function-state'

/** Whether the server is still setting the gateway up. */
export const isSettingUp = ({ status }: ApiGateway): boolean => stateOfGateway({ status }).key === 'moving'

/** The state of a gateway in words. What is neither ready nor failed is on its way; what is left of an earlier failure is no reason. */
export function stateOfGateway({ status }: Pick<ApiGateway, 'status'>): StateDescription {
  const { state, last_error: said, description } = status ?? {}
  if (state === 'ready') return { key: 'ready', word: 'ready', tone: 'ok' }
  if (state !== 'error') return { key: 'moving', word: 'being set up', tone: 'busy' }
  const reason = (said || description)?.trim()
  return { key: 'error', word: 'error', tone: 'bad', ...(reason && { reason }) }
}
