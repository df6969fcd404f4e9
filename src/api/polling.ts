import { ApiError } from './errors'

/** How often to ask, milliseconds. */
export interface PollPace {
  /** While something is on its way, at first; longer the longer nothing changes. */
  fast: number
  /** The longest wait while something is on its way. */
  patient: number
  /** While everything is at rest. */
  slow: number
}

const defaultPace: PollPace = { fast: 1_000, patient: 5_000, slow: 30_000 }

/** What of a query the pace depends on. */
interface PolledQuery<Data> {
  state: {
    data: Data | undefined
    dataUpdatedAt: number
    error: unknown
    errorUpdatedAt: number
    status: 'pending' | 'error' | 'success'
  }
}

interface Observed {
  data: unknown
  dataUpdatedAt: number
  errorUpdatedAt: number
  /** Answers in a row that brought nothing new. */
  unchanged: number
  /** Failures in a row. */
  failures: number
}

// Options are made anew at every render; what was seen of a query outlives them.
const observed = new WeakMap<object, Observed>()

/**
 * Query options that keep data fresh: often while `isTransient` says so, seldom otherwise, never in a hidden tab, and at once when
 * the tab is seen again. After a failure the stale data stays and the wait doubles from try to try; where the server refuses (signed out,
 * forbidden, gone) it is asked seldom.
 */
export function pollWhile<Data>(isTransient: (data: Data) => boolean, pace: Partial<PollPace> = {}) {
  const { fast, patient, slow } = { ...defaultPace, ...pace }
  const refetchInterval = (query: PolledQuery<Data>): number => {
    const { data, error, status } = query.state
    const { unchanged, failures } = observe(query)
    if (status === 'error') {
      const refused = error instanceof ApiError && error.status >= 400 && error.status < 500
      return refused ? slow : Math.min(slow, fast * 2 ** Math.min(failures, 10))
    }
    if (data === undefined || !isTransient(data)) return slow
    return Math.min(patient, fast * 1.25 ** Math.min(unchanged, 20))
  }
  return { refetchInterval, refetchIntervalInBackground: false, refetchOnWindowFocus: 'always' as const }
}

// The interval is asked for at every render, so only a new time stamp counts as an answer.
function observe<Data>(query: PolledQuery<Data>): Observed {
  const { data, dataUpdatedAt, errorUpdatedAt } = query.state
  const last = observed.get(query)
  const next: Observed = { data, dataUpdatedAt, errorUpdatedAt, unchanged: 0, failures: 0 }
  if (last) {
    next.failures = errorUpdatedAt === last.errorUpdatedAt ? last.failures : last.failures + 1
    if (dataUpdatedAt === last.dataUpdatedAt) next.unchanged = last.unchanged
    else {
      next.unchanged = data === last.data ? last.unchanged + 1 : 0
      next.failures = 0
    }
  }
  observed.set(query, next)
  return next
}
