import type { LogRecord } from '@/api/generated/schema'

const levels = {
  debug: { letter: 'D', colour: 32 },
  info: { letter: 'I', colour: 34 },
  warn: { letter: 'W', colour: 33 },
  error: { letter: 'E', colour: 31 },
} satisfies Record<LogRecord['level'], { letter: string; colour: number }>

const core = new Set(['level', 'time', 'name', 'message'])

const nameWidth = 25

/**
 * A record as Nuclio's processor prints it to a replica's log, without the line end:
 * `26.11.23 18:26:07.040 (I) <name, right-aligned> message {"field": "value"}`, with ANSI colours around level and name.
 * The time is UTC. `name` replaces the record's own, because a processor logs a handler's records under its trigger's kind.
 */
export function formatConsoleLine(record: LogRecord, name = record.name ?? ''): string {
  const { time, message } = record
  const fields = Object.fromEntries(Object.entries(record).filter(([key]) => !core.has(key)))
  const { letter, colour } = levels[record.level] ?? levels.info
  const padded = name.slice(-nameWidth).padStart(nameWidth)
  const line = `${consoleTime(time)} \u001b[${colour}m(${letter})\u001b[0m \u001b[37m${padded}\u001b[0m ${message}`
  return Object.keys(fields).length === 0 ? line : `${line} ${spacedJson(fields)}`
}

function consoleTime(time: number): string {
  const iso = new Date(time).toISOString()
  return `${iso.slice(2, 10).replaceAll('-', '.')} ${iso.slice(11, 23)}`
}

/** JSON with a space after every colon and comma. */
function spacedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spacedJson(item)}`)
    return `{${parts.join(', ')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
