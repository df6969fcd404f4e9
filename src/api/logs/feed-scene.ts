import { requestTurns } from './feed-turns'
import type { LogStart } from './log-messages'
import { ReplicaFeed, type FeedWay } from './replica-feed'
import { SimulatedServer } from './simulated-server'
import { TestClock, TestSink } from './test-clock'

export const follow: FeedWay = { kind: 'follow' }
export const poll: FeedWay = { kind: 'poll', every: 2_000 }

/** A server in memory, and a feed of its replica `a` when one is opened. */
export function feedScene() {
  const clock = new TestClock()
  const server = new SimulatedServer(clock)
  const sink = new TestSink()
  const calls: string[] = []
  let feed: ReplicaFeed | undefined
  return {
    clock,
    server,
    sink,
    /** What the feed said, in its order. */
    calls,
    open(way: FeedWay = follow, start: LogStart = { kind: 'all' }): ReplicaFeed {
      feed = new ReplicaFeed({
        replica: 'a',
        start,
        sink,
        open: server.open,
        clock,
        turn: requestTurns(),
        serverTime: (time) => time,
        onChange: () => calls.push('changed'),
        onBuffered: () => calls.push('buffered'),
        onGone: () => calls.push('gone'),
      })
      feed.setWay(way)
      return feed
    },
    followedRequests: () => server.requests.filter((request) => request.follow).length,
    close: () => feed?.close(),
  }
}
