import { clockTime } from '@/lib/clock-time'
import type { Drain } from './drain'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** A number of records: `41,208`. */
export const countWords = (count: number): string => whole.format(count)

/** Records a second: `1,900/s`, `0.4/s`; a dash where it is not known. */
export function rateWords(rate: number | undefined): string {
  if (rate === undefined) return '–'
  return `${rate < 10 ? tenths.format(rate) : whole.format(rate)}/s`
}

/** A span of time in the two units that matter: `45 s`, `3 min 20 s`, `2 h 5 min`, `3 d`. Seconds. */
export function spanWords(seconds: number): string {
  const rounded = Math.round(seconds)
  if (rounded < 60) return `${rounded} s`
  if (rounded < 600) return joined(`${Math.floor(rounded / 60)} min`, rounded % 60, 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  if (minutes < 24 * 60) return joined(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min')
  return `${whole.format(Math.round(minutes / 60 / 24))} d`
}

const joined = (large: string, rest: number, unit: string) =>
  rest === 0 ? large : `${large} ${rest} ${unit}`

/** By how much a time may be off, in words; empty where that is less than a second. */
function bandWords({ seconds, least, most }: Extract<Drain, { kind: 'in' }>): string {
  if (most === undefined) return ', or much later'
  const off = Math.max(most - seconds, seconds - least)
  return off < 1 ? '' : ` ± ${spanWords(off)}`
}

/** When it is done, in a few words for a table: `in 3 min 20 s`, `never at this rate`. */
export function drainShort(drain: Drain): string {
  switch (drain.kind) {
    case 'unknown':
      return '–'
    case 'caughtUp':
      return 'keeps up'
    case 'never':
      return 'never at this rate'
    case 'in':
      return `in ${spanWords(drain.seconds)}`
  }
}

/** The same with how sure that is, and the time of day: `in 3 min 20 s ± 10 s, about 14:32`. Times in milliseconds. */
export function drainWords(drain: Drain, at: number, now: number): string {
  if (drain.kind === 'unknown') return 'not known yet'
  if (drain.kind !== 'in') return drainShort(drain)
  const clock = drain.seconds < 90 ? '' : `, about ${clockTime(at + drain.seconds * 1000, now)}`
  return `${drainShort(drain)}${bandWords(drain)}${clock}`
}
