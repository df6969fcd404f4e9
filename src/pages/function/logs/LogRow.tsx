import { memo, type ReactNode } from 'react'
import { Icon } from '@/components/Icon'
import type { ReplicaStatus } from '@/domain/logs/log-status'
import type { ShownRow } from '@/domain/logs/log-view'
import { formatBytes } from '@/lib/format-bytes'
import classes from './LogGrid.module.css'
import type { TimeStyle } from './log-preferences'
import { shownTime, wholeTime } from './log-time'
import { replicaLetter } from './replica-letter'
import { RowDetail, type RowActs } from './RowDetail'
import type { Spans } from './use-highlights'

interface LogRowProps {
  row: ShownRow
  /** Of all rows in view, from 1. */
  index: number
  /** For the id of its element. */
  prefix: string
  replica?: ReplicaStatus
  /** There are several, so each row says whose it is. */
  showsReplica: boolean
  isActive: boolean
  isSelected: boolean
  /** A link led here. */
  isLinked: boolean
  isOpen: boolean
  /** Of the search. */
  isCurrent: boolean
  spans?: Spans
  time: TimeStyle
  now: number
  acts: RowActs
}

/** One line of the log, or one event between lines. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { row, index, prefix, replica, showsReplica, time, now, acts } = props
  const { isActive, isSelected, isLinked, isOpen, isCurrent, spans } = props
  const shared = {
    id: `${prefix}-${row.id}`,
    role: 'row',
    'aria-rowindex': index + 1,
    'aria-selected': isSelected,
    'data-id': row.id,
    'data-active': isActive || undefined,
    'data-linked': isLinked || undefined,
  }
  if (row.mark)
    return (
      <div {...shared} className={classes.mark} data-mark={row.mark}>
        <span role="gridcell" aria-colspan={4} className={classes.markWords} title={row.message}>
          {row.message}
          {row.time !== undefined && <time> {shownTime(row.time, time, now)}</time>}
        </span>
      </div>
    )
  const isMore = row.isCut || row.lines > 1 || row.fields.length > 0
  return (
    <div
      {...shared}
      className={classes.row}
      data-level={levelOf(row)}
      data-match={row.isMatch || undefined}
      data-current={isCurrent || undefined}
      data-context={row.isContext || undefined}
    >
      <span role="gridcell" className={classes.time} title={wholeTime(row.time)}>
        {shownTime(row.time, time, now)}
      </span>
      {showsReplica && (
        <span role="gridcell" className={classes.replica} data-hue={row.replica % 6} title={replica?.name}>
          {replicaLetter(row.replica)}
        </span>
      )}
      <span role="gridcell" className={classes.level}>
        {row.kind === 'trace' ? 'trace' : row.level}
      </span>
      <span role="gridcell" className={classes.message}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.toggle}
          aria-label={isOpen ? 'Show less' : 'Show all of it'}
          aria-expanded={isOpen}
          data-more={isMore || undefined}
          onClick={() => acts.toggle(row.id)}
        >
          <Icon name="chevron" size={12} />
        </button>
        {row.raw === undefined ? marked(row.message, spans) : marked(shownEscapes(row.raw), spans)}
        {row.raw === undefined &&
          row.fields.map(([name, value]) => (
            <span key={name} className={classes.field}>
              {name}={value}
            </span>
          ))}
        {row.lines > 1 && <span className={classes.note}> ({row.lines} lines)</span>}
        {row.isCut && row.bytes > 4096 && <span className={classes.note}> … {formatBytes(row.bytes)}</span>}
        {row.repeats > 1 && (
          <span className={classes.repeats} title={`${row.repeats} equal lines in a row`}>
            ×{row.repeats}
          </span>
        )}
      </span>
      {isOpen && <RowDetail row={row} replica={replica?.name} acts={acts} />}
    </div>
  )
})

const levelOf = (row: ShownRow): string | undefined => (row.kind === 'trace' ? 'error' : row.level)

/** Escapes that a terminal would take for colours, as signs that can be seen. */
const shownEscapes = (text: string): string =>
  text.replace(/[\x00-\x08\x0b-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))

function marked(text: string, spans: Spans | undefined): ReactNode {
  if (!spans || spans.length === 0) return text
  let at = 0
  const parts = spans.flatMap(([from, to]) => {
    if (from < at || to <= from) return []
    const before = text.slice(at, from)
    at = to
    return [before, <mark key={from}>{text.slice(from, to)}</mark>]
  })
  return [...parts, text.slice(at)]
}
