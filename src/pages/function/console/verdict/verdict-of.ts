import { ApiError } from '@/api/errors'
import { serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import type { KeptVerdict } from '@/domain/console/history'
import {
  cancelledVerdict,
  pageFailedWords,
  verdictOnAnswer,
  verdictOnFailure,
  type Verdict,
} from '@/domain/console/verdict'
import { KeptFailure, type Exchange } from '../exchange'

/** Who spoke when a request was over, and what it means; nothing while it runs. */
export function verdictOf({ outcome }: Exchange): Verdict | undefined {
  switch (outcome.state) {
    case 'running':
      return undefined
    case 'cancelled':
      return cancelledVerdict
    case 'answered': {
      // What another Nuclio answered is carried as it is too, and that may speak for itself.
      const sealed = outcome.answer.sealed && isOwnPlatform()
      return verdictOnAnswer({ ...outcome.answer, sealed })
    }
    case 'failed': {
      const { error } = outcome
      if (error instanceof KeptFailure) return error.verdict
      if (error instanceof ApiError) return verdictOnFailure(error)
      return {
        origin: 'browser',
        tone: 'bad',
        reason: 'page-failed',
        words: `${pageFailedWords} ${error instanceof Error ? error.message : String(error)}`,
      }
    }
  }
}

/** What the dashboard, or a page in between, said itself about a request without an answer, beyond the words of the verdict. */
export function saidOf({ outcome }: Exchange, { words }: Verdict): Pick<KeptVerdict, 'said' | 'detail'> {
  if (outcome.state !== 'failed') return {}
  const { error } = outcome
  if (error instanceof KeptFailure) return error.verdict
  if (!(error instanceof ApiError) || error.kind === 'network') return {}
  const { message, page, detail } = error
  if (page !== undefined) return page ? { said: page } : {}
  return { ...(!words?.includes(message) && { said: message }), ...(detail && { detail }) }
}

/** Whether the server of this page runs the functions itself. */
export const isOwnPlatform = (): boolean =>
  queryClient.getQueryData(serverQuery().queryKey)?.kind === 'embedded'
