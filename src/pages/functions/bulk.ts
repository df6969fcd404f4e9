import { whyNot, type FunctionAction } from '@/domain/function-actions'
import type { FunctionSummary } from '@/domain/function-summary'

/** What of a selection an action may be done to, and what not, with the reasons. */
export interface BulkPlan {
  able: FunctionSummary[]
  unable: { name: string; reason: string }[]
}

/** Asks the action table for every selected function. */
export function planBulk(action: FunctionAction, functions: readonly FunctionSummary[]): BulkPlan {
  const plan: BulkPlan = { able: [], unable: [] }
  for (const fn of functions) {
    const reason = whyNot(action, fn)
    if (reason) plan.unable.push({ name: fn.metadata?.name ?? '', reason })
    else plan.able.push(fn)
  }
  return plan
}

/** The failures of a bulk action, in one message. */
export class BulkError extends Error {
  override name = 'BulkError'
}

/**
 * Does something to each, one after the other, so that a small server is not overrun. All are tried; when some fail,
 * throws a `BulkError` that names them with the first reason. Resolves to how many were done.
 */
export async function runBulk(
  functions: readonly FunctionSummary[],
  act: (fn: FunctionSummary) => Promise<unknown>,
): Promise<number> {
  const failed: string[] = []
  let first = ''
  for (const fn of functions) {
    try {
      await act(fn)
    } catch (error) {
      failed.push(fn.metadata?.name ?? '')
      first ||= error instanceof Error ? error.message : String(error)
    }
  }
  if (failed.length > 0) {
    const names = failed.slice(0, 5).join(', ') + (failed.length > 5 ? ' …' : '')
    throw new BulkError(
      `${functions.length - failed.length} of ${functions.length} are done; ${names} failed: ${first}`,
    )
  }
  return functions.length
}
