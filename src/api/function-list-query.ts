import { queryOptions } from '@tanstack/react-query'
import type { FunctionRow } from '@/domain/function-rows'
import { isProvisioning } from '@/domain/function-state'
import { functionKeys, type FunctionScope } from './function-keys'
import { readFunctionRows } from './function-list-page'
import { pollWhile } from './polling'

/**
 * The functions of a namespace or of one project in it, by name, as rows; asked for more often while one of them is being deployed. Rows
 * of functions that have not changed stay the same objects.
 */
export function functionsQuery({ namespace, project }: FunctionScope) {
  return queryOptions({
    queryKey: functionKeys.list({ namespace, project }),
    queryFn: ({ signal, client, queryKey }) =>
      readFunctionRows({ namespace, project }, client.getQueryData<FunctionRow[]>(queryKey), signal),
    // Comparing thousands of rows with the ones before is done where they are read.
    structuralSharing: false,
    ...pollWhile<FunctionRow[]>((rows) => rows.some(({ fn }) => isProvisioning(fn.status.state)), {
      fast: 2_000,
      patient: 8_000,
    }),
  })
}
