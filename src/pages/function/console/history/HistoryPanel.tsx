import { Button } from '@mantine/core'
import { useState } from 'react'
import { ActButton } from '@/components/ActButton'
import { confirmAct } from '@/components/confirm'
import { SearchInput } from '@/components/SearchInput'
import { bytesOf, historyLimits } from '@/domain/console/history'
import { searchHistory } from '@/domain/console/history-search'
import type { ConsoleRequest } from '@/domain/console/request'
import { timeOfDay } from '@/lib/clock-time'
import { formatBytes } from '@/lib/format-bytes'
import { useConsole } from '../console-context'
import { HistoryRow } from './HistoryRow'
import { useHistory } from './use-history'
import { useReplay } from './use-replay'
import classes from './History.module.css'

/** So many are drawn at once. */
const step = 100

/** What was sent to the function from this browser: to look at, to fill in, to send again. */
export function HistoryPanel({ onSaveAsEvent }: { onSaveAsEvent?: (request: ConsoleRequest) => void }) {
  const { fill, send, notInvocable } = useConsole()
  const { history, isLoaded, isKept, clear } = useHistory()
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(step)
  const { replay, asking } = useReplay()
  const found = searchHistory(history, query)
  const unpinned = history.filter(({ pinned }) => !pinned).length

  const askToClear = () =>
    confirmAct({
      title: 'Clear the history',
      body: `${unpinned} ${unpinned === 1 ? 'request' : 'requests'} and what came of them are deleted from this browser${unpinned < history.length ? `; ${history.length - unpinned} pinned stay` : ''}.`,
      confirmLabel: 'Clear',
      danger: true,
      act: () => {
        clear()
        return Promise.resolve()
      },
    })

  if (history.length === 0)
    return (
      <p className={classes.empty}>
        {isLoaded
          ? 'What you send is kept here, with what came of it: to send it again, to compare, to save it as an event. It stays in this browser, without secrets.'
          : ''}
      </p>
    )
  return (
    <section className={classes.panel} aria-label="History">
      <div className={classes.tools}>
        <div className={classes.search}>
          <SearchInput label="Search the history" placeholder="Search" value={query} onChange={setQuery} />
        </div>
        <span className={classes.said}>
          {history.length} of {historyLimits.entries}, {formatBytes(bytesOf(history))} of{' '}
          {formatBytes(historyLimits.bytes)}
          {!isKept && '; this browser does not keep it'}
        </span>
        <ActButton
          variant="subtle"
          disabledReason={unpinned === 0 ? 'All of it is pinned' : undefined}
          onClick={askToClear}
        >
          Clear
        </ActButton>
      </div>
      {found.length === 0 && <p className={classes.empty}>Nothing in the history has these words.</p>}
      <ol className={classes.rows} aria-label="Requests, the newest first">
        {found.slice(0, most).map((entry) => (
          <HistoryRow
            key={entry.id}
            entry={entry}
            onFill={() => replay(entry, (request) => fill(request, `Filled in from ${timeOfDay(entry.at)}.`))}
            onSend={() => replay(entry, (request) => send({ request }))}
            notInvocable={notInvocable}
            onSaveAsEvent={onSaveAsEvent && (() => replay(entry, onSaveAsEvent))}
          />
        ))}
      </ol>
      {found.length > most && (
        <Button variant="subtle" onClick={() => setMost(most + step)}>
          Show more of {found.length}
        </Button>
      )}
      {asking}
    </section>
  )
}
