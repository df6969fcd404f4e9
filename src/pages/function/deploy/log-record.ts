import type { LogRecord } from '@/api/generated/schema'
import { explainFailure } from '@/domain/function-error'
import { covered, isSecretName } from '@/domain/function-secrets'

/** A log record as it is shown: no terminal colours, no secrets, nothing of unbounded length. */
export interface ShownRecord {
  time: number
  level: string
  message: string
  /** Further fields in their order, values as text. */
  fields: [name: string, value: string][]
}

// Of no use to a person, or said elsewhere: the whole failure stands above the log.
const leftOut = new Set([
  'level',
  'time',
  'message',
  'name',
  'stage',
  'requestID',
  'errVerbose',
  'versionInfo',
  'worker_id',
])
const valueLimit = 300

/** Prepares a record of a deploy or an invocation; `secrets` are values that must not be shown. */
export function shownRecord(record: LogRecord, secrets: readonly string[] = []): ShownRecord {
  const fields = Object.entries(record).flatMap(([name, value]): [string, string][] => {
    if (leftOut.has(name) || value === undefined || value === null || value === '') return []
    if (typeof value === 'string' && isSecretName(name)) return [[name, covered]]
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const plain = name === 'err' ? explainFailure(text, secrets).summary : explainFailure(text, secrets).whole
    return [[name, plain.length > valueLimit ? `${plain.slice(0, valueLimit)}…` : plain]]
  })
  return {
    time: record.time,
    level: record.level,
    // What stands before the text of a compiler's line says where it points.
    message: /^ */.exec(record.message)?.[0] + explainFailure(record.message, secrets).whole,
    fields,
  }
}
