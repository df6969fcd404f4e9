const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, in the shortest words that fit a column: `now`, `4 min`, `3 h`, `12 d`, `2 y`. Times in milliseconds. */
export function relativeTime(at: number, now: number): string {
  const age = Math.max(0, now - at)
  if (age < minute) return 'now'
  if (age < hour) return `${Math.floor(age / minute)} min`
  if (age < day) return `${Math.floor(age / hour)} h`
  if (age < 365 * day) return `${Math.floor(age / day)} d`
  return `${Math.floor(age / (365 * day))} y`
}

/** A short span in words: `40 s`, `3 min`, `2 h`. Milliseconds. */
export function shortSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return seconds < 60 ? `${seconds} s` : relativeTime(0, milliseconds)
}
