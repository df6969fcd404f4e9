import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { LogTarget } from '@/api/logs/log-messages'
import { formatBytes } from '@/lib/format-bytes'
import { tabPath } from '../tabs'
import { useWorkbench } from '../workbench'
import { logDownloads } from './downloads'
import { Histogram } from './Histogram'
import { LogGrid } from './LogGrid'
import { useLogPreferences } from './log-preferences'
import { formatLine, type LineLink } from './log-start'
import { LogStates } from './LogStates'
import classes from './LogsTab.module.css'
import { LogToolbar } from './LogToolbar'
import { ReaderView } from './ReaderView'
import type { RowActs } from './RowDetail'
import { useFound } from './use-found'
import { useHasLoaded } from './use-has-loaded'
import { useLinkedLine } from './use-linked-line'
import { useLogMarks } from './use-log-marks'
import { useLogNews } from './use-log-news'
import { useLogSelection } from './use-log-selection'
import { useLogSession, useLogStatus } from './use-log-session'
import { useLogView } from './use-log-view'
import { useLogWindow } from './use-log-window'
import { withField } from './view-address'

interface LogPanelProps {
  target: Pick<LogTarget, 'ref' | 'start' | 'isPolled'>
  /** As the address has it. */
  start: string
  onStart: (start: string) => void
  link?: LineLink
}

/** One open log with all that is around it. */
export function LogPanel({ target, start, onStart, link }: LogPanelProps) {
  const { ref, fn, isGone } = useWorkbench()
  const preferences = useLogPreferences()
  const control = useLogView()
  const session = useLogSession({ ...target, limit: preferences.limit, view: control.view })
  const status = useLogStatus(session)
  const window = useLogWindow(session, status, preferences.isRaw)
  const { scroller } = window
  const hasLoaded = useHasLoaded(status.isLoading)
  // Marks between lines are no lines.
  const isEmpty = status.levels[control.view.leastLevel] === 0 && !status.isLoading
  const selection = useLogSelection(session, window.rows, window.first)
  const found = useFound(session, control.view.query, window)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [reading, setReading] = useState<{ from: number; to: number }>()
  useLogMarks(session)
  useLogNews(status)
  const linked = useLinkedLine(session, status, link, (id) => {
    selection.choose(id, false)
    scroller.goToEntry(id)
  })

  // A state that changed may have replicas at last, and one that is refused may not be any more.
  const state = fn.status.state
  const known = useRef(state)
  const retry = useEffectEvent(() => session.tell('retry', true))
  useEffect(() => {
    if (known.current === state) return
    known.current = state
    retry()
  }, [state])

  const latest = useRef(control)
  useEffect(() => {
    latest.current = control
  })
  const acts = useMemo<RowActs>(
    () => ({
      toggle(id) {
        if (scroller.snapshot().isFollowing) scroller.pause()
        setOpen((before) => {
          const next = new Set(before)
          if (!next.delete(id)) next.add(id)
          return next
        })
      },
      detail: (id) => session.ask('detail', { id }),
      addField(field) {
        const { view, change } = latest.current
        change({ fields: withField(view.fields, field) })
      },
      linkTo(row) {
        const url = new URL(location.href)
        const replica = session.status().replicas[row.replica]?.name ?? ''
        url.searchParams.set('line', formatLine({ replica, key: row.key }))
        return url.href
      },
      showAround(row) {
        latest.current.showAll()
        scroller.goToEntry(row.id)
      },
    }),
    [session, scroller],
  )

  const onRead = () => {
    const sight = scroller.inSight()
    const [from, to] = [sight[0], sight.at(-1)]
    if (from !== undefined && to !== undefined) setReading({ from, to })
  }
  const goToTime = async (time: number) => {
    const found = await session.ask('seek', { time })
    if (found) scroller.goToEntry(found.id)
  }

  return (
    <div className={classes.panel}>
      <LogToolbar
        status={status}
        control={control}
        found={found}
        isFollowing={window.isFollowing}
        onFollow={(follows) => (follows ? scroller.follow() : scroller.pause())}
        start={start}
        onStart={onStart}
        downloads={logDownloads(session, status, ref.name)}
        onRead={onRead}
      />
      <Histogram histogram={status.histogram} onChoose={(time) => void goToTime(time)} />
      {linked.problem && (
        <div className={classes.notice} role="status">
          <span>{linked.problem}</span>
          {linked.isHidden && (
            <Button variant="subtle" size="compact-sm" onClick={control.showAll}>
              Show all lines
            </Button>
          )}
        </div>
      )}
      {status.problem && !isEmpty && (
        <div className={classes.notice} role="status">
          <span>{status.problem.message}</span>
          <Button variant="subtle" size="compact-sm" onClick={() => session.tell('retry', true)}>
            Try again
          </Button>
        </div>
      )}
      <div className={classes.body}>
        <LogGrid
          session={session}
          status={status}
          window={window}
          selection={selection}
          preferences={preferences}
          query={control.view.query}
          current={found.match?.id}
          linked={linked.id}
          acts={acts}
          open={open}
        />
        {!hasLoaded && <div className={classes.skeleton} aria-hidden="true" />}
        {isEmpty && (
          <div className={classes.states}>
            <LogStates
              status={status}
              fn={fn}
              isGone={isGone}
              isFiltered={control.isFiltered}
              onShowAll={control.showAll}
              onRetry={() => session.tell('retry', true)}
              consolePath={tabPath(ref, { segment: 'console' })}
            />
          </div>
        )}
      </div>
      <p className={classes.foot}>
        <span>
          {status.rows < status.lines && `${status.rows.toLocaleString()} rows of `}
          {status.lines.toLocaleString()} {status.lines === 1 ? 'line' : 'lines'}
        </span>
        <span>{formatBytes(status.bytes)} held</span>
        {status.dropped.lines > 0 && (
          <span>
            The {status.dropped.lines.toLocaleString()} oldest lines were let go, as a page holds{' '}
            {preferences.limit} MB or a million lines
          </span>
        )}
      </p>
      {reading && <ReaderView session={session} {...reading} onClose={() => setReading(undefined)} />}
    </div>
  )
}
