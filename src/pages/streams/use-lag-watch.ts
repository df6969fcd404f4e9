import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { functionQuery } from '@/api/functions'
import type { NuclioFunction, ShardLagsRequest } from '@/api/generated/schema'
import { serverQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { shardLagsQuery, type TriggerStream } from '@/api/v3io-streams'
import { lagView, type LagView } from '@/domain/streams/lag-view'
import { isStale, type LagSample } from '@/domain/streams/samples'
import { workersOf } from '@/domain/streams/workers'
import { useNow } from '@/components/use-now'
import { historyKey, joinedHistories, lagHistory } from './lag-history'
import { useRefreshPace } from './refresh-pace'

/** One trigger's stream, with what was seen of it. */
export interface WatchedStream extends TriggerStream {
  /** `<function>@<trigger>`. */
  key: string
  stream: ShardLagsRequest
  fn?: NuclioFunction
  /** Of the consumer; undefined where nobody could tell. */
  workers?: number
  samples: readonly LagSample[]
  view: LagView
  /** Why the latest look failed. */
  error: unknown
  /** No look has come back yet. */
  isPending: boolean
}

export interface LagWatch {
  watched: WatchedStream[]
  /** The time that all is seen at, milliseconds. */
  now: number
  look: () => void
}

/** Without a pace, looks stand for themselves. */
const loneLook = 5_000

/** Looks at streams at the pace that a person chose, not in a hidden tab, and keeps what it saw. */
export function useLagWatch(
  at: ProjectRef,
  streams: readonly (TriggerStream & { stream: ShardLagsRequest })[],
): LagWatch {
  const pace = useRefreshPace()
  const now = useNow(1_000)
  const { data: server } = useQuery(serverQuery())
  const lags = useQueries({ queries: streams.map(({ stream }) => shardLagsQuery(at, stream, pace * 1_000)) })
  const functions = useQueries({
    queries: streams.map((one) => ({
      ...functionQuery({ ...at, name: one.function }),
      refetchInterval: 15_000,
    })),
  })
  const keys = useMemo(
    () => streams.map(({ stream }) => server && historyKey(server.identity, at.namespace, stream)),
    [streams, server, at.namespace],
  )
  const joined = useMemo(() => joinedHistories(keys), [keys])
  const histories = useSyncExternalStore(joined.subscribe, joined.read)

  useEffect(() => {
    lags.forEach(({ data, dataUpdatedAt }, index) => {
      const key = keys[index]
      if (!key || !data || data.length === 0) return
      const every = pace * 1_000 || loneLook
      lagHistory(key).add({ at: dataUpdatedAt, every, shards: data })
    })
  })

  const watched = streams.map((one, index): WatchedStream => {
    const [lag, fn] = [lags[index], functions[index]?.data]
    const samples = histories[index] ?? []
    const workers = fn && workersOf(fn.spec, one.trigger)
    return {
      ...one,
      key: `${one.function}@${one.trigger}`,
      fn,
      workers,
      samples,
      view: viewOf(samples, now, workers),
      error: lag?.error,
      isPending: lag?.isPending ?? true,
    }
  })
  return { watched, now, look: () => lags.forEach((lag) => void lag.refetch()) }
}

// Reading samples takes milliseconds, and the clock ticks every second: only a new look, or one that grew old, is worth it.
const views = new WeakMap<
  readonly LagSample[],
  { isOld: boolean; workers: number | undefined; view: LagView }
>()

/** What samples say, read only once as long as they say the same. */
export function viewOf(samples: readonly LagSample[], now: number, workers?: number): LagView {
  const isOld = isStale(samples, now)
  const known = views.get(samples)
  if (known && known.isOld === isOld && known.workers === workers) return known.view
  const view = lagView(samples, isOld ? now : (samples.at(-1)?.at ?? now), workers)
  views.set(samples, { isOld, workers, view })
  return view
}
