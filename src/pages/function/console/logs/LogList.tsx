import { Button, Input, NativeSelect } from '@mantine/core'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { CopyButton } from '@/components/CopyButton'
import { RecordList } from '../../deploy/RecordList'
import { leastLevels, type LeastLevel } from '../../deploy/shown-records'
import { ScrollBox } from '../../ScrollBox'
import { countsByLevel, matchingEntries, type LogEntry } from './log-entries'
import classes from './Logs.module.css'

const levelWords: Record<LeastLevel, string> = {
  debug: 'All levels',
  info: 'Info and above',
  warn: 'Warnings and errors',
  error: 'Errors',
}

/** So many are drawn at once. */
const step = 300

interface LogListProps {
  entries: readonly LogEntry[]
  /** Where they come from. */
  mark: string
  /** What is left out. */
  bounds?: string
  /** Beside it: the way to look elsewhere. */
  look?: ReactNode
  /** At the end of the filters. */
  acts?: ReactNode
}

/** The entries of a log with filters by level and words; the latest of many first, the others on request. */
export function LogList({ entries, mark, bounds, look, acts }: LogListProps) {
  const [least, setLeast] = useState<LeastLevel>('debug')
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(step)
  const wanted = useDeferredValue(search)
  const counts = useMemo(() => countsByLevel(entries), [entries])
  const matching = useMemo(() => matchingEntries(entries, least, wanted), [entries, least, wanted])
  const text = useMemo(() => matching.map(({ line }) => line).join('\n'), [matching])
  const drawn = useMemo(() => matching.slice(-most).map(({ listed }) => listed), [matching, most])
  const earlier = matching.length - drawn.length
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.title}>Logs</h2>
        <span className={classes.mark}>{mark}</span>
        {look}
        <div className={classes.tools}>
          <NativeSelect
            aria-label="Levels of the logs"
            className={classes.levels}
            data={leastLevels.map((value) => ({ value, label: `${levelWords[value]} (${counts[value]})` }))}
            value={least}
            onChange={(event) => setLeast(event.currentTarget.value as LeastLevel)}
          />
          <Input
            type="search"
            aria-label="Search the logs"
            placeholder="Search"
            className={classes.search}
            autoComplete="off"
            spellCheck={false}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <CopyButton value={text} label="Copy the logs" />
          {acts}
        </div>
      </div>
      <ScrollBox label="Lines of the logs" className={classes.scroll}>
        {bounds && <p className={classes.note}>{bounds}</p>}
        {earlier > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setMost(most + step)}>
            Show {Math.min(step, earlier)} earlier of {earlier}
          </Button>
        )}
        <RecordList label="Records" records={drawn} />
        <p className={classes.note} role="status">
          {matching.length < entries.length && `${matching.length} of ${entries.length} lines`}
        </p>
      </ScrollBox>
    </>
  )
}
