import { LogStore } from '@/domain/logs/log-store'
import type { LogStatus, ReplicaStatus } from '@/domain/logs/log-status'
import { browserClock } from './feed-clock'
import { LogFeeds, type FeedsStatus } from './log-feeds'
import type { LogAsks, LogTarget, ToLogWorker } from './log-messages'
import { startMatcher } from './start-match-thread'

/** A log that is read and held. */
export interface OpenLog {
  ask: (about: keyof LogAsks, request: unknown) => unknown
  tell: (tell: Extract<ToLogWorker, { tell: unknown }>['tell']) => void
}

/** Reads the log of a function from its replicas into a store, and says whenever something of its status is another. */
export function openLog(target: LogTarget, onStatus: (status: LogStatus) => void): OpenLog {
  const say = () => onStatus(statusOf(store, feeds))
  const store: LogStore = new LogStore({
    view: target.view,
    byteLimit: target.byteLimit,
    matcher: startMatcher(),
    clock: () => Date.now(),
    ticks: () => performance.now(),
    after: browserClock.after,
    onChange: () => say(),
  })
  const { ref, start, isPolled } = target
  const feeds: LogFeeds = new LogFeeds({ ref, start, isPolled, sink: store, onChange: () => say() })
  feeds.select(target.view.replicas)
  return {
    ask: (about, request) => store.ask(about, request as Parameters<LogAsks[typeof about]>[0]),
    tell(tell) {
      switch (tell.about) {
        case 'view':
          store.setView(tell.value)
          feeds.select(tell.value.replicas)
          break
        case 'byteLimit':
          store.setByteLimit(tell.value)
          break
        case 'isVisible':
          feeds.setVisible(tell.value)
          break
        case 'mark':
          store.mark(tell.value)
          break
        case 'retry':
          feeds.retry()
      }
    },
  }
}

function statusOf(store: LogStore, feeds: LogFeeds): LogStatus {
  const { replicas, problem, isLoading } = feeds.status()
  store.isLive = !isLoading
  // Replicas have the places that their rows name, also those that have written nothing yet.
  for (const { name } of replicas) store.replicaIndex(name)
  const status = store.status()
  const known = new Map(replicas.map((replica) => [replica.name, replica]))
  return {
    ...status,
    replicas: status.replicas.map((held): ReplicaStatus => ({
      ...held,
      ...(known.get(held.name) ?? goneReplica),
      name: held.name,
    })),
    isLoading,
    ...(problem && { problem }),
  }
}

const goneReplica: Pick<FeedsStatus['replicas'][number], 'state'> = { state: 'gone' }
