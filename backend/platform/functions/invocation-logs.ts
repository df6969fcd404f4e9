import type { LogRecord } from '@/api/generated/schema'
import { asciiJson } from '../../ascii-json'

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
      const text = headerText(record)
      size += text.length + 1
      if (size >= headerLimit) shown = []
      else shown.push(text)
    },
    header: () => (level === undefined || size >= headerLimit ? undefined : `[${shown.join(',')}]`),
  }
}

function headerText({ level, time, name, message, ...rest }: LogRecord): string {
  return asciiJson({ level, time, name, message, ...rest })
}
