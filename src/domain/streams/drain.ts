import type { Line } from './slope'

/** When nothing is left before a group, if all goes on as it does. Seconds. */
export type Drain =
  /** Too little was seen. */
  | { kind: 'unknown' }
  /** Nothing waits, or no more than what is on its way. */
  | { kind: 'caughtUp' }
  /** What waits does not get less. */
  | { kind: 'never' }
  /** In so many seconds; `most` is undefined where it may as well be never. */
  | { kind: 'in'; seconds: number; least: number; most?: number }

/** A group that is less than this behind keeps up: it commits about once a second, and somebody has to look. */
const onTheWay = 4
/** Where records come one by one, so many may be seen before they are handled. */
const fewRecords = 2

/** From how the lag moves, and how many records a second are handled. */
export function drainOf(lag: Line | undefined, outRate: number | undefined): Drain {
  if (!lag) return { kind: 'unknown' }
  const isHandled = outRate !== undefined && outRate > 0
  if (lag.now < 0.5 || (isHandled && lag.now <= Math.max(outRate * onTheWay, fewRecords))) {
    return { kind: 'caughtUp' }
  }
  // Within its margin it may stand as well as fall.
  if (lag.slope >= 0 || -lag.slope < lag.margin / 2) return { kind: 'never' }
  const fastest = lag.slope - lag.margin
  const slowest = lag.slope + lag.margin
  return {
    kind: 'in',
    seconds: lag.now / -lag.slope,
    least: lag.now / -fastest,
    ...(slowest < 0 && { most: lag.now / -slowest }),
  }
}

/**
 * When a whole is done of which no part waits for another: with the sum, or later with a part of which that is certain. A part that
 * never is decides.
 */
export function drainOfParts(whole: Drain, parts: readonly Drain[]): Drain {
  if (whole.kind === 'unknown' || whole.kind === 'never') return whole
  if (parts.some(({ kind }) => kind === 'never')) return { kind: 'never' }
  const soonest = whole.kind === 'in' ? whole.seconds : 0
  return latestDrain([whole, ...parts.filter((part) => part.kind === 'in' && part.least > soonest)])
}

/** Of several that all have to be done: the latest. One that never is decides, and one of which nothing is known next. */
export function latestDrain(drains: readonly Drain[]): Drain {
  for (const kind of ['never', 'unknown'] as const)
    if (drains.some((one) => one.kind === kind)) return { kind }
  const [first, ...rest] = drains.filter((one) => one.kind === 'in')
  if (!first) return { kind: 'caughtUp' }
  return rest.reduce((latest, one) => (one.seconds > latest.seconds ? one : latest), first)
}
