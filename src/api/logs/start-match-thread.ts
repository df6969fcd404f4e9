import { createAsideMatcher, type AsideMatcherOptions } from '@/domain/logs/aside-matcher'
import type { MatchAnswer, MatchAsk, Matcher } from '@/domain/logs/matcher'
import { browserClock } from './feed-clock'

/** Searches in a thread beside the one that calls this. */
export function startMatcher(): Matcher {
  return createAsideMatcher({ start: startMatchThread, after: browserClock.after })
}

const startMatchThread: AsideMatcherOptions['start'] = ({ ready, answer, failed }) => {
  const worker = new Worker(new URL('./match.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<MatchAnswer | 'ready'>) => {
    if (data === 'ready') ready()
    else answer(data)
  })
  worker.addEventListener('error', failed)
  return {
    post: (ask: MatchAsk, transfer) => worker.postMessage(ask, transfer),
    end: () => worker.terminate(),
  }
}
