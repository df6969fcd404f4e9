import cronstrue from 'cronstrue'
import { durationMilliseconds } from '../go-duration'
import { readSchedule } from './cron-schedule'

/** A duration as Go writes it, in the units that a person reads: `1h30m` → `1 h 30 min`. A text that is none stays as it is. */
export function durationWords(text: string): string {
  if (durationMilliseconds(text) === undefined) return text
  const units: Record<string, string> = { h: 'h', m: 'min', s: 's', ms: 'ms', us: 'µs', µs: 'µs', ns: 'ns' }
  return [...text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)]
    .map(([, amount, unit]) => `${amount} ${units[unit ?? ''] ?? unit}`)
    .join(' ')
}

/** A schedule that the server understands, in words without a stop: “every 5 minutes”. Times are those of its own zone. */
export function scheduleWords(text: string): string {
  readSchedule(text)
  const zoned = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/s.exec(text.trim())
  const written = (zoned?.[2] ?? text).trim()
  const every = /^@every\s+(\S+)$/.exec(written)?.[1]
  if (every) return `every ${durationWords(every)}`
  const words = cronstrue.toString(written === '@midnight' ? '@daily' : written.replaceAll('?', '*'), {
    use24HourTimeFormat: true,
  })
  const lowered = words.charAt(0).toLowerCase() + words.slice(1)
  return zoned?.[1] ? `${lowered} (${zoned[1]})` : lowered
}
