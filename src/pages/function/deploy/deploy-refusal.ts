import { ApiError } from '@/api/errors'

/**
 * What a refused deploy is about. `stale`: the server has another version than the one that was edited; `busy`: it is at work on
 * the function, which waiting ends; `gone`: there is no such function any more. Nothing of this can be meant when a
 * function is created.
 */
export function refusalOf(error: unknown, create: boolean): 'stale' | 'busy' | 'gone' | 'failed' {
  if (!(error instanceof ApiError)) return 'failed'
  if (error.kind === 'not-found') return 'gone'
  if (create) return 'failed'
  if (error.kind === 'conflict') return 'stale'
  // The same status stands for a platform's other objections, which waiting does not end.
  const isBusy = error.kind === 'precondition' && /provision|building|in progress/i.test(error.message)
  return isBusy ? 'busy' : 'failed'
}
