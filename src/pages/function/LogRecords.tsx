import { useMemo } from 'react'
import type { LogRecord } from '@/api/generated/schema'
import { shownRecord, timeOfDay } from './log-record'
import classes from './LogRecords.module.css'

interface LogRecordsProps {
  label: string
  records: readonly LogRecord[]
  /** Values that must not be shown. */
  secrets?: readonly string[]
}

/** Records of a deploy or an invocation, one line each: time, level, message, fields. */
export function LogRecords({ label, records, secrets }: LogRecordsProps) {
  const shown = useMemo(() => records.map((record) => shownRecord(record, secrets)), [records, secrets])
  return (
    <ol className={classes.records} aria-label={label}>
      {shown.map((record, index) => (
        <li key={index} className={classes.record} data-level={record.level}>
          <time className={classes.time} dateTime={isoTime(record.time)}>
            {timeOfDay(record.time)}
          </time>
          <span className={classes.level}>{record.level}</span>
          <span className={classes.message}>
            {record.message}
            {record.fields.map(([name, value]) => (
              <span key={name} className={classes.field}>
                {name}={value}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}

function isoTime(time: number): string | undefined {
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
