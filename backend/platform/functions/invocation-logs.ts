import type { LogRecord } from '@/api/generated/schema'

const levels = ['debug', 'info', 'warn', 'error']

/** From this size on (bytes) the records are left out of the answer, as Nuclio's processor does. */
const headerLimit = 4096

/**
 * The value of `X-Nuclio-Logs` for what a handler logged, or undefined when it would be too long. `level` is the request's
 * `X-Nuclio-Log-Level`; what is no level means debug.
 */
export function invocationLogsHeader(records: LogRecord[], level: string): string | undefined {
  const least = Math.max(0, levels.indexOf(level.toLowerCase()))
  const shown = records.filter((record) => levels.indexOf(record.level) >= least)
  const text = JSON.stringify(
    shown.map(({ level, time, name, message, ...rest }) => ({ level, time, name, message, ...rest })),
  )
  // A header is ASCII; JSON can say everything else in escapes.
  const ascii = text.replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return ascii.length < headerLimit ? ascii : undefined
}
