import type { LoaderFunctionArgs } from 'react-router'
import { ApiError } from '@/api/errors'
import { functionQuery } from '@/api/functions'
import { frontendSpecQuery, serverQuery } from '@/api/platform'
import { queryClient } from '@/api/query-client'
import { functionKey } from '@/domain/function-key'
import { orKnown } from '@/layouts/load'
import { routeFunction } from '@/layouts/namespace'
import { readDraft } from './draft/draft-store'
import { lostFunction } from './draft/kept-draft'
import type { FoundDraft } from './draft/use-draft'

export { FunctionError as ErrorBoundary } from './FunctionError'
export { FunctionLayout as Component } from './FunctionLayout'

/**
 * Reads the function, which server this is (edits are kept per server), and the edits that this browser has kept. A function that
 * is gone still has its page when there are edits, so that it can be created again.
 */
export async function loader(args: LoaderFunctionArgs): Promise<FoundDraft> {
  const ref = await routeFunction(args)
  const fn = functionQuery(ref)
  const [kept, failure] = await Promise.all([
    queryClient
      .query({ ...serverQuery(), staleTime: 'static' })
      .then(({ identity }) => readDraft(functionKey('edits', identity, ref))),
    orKnown(fn.queryKey, queryClient.query({ ...fn, staleTime: 2_000 })).catch((error: unknown) => error),
    queryClient.query({ ...frontendSpecQuery(), staleTime: 'static' }),
  ])
  if (failure === undefined) return { kept }
  const lost = failure instanceof ApiError && failure.kind === 'not-found' && lostFunction(kept)
  if (!lost) throw failure as Error
  return { kept, lost }
}
