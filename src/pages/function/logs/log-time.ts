import { timeOfDay } from '@/lib/clock-time'
import type { TimeStyle } from './log-preferences'

/** The time of a line as a person wants it: by this machine's clock, in UTC, or how long ago. Nothing for a line without one. */
export function shownTime(time: number | undefined, style: TimeStyle, now: number): string {
  if (time === undefined || Number.isNaN(time)) return ''
  if (style === 'relative') return ago(now - time)
  if (style === 'utc') return new Date(time).toISOString().slice(11, 23)
  return timeOfDay(time)
}

/** With its day, for the words of a hint. */
export function wholeTime(time: number | undefined): string {
  return time === undefined || Number.isNaN(time) ? '' : new Date(time).toISOString()
}

function ago(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 1) return 'now'
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h ${minutes % 60} min`
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}
