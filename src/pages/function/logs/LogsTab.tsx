import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { serverQuery } from '@/api/platform'
import { useUrlState } from '@/components/use-url-state'
import { useWorkbench } from '../workbench'
import { LogPanel } from './LogPanel'
import classes from './LogsTab.module.css'
import { parseLine, parseStart, startFor, usualStart } from './log-start'

/** What the replicas of a function write, as they write it. */
export function LogsTab() {
  const { ref, platform } = useWorkbench()
  const { data: server } = useSuspenseQuery(serverQuery())
  const [from, setFrom] = useUrlState('from', usualStart)
  const [line, setLine] = useUrlState('line', '')
  // Read once: lines are looked up from where they stood when the link was opened.
  const [link, setLink] = useState(() => parseLine(line))
  const [openedAt] = useState(() => Date.now())
  // On the Docker platform a followed stream leaves out what goes to stderr.
  const isPolled = server.kind !== 'embedded' && platform.platformKind === 'local'
  const start = startFor(parseStart(from), link, openedAt)
  return (
    <section className={classes.tab} aria-label="Logs">
      <LogPanel
        key={JSON.stringify([ref, start, isPolled])}
        target={{ ref, start, isPolled }}
        start={from}
        onStart={(next) => {
          setLink(undefined)
          setLine('')
          setFrom(next)
        }}
        link={link}
      />
    </section>
  )
}
