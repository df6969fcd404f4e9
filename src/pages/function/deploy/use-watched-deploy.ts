import { useState } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'

/** A deploy on the clock of this browser: the server's may be set differently, and its times only tell spans. */
export interface WatchedDeploy {
  /** When it began. */
  beganAt: number
  /** When the latest news of it came. */
  newsAt: number
}

interface Seen extends WatchedDeploy {
  deploy: number | undefined
  news: string
}

/**
 * Follows the deploy of a function: what is seen to change is timed by this browser, and only a deploy that was already
 * under way when the page came is taken by the times in its records.
 */
export function useWatchedDeploy(fn: NuclioFunction, sentAt: number | undefined, now: number): WatchedDeploy {
  const { state, logs } = fn.status
  const deploy = logs?.[0]?.time
  const news = `${state} ${deploy} ${logs?.length ?? 0}`
  const [seen, setSeen] = useState<Seen>(() => ({
    deploy,
    news,
    beganAt: sentAt ?? Math.min(now, deploy ?? now),
    newsAt: sentAt ?? Math.min(now, logs?.at(-1)?.time ?? now),
  }))
  if (seen.news === news) return seen
  const isOther = deploy !== seen.deploy
  const next = { deploy, news, newsAt: now, beganAt: isOther ? beganNow(now, sentAt) : seen.beganAt }
  setSeen(next)
  return next
}

/** A new deploy is this page's own when it was sent just now: then it began when it was sent. */
function beganNow(now: number, sentAt: number | undefined): number {
  return sentAt !== undefined && now - sentAt < 60_000 ? sentAt : now
}
