import type { LogRecord } from '@/api/generated/schema'

/** The parts of a deploy in their order, as a page shows them. */
export type DeployStage = 'source' | 'build' | 'start' | 'readiness'

type Level = 'debug' | 'info' | 'warn' | 'error'

/** How many records are kept from the begin of a deploy and from its end; what a chatty build says between is left out. */
const keptFirst = 400
const keptLast = 600
const messageLimit = 16 * 1024

/** Adds to the records of the running deploy. */
export interface DeployLog {
  write(stage: DeployStage, level: Level, message: string, fields?: Record<string, unknown>): void
}

/** A log that grows `records` in place, bounded; each record says its stage. */
export function deployLog(records: LogRecord[]): DeployLog {
  return {
    write(stage, level, message, fields = {}) {
      if (records.length >= keptFirst + keptLast) {
        const gap = records[keptFirst]
        const left = typeof gap?.leftOut === 'number' ? gap.leftOut : 0
        const dropped = left > 0 ? 1 : 2
        const from = left > 0 ? keptFirst + 1 : keptFirst
        const removed = records.splice(from, dropped)
        const time = gap?.time ?? Date.now()
        const leftOut = left + removed.length
        const note = {
          level: 'info',
          time,
          name: 'deployer',
          stage,
          message: `(${leftOut} records left out)`,
          leftOut,
        }
        if (left > 0) records[keptFirst] = note as LogRecord
        else records.splice(keptFirst, 0, note as LogRecord)
      }
      const text = message.length > messageLimit ? `${message.slice(0, messageLimit)} …` : message
      records.push({
        ...fields,
        level,
        time: Date.now(),
        name: 'deployer',
        message: text,
        stage,
      })
    },
  }
}
