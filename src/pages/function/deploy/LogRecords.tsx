import { useMemo } from 'react'
import type { LogRecord } from '@/api/generated/schema'
import { shownRecord } from './log-record'
import { RecordList } from './RecordList'

interface LogRecordsProps {
  label: string
  records: readonly LogRecord[]
  /** Values that must not be shown. */
  secrets?: readonly string[]
}

/** Records as a server gave them, prepared to be shown. */
export function LogRecords({ label, records, secrets }: LogRecordsProps) {
  const shown = useMemo(() => records.map((record) => shownRecord(record, secrets)), [records, secrets])
  return <RecordList label={label} records={shown} />
}
