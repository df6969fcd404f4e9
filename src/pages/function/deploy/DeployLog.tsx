import { Input, NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import { CopyButton } from '@/components/CopyButton'
import { IconButton } from '@/components/IconButton'
import { secretsOf } from '@/domain/config-secrets'
import { saveFile } from '@/lib/save-file'
import { LogRecords } from './LogRecords'
import { ScrollBox } from '../ScrollBox'
import classes from './DeployStrip.module.css'
import { leastLevels, matchingRecords, recordLine, type LeastLevel } from './shown-records'

const levelWords: Record<LeastLevel, string> = {
  debug: 'All levels',
  info: 'Info and above',
  warn: 'Warnings and errors',
  error: 'Errors',
}

interface DeployLogProps {
  fn: NuclioFunction
  records: readonly LogRecord[]
}

/** The records of a deploy, following their end, with filters and ways to keep them. */
export function DeployLog({ fn, records }: DeployLogProps) {
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const [least, setLeast] = useState<LeastLevel>('debug')
  const [search, setSearch] = useState('')
  const secrets = useMemo(() => secretsOf(fn), [fn])
  const shown = useMemo(
    () => matchingRecords(records, least, search, secrets),
    [records, least, search, secrets],
  )
  const text = useMemo(() => shown.map((record) => recordLine(record, secrets)).join('\n'), [shown, secrets])
  useEffect(() => {
    if (box.current && follows.current) box.current.scrollTop = box.current.scrollHeight
  }, [shown])
  return (
    <div className={classes.log}>
      <div className={classes.logBar}>
        <NativeSelect
          aria-label="Levels of the deploy log"
          data={leastLevels.map((value) => ({ value, label: levelWords[value] }))}
          value={least}
          onChange={(event) => setLeast(event.currentTarget.value as LeastLevel)}
        />
        <Input
          type="search"
          aria-label="Search the deploy log"
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {shown.length < records.length && (
          <span className={classes.time} role="status">
            {shown.length} of {records.length} records
          </span>
        )}
        <span className={classes.acts}>
          <CopyButton value={text} label="Copy the deploy log" />
          <IconButton
            icon="download"
            label="Download the deploy log"
            onClick={() => saveFile(`${fn.metadata.name}-deploy.log`, `${text}\n`, 'text/plain')}
          />
        </span>
      </div>
      <ScrollBox
        ref={box}
        label="Deploy log"
        className={classes.scroll}
        onScroll={({ currentTarget: at }) => {
          follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < 24
        }}
      >
        <LogRecords label="Records" records={shown} secrets={secrets} />
      </ScrollBox>
    </div>
  )
}
