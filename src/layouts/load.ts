import type { QueryKey } from '@tanstack/react-query'
import { ApiError } from '@/api/errors'
import { queryClient } from '@/api/query-client'

/**
 * For loaders: waits for what a page needs. Where the server gives no answer or fails, what is known from before does, and
 * the page says itself how old it is. Rejects when nothing is known, and when the server refuses.
 */
export async function orKnown(queryKey: QueryKey, asked: Promise<unknown>): Promise<void> {
  try {
    await asked
  } catch (error) {
    const failed = error instanceof ApiError && (error.status < 400 || error.status >= 500)
    if (!failed || queryClient.getQueryData(queryKey) === undefined) throw error
  }
}
