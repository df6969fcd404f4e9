/** How far a server's clock is ahead of the page's, in milliseconds: somewhere between the two. */
export interface ClockSpan {
  least: number
  most: number
}

/** Nothing is known: the clocks of machines that are looked after differ by less. */
export const unknownClock: ClockSpan = { least: -5_000, most: 5_000 }

/**
 * What the `Date` header of an answer tells of the server's clock. It has whole seconds and was written at some time between send and answer,
 * both in milliseconds by the page's clock; `lag` is how old it may have been then, for servers that renew it by a timer of their own. Nothing
 * for a header that is no date.
 */
export function clockOfAnswer(
  date: string | undefined,
  sentAt: number,
  answeredAt: number,
  lag = 0,
): ClockSpan | undefined {
  const time = Date.parse(date ?? '')
  if (Number.isNaN(time)) return undefined
  return { least: time - answeredAt, most: time + 1_000 + lag - sentAt }
}

/** What two answers tell together; when they contradict each other a clock was set, and the later one counts. */
export function narrowClock(earlier: ClockSpan | undefined, later: ClockSpan): ClockSpan {
  if (!earlier) return later
  const both = { least: Math.max(earlier.least, later.least), most: Math.min(earlier.most, later.most) }
  return both.least <= both.most ? both : later
}
