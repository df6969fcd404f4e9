import { Button } from '@mantine/core'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { LogSession } from '@/api/logs/log-session'
import { Icon } from '@/components/Icon'
import { useNow } from '@/components/use-now'
import type { LogStatus } from '@/domain/logs/log-status'
import type { LogQuery } from '@/domain/logs/log-view'
import classes from './LogGrid.module.css'
import type { LogPreferences } from './log-preferences'
import { LogRow } from './LogRow'
import type { RowActs } from './RowDetail'
import { useHighlights } from './use-highlights'
import type { LogSelection } from './use-log-selection'
import type { LogWindow } from './use-log-window'

interface LogGridProps {
  session: LogSession
  status: LogStatus
  window: LogWindow
  selection: LogSelection
  preferences: LogPreferences
  query: LogQuery
  /** Entry of the match that the search stands on. */
  current?: number
  /** Entry that a link named. */
  linked?: number
  acts: RowActs
  open: ReadonlySet<number>
}

/** The lines in view as a grid: arrows walk, Enter opens a line, End follows what comes. */
export function LogGrid(props: LogGridProps) {
  const { session, status, window, selection, preferences, query, acts, open } = props
  const { scroller } = window
  const prefix = useId()
  const now = useNow(1_000)
  const spans = useHighlights(session, query, window.rows)
  const [isFocused, setIsFocused] = useState(false)
  const { active } = selection
  const shows = status.replicas.length > 1
  const box = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current || !stage.current || !strip.current) return
    return scroller.attach({ box: box.current, stage: stage.current, strip: strip.current })
  }, [scroller])
  useLayoutEffect(() => scroller.put(), [scroller, window.rows, window.first, open])
  const activeAt = window.rows.findIndex(({ id }) => id === active)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      if (document.getSelection()?.isCollapsed === false) return
      event.preventDefault()
      void selection.copy()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act(props, activeAt, event.shiftKey)
  }

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-id]')
    if (!row || target.closest('button, pre') || document.getSelection()?.isCollapsed === false) return
    selection.choose(Number(row.dataset.id), event.shiftKey)
  }

  return (
    <div className={classes.frame}>
      {/* The keys of the grid are for all of it; a press chooses a row, which arrows do, too. */}
      <div
        ref={box}
        role="grid"
        aria-label="Lines of the log"
        aria-rowcount={window.total + 1}
        aria-colcount={shows ? 4 : 3}
        aria-multiselectable="true"
        aria-activedescendant={isFocused && activeAt >= 0 ? `${prefix}-${active}` : undefined}
        tabIndex={0}
        className={classes.box}
        data-wrapped={preferences.isWrapped || undefined}
        data-time={preferences.time}
        data-replicas={shows || undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
      >
        <div className={classes.all} style={{ height: window.height }} role="presentation">
          <div ref={stage} className={classes.stage} role="presentation">
            <div role="row" aria-rowindex={1} className="visually-hidden">
              <span role="columnheader">Time</span>
              {shows && <span role="columnheader">Replica</span>}
              <span role="columnheader">Level</span>
              <span role="columnheader">Message</span>
            </div>
            <div ref={strip} className={classes.strip} role="rowgroup">
              {window.rows.map((row, i) => (
                <LogRow
                  key={row.id}
                  row={row}
                  index={window.first + i + 1}
                  prefix={prefix}
                  replica={status.replicas[row.replica]}
                  showsReplica={shows}
                  isActive={row.id === active}
                  isSelected={selection.has(row.id)}
                  isLinked={row.id === props.linked}
                  isOpen={open.has(row.id)}
                  isCurrent={row.id === props.current}
                  spans={spans.get(row.id)}
                  time={preferences.time}
                  now={preferences.time === 'relative' ? now : 0}
                  acts={acts}
                />
              ))}
            </div>
          </div>
        </div>
      </div>
      <Marks status={status} />
      {!window.isFollowing && (
        <Button
          className={classes.fresh}
          size="compact-sm"
          rightSection={<Icon name="down" size={14} />}
          onClick={() => scroller.follow()}
        >
          {window.fresh === 0
            ? 'To the end'
            : window.fresh === 1
              ? '1 new line'
              : `${window.fresh.toLocaleString()} new lines`}
        </Button>
      )}
    </div>
  )
}

/** Beside the scroll bar: where the search matches in all of the view. */
function Marks({ status: { search } }: { status: LogStatus }) {
  if (!search || search.matches === 0) return null
  const most = Math.max(...search.marks, 1)
  return (
    <div className={classes.marks} aria-hidden="true">
      {search.marks.map(
        (count, at) =>
          count > 0 && (
            <i
              key={at}
              style={{
                top: `${(at / search.marks.length) * 100}%`,
                opacity: 0.4 + (0.6 * count) / most,
              }}
            />
          ),
      )}
    </div>
  )
}

type GridKey = (props: LogGridProps, activeAt: number, isShift: boolean) => void

const step =
  (by: number): GridKey =>
  ({ window, selection }, activeAt, isShift) => {
    const sight = window.scroller.inSight()
    const from =
      activeAt >= 0 ? activeAt : window.rows.findIndex(({ id }) => id === (by < 0 ? sight.at(-1) : sight[0]))
    const next = window.rows[from + by] ?? window.rows[from]
    if (!next) return
    window.scroller.pause()
    selection.choose(next.id, isShift)
    window.scroller.reveal(next.id)
  }

const page =
  (direction: 1 | -1): GridKey =>
  ({ window, selection }, _at, isShift) => {
    window.scroller.moveBy(direction * (window.scroller.page() - 20))
    const sight = window.scroller.inSight()
    const id = direction < 0 ? sight[0] : sight.at(-1)
    if (id !== undefined) selection.choose(id, isShift)
  }

const keys: Record<string, GridKey> = {
  ArrowDown: step(1),
  ArrowUp: step(-1),
  PageDown: page(1),
  PageUp: page(-1),
  Home: ({ window, selection }) => {
    selection.clear()
    window.scroller.goToRow(0)
  },
  End: ({ window, selection }) => {
    selection.clear()
    window.scroller.follow()
  },
  Enter: ({ acts, selection }) => {
    if (selection.active !== undefined) acts.toggle(selection.active)
  },
  ArrowRight: ({ acts, selection, open }) => {
    if (selection.active !== undefined && !open.has(selection.active)) acts.toggle(selection.active)
  },
  ArrowLeft: ({ acts, selection, open }) => {
    if (selection.active !== undefined && open.has(selection.active)) acts.toggle(selection.active)
  },
  ' ': ({ window }) => (window.isFollowing ? window.scroller.pause() : window.scroller.follow()),
}
