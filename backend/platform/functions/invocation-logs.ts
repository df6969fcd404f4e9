import type { LogRecord } from '@/api/generated/schema'

const levels = ['debug', 'info', 'warn', 'error']

/** From this size on (bytes) the records are left out of the answer, as Nuclio's processor does. */
const headerLimit = 4096

/** Gathers what a handler logs during one event for the header of its answer. */
export interface InvocationLogs {
  add(record: LogRecord): void
  /** The value of `X-Nuclio-Logs`: ASCII JSON, or undefined when it would be too long or was not asked for. */
  header(): string | undefined
}

/**
 * `level` is the request's `X-Nuclio-Log-Level`: without it nothing is gathered, and what is no level means debug. Keeps no
 * more than the header may hold, however much and however long a handler logs.
 */
export function invocationLogs(level: string | undefined): InvocationLogs {
  const least = Math.max(0, levels.indexOf(level?.toLowerCase() ?? ''))
  let shown: string[] = []
  // Of the brackets; each record adds itself and a comma.
  let size = 1
  return {
    add(record) {
      if (level === undefined || size >= headerLimit || levels.indexOf(record.level) < least) return
      const text = asciiJson(record)
      size += text.length + 1
      if (size >= headerLimit) shown = []
      else shown.push(text)
    },
    header: () => (level === undefined || size >= headerLimit ? undefined : `[${shown.join(',')}]`),
  }
}

/** A header is ASCII; JSON can say everything else in escapes. */
function asciiJson({ level, time, name, message, ...rest }: LogRecord): string {
  return JSON.stringify({ level, time, name, message, ...rest }).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
