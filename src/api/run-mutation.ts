import type { MutationOptions, QueryClient } from '@tanstack/react-query'

/** Runs a mutation where there is no component to do it. */
export function runMutation<Data, Variables, Context>(
  queryClient: QueryClient,
  options: MutationOptions<Data, Error, Variables, Context>,
  variables: Variables,
): Promise<Data> {
  return queryClient.getMutationCache().build(queryClient, options).execute(variables)
}
