import type { LogStart } from '@/api/logs/log-messages'

/** From where a log may be read, as the address has it (`?from=`), in the order of the menu. */
export const starts = [
  { value: 'now', label: 'From now on' },
  { value: 'tail:100', label: 'Last 100 lines' },
  { value: 'tail:1000', label: 'Last 1,000 lines' },
  { value: 'tail:10000', label: 'Last 10,000 lines' },
  { value: 'since:300', label: 'Since 5 min ago' },
  { value: 'since:900', label: 'Since 15 min ago' },
  { value: 'since:3600', label: 'Since 1 h ago' },
  { value: 'since:86400', label: 'Since 24 h ago' },
  { value: 'all', label: 'Everything' },
] as const

export const usualStart = 'tail:1000'

/** Reads what the address says; what it cannot mean is as usual. */
export function parseStart(text: string): LogStart {
  const [kind, given] = text.split(':')
  const number = Number(given)
  const isWhole = Number.isInteger(number) && number > 0
  if (kind === 'now' || kind === 'all') return { kind }
  // Servers take fewer than 2 lines for no limit at all.
  if (kind === 'tail' && isWhole && number >= 2) return { kind, lines: number }
  if (kind === 'since' && isWhole) return { kind, seconds: number }
  return { kind: 'tail', lines: 1000 }
}

/** Milliseconds around a line that are read, too: clocks differ. */
const margin = 60_000

/** Reads far enough back to have the line of a link. */
export function startFor(start: LogStart, line: LineLink | undefined, now: number): LogStart {
  if (!line) return start
  const time = timeOfKey(line.key)
  if (time === undefined) return { kind: 'all' }
  const seconds = Math.ceil(Math.max(0, now - time + margin) / 1000)
  return start.kind === 'since' && start.seconds >= seconds ? start : { kind: 'since', seconds }
}

/** A line as a link names it (`?line=`). */
export interface LineLink {
  replica: string
  /** Of `ShownRow`. */
  key: string
}

export function parseLine(text: string): LineLink | undefined {
  const at = text.indexOf('~')
  return at > 0 && at < text.length - 1 ? { replica: text.slice(0, at), key: text.slice(at + 1) } : undefined
}

export const formatLine = ({ replica, key }: LineLink): string => `${replica}~${key}`

/** Milliseconds since 1970 of the line, when it has a time. */
function timeOfKey(key: string): number | undefined {
  const time = Number(key.split('~')[0])
  return Number.isFinite(time) && time > 0 && key.includes('~') ? time : undefined
}
