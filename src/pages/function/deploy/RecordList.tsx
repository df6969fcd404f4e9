import { useId, useState } from 'react'
import { Icon } from '@/components/Icon'
import { timeOfDay } from '@/lib/clock-time'
import type { ShownRecord } from './log-record'
import classes from './LogRecords.module.css'

/** A record in a list: with an `id` it stays the same one while the list is filtered. */
export interface ListedRecord extends ShownRecord {
  id?: number
  /** All there is to it, behind a button. */
  more?: string
}

/** Records of a log, one line each: time, level, message, fields. */
export function RecordList({ label, records }: { label: string; records: readonly ListedRecord[] }) {
  return (
    <ol className={classes.records} aria-label={label}>
      {records.map((record, index) => (
        <RecordItem key={record.id ?? index} record={record} />
      ))}
    </ol>
  )
}

function RecordItem({ record }: { record: ListedRecord }) {
  const { time, level, message, fields, more } = record
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <li className={classes.record} data-level={level}>
      <time className={classes.time} dateTime={isoTime(time)}>
        {timeOfDay(time)}
      </time>
      <span className={classes.level}>{level}</span>
      <span className={classes.message}>
        {message}
        {fields.map(([name, value]) => (
          <span key={name} className={classes.field}>
            {name}={value}
          </span>
        ))}
        {more !== undefined && (
          <button
            type="button"
            className={classes.toggle}
            aria-label={isOpen ? 'Show less' : 'Show all of it'}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon name="chevron" size={12} />
          </button>
        )}
      </span>
      {more !== undefined && (
        <pre id={id} className={classes.more} hidden={!isOpen}>
          {isOpen && more}
        </pre>
      )}
    </li>
  )
}

function isoTime(time: number): string | undefined {
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
