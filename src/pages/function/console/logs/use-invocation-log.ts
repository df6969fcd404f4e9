import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FunctionRef } from '@/api/functions'
import { useNow } from '@/components/use-now'
import { useConsole } from '../console-context'
import type { Exchange } from '../exchange'
import { readInvocationLog, type ReadLog } from './read-invocation-log'

/** A log may be written a moment after the answer: waits before it is read again, milliseconds. */
const waits = [700, 2_000]

/** What ended longer ago is looked for only when a person asks, milliseconds. */
const recent = 10 * 60_000

export interface InvocationLogState {
  log?: ReadLog
  error: unknown
  isReading: boolean
  /** It is read again by itself, because the latest lines may be missing. */
  isUnsettled: boolean
  readAgain: () => void
}

/** The part of the replicas' logs that an exchange wrote, read after its end and a few times more; with `isWanted` off nothing is read. */
export function useInvocationLog(
  ref: FunctionRef,
  exchange: Exchange,
  isWanted: boolean,
): InvocationLogState {
  const queryClient = useQueryClient()
  const { exchanges } = useConsole()
  const now = useNow(60_000)
  const { endedAt } = exchange
  const queryKey = ['invocation-log', ref.namespace, ref.name, exchange.id]
  // eslint-disable-next-line @tanstack/query/exhaustive-deps -- the id stands for the exchange, which holds whole bodies
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<CountedLog> => {
      const before = queryClient.getQueryData<CountedLog>(queryKey)
      const read = await readInvocationLog(ref, exchange, exchanges, signal)
      // Where it begins is counted back from when the request reaches the server: one that was slow has not all of it.
      const log = before && before.rows.length > read.rows.length ? before : read
      return { ...log, reads: (before?.reads ?? 0) + 1 }
    },
    enabled: isWanted && endedAt !== undefined && now - endedAt < recent,
    staleTime: Infinity,
    structuralSharing: false,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: ({ state }) => (!state.error && nextWait(state.data)) || false,
  })
  return {
    log: isWanted ? data : undefined,
    error: isWanted ? error : null,
    isReading: isFetching,
    isUnsettled: !error && data?.total === 0 && nextWait(data) !== undefined,
    readAgain: () => void refetch(),
  }
}

interface CountedLog extends ReadLog {
  /** How often it was read. */
  reads: number
}

/** Once more in any case, since a part of the lines may have come, and then for as long as none was found. */
function nextWait(log: CountedLog | undefined): number | undefined {
  if (!log || (log.reads > 1 && log.total > 0)) return undefined
  return waits[log.reads - 1]
}
