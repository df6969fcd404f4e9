import type { WorkerAnswer } from '../../runtimes/runtime'
import type { HttpTriggerRequest } from '../../triggers/http/http-event'
import type { Named } from '../platform'
import { answerIfRunning, whyNotRunning } from './answer-request'
import { entryKey, type FunctionsContext } from './functions-context'
import { runSettings } from './run-settings'

/** A function as what stands in front of it reaches it, without a hop over its port. */
export interface FunctionUpstream {
  /** So many bytes of a body it takes. */
  maxBodySize: number
  /** Wakes it when it is at zero; undefined when nothing of it runs. */
  answer(request: HttpTriggerRequest, signal: AbortSignal): Promise<WorkerAnswer | undefined>
  /** Why nothing of it runs, in words. */
  whyDown(): string
}

/** The function of that name; undefined when there is none. */
export function upstreamOf(context: FunctionsContext, ref: Named): FunctionUpstream | undefined {
  const entry = context.entries.get(entryKey(ref))
  if (!entry || entry.deleted) return undefined
  return {
    maxBodySize: runSettings(entry.record.spec).maxBodySize,
    answer: (request, signal) => answerIfRunning(context, entry, request, signal),
    whyDown: () => whyNotRunning(entry),
  }
}
