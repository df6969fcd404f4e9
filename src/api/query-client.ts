import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './errors'

const retries: Record<number, number> = { 0: 2, 500: 1, 502: 2, 503: 2, 504: 1 }

/** Whether a failed read is worth another try: never when the server understood and refused. */
export function retryRead(failures: number, error: unknown): boolean {
  return error instanceof ApiError && failures < (retries[error.status] ?? 0)
}

/** The one cache of what servers said. Mutations are never repeated by themselves. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: retryRead,
      retryDelay: (failures) => Math.min(4_000, 400 * 2 ** failures),
      staleTime: 2_000,
      // The server is often on this very machine, where being offline means nothing.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
