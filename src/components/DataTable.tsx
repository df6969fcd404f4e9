import {
  lazy,
  memo,
  Suspense,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { Icon } from './Icon'
import type { RowRange } from './VisibleRange'
import classes from './DataTable.module.css'

export interface Column<Row> {
  id: string
  header: string
  /** Stands in the head instead of the word, given all rows. */
  head?: (rows: Row[]) => ReactNode
  cell: (row: Row) => ReactNode
  sortable?: boolean
  /** Any CSS width; columns without one share what is left. */
  width?: string
  align?: 'right'
  /** In a viewport narrower than so many pixels the column is left out. */
  hideBelow?: number
}

export interface Sort {
  column: string
  descending: boolean
}

interface DataTableProps<Row> {
  /** Its accessible name. */
  label: string
  rows: Row[]
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  sort: Sort
  onSort: (sort: Sort) => void
  rowHeight?: 36
  /** Shown in place of rows when there are none. */
  empty?: ReactNode
}

const virtualAbove = 50
/** What the shell and the table's head cover at the top, pixels. */
const covered = 140

const VisibleRange = lazy(async () => ({ default: (await import('./VisibleRange')).VisibleRange }))

function useViewportWidth(): number {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener)
      return () => window.removeEventListener('resize', listener)
    },
    () => window.innerWidth,
  )
}

/**
 * A table that scrolls with the page, its head staying under the shell's. Above 50 rows only those in view are in the
 * document, between spacers of the right height, and `aria-rowcount` tells the whole. Rows come sorted; a press on a head
 * only asks for another order. Up and Down walk along the column.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, sort, onSort, rowHeight = 36, empty } = props
  const width = useViewportWidth()
  const columns = props.columns.filter((column) => width >= (column.hideBelow ?? 0))
  const table = useRef<HTMLTableElement>(null)
  const [offset, setOffset] = useState(0)
  const [visible, setVisible] = useState<RowRange>({ first: 0, last: virtualAbove - 1 })

  const isEmpty = rows.length === 0
  useLayoutEffect(() => {
    const top = table.current?.getBoundingClientRect().top ?? 0
    setOffset(Math.round(top + window.scrollY))
  }, [isEmpty])

  const isVirtual = rows.length > virtualAbove
  const bodyTop = offset + rowHeight

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td, th')
    const from = cell?.closest('tr')?.dataset.index
    if (
      !step ||
      !cell ||
      from === undefined ||
      (event.target as HTMLElement).matches('input:not([type=checkbox]), select, textarea')
    )
      return
    const to = Number(from) + step
    if (to < 0 || to >= rows.length) return
    event.preventDefault()
    const place = [...(cell.parentElement?.children ?? [])].indexOf(cell)
    const focus = () => {
      const row = table.current?.querySelector(`tr[data-index="${to}"]`)
      const target = row?.children[place]?.querySelector<HTMLElement>('a, button, input')
      target?.focus({ preventScroll: isVirtual })
      return target !== undefined && target !== null
    }
    if (isVirtual) scrollIntoView(bodyTop + to * rowHeight, rowHeight)
    if (!focus()) requestAnimationFrame(() => focus())
  }

  // What was in view may be more than a filter has just left.
  const last = isVirtual ? Math.min(visible.last, rows.length - 1) : rows.length - 1
  const first = isVirtual ? Math.min(visible.first, last + 1) : 0

  return (
    <table ref={table} className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead className={classes.head}>
        <tr aria-rowindex={1} style={{ height: rowHeight }}>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} rows={rows} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on links and buttons inside */}
      <tbody onKeyDown={onKeyDown}>
        {isVirtual && (
          <Suspense fallback={null}>
            <VisibleRange
              count={rows.length}
              rowHeight={rowHeight}
              scrollMargin={bodyTop}
              onChange={setVisible}
            />
          </Suspense>
        )}
        {first > 0 && <Spacer height={first * rowHeight} span={columns.length} />}
        {rows.slice(first, last + 1).map((row, place) => (
          <BodyRow
            key={rowKey(row)}
            row={row}
            index={first + place}
            columns={props.columns}
            shown={columns.length}
            viewport={width}
            height={rowHeight}
          />
        ))}
        {last < rows.length - 1 && (
          <Spacer height={(rows.length - 1 - last) * rowHeight} span={columns.length} />
        )}
        {isEmpty && empty && (
          <tr>
            <td colSpan={columns.length} className={classes.empty}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Scrolls as little as brings a row in view that begins so far down the page. */
function scrollIntoView(top: number, height: number): void {
  if (top - covered < window.scrollY) window.scrollTo({ top: top - covered })
  else if (top + height > window.scrollY + window.innerHeight)
    window.scrollTo({ top: top + height - window.innerHeight })
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function HeadCell<Row>({
  column,
  rows,
  sort,
  onSort,
}: Pick<DataTableProps<Row>, 'rows' | 'sort' | 'onSort'> & { column: Column<Row> }) {
  const sorted = sort.column === column.id
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : undefined
  const hidden = column.header === '' || column.id === 'actions'
  if (!column.sortable) {
    const text = column.header || 'Actions'
    return (
      <th scope="col" data-align={column.align}>
        {column.head?.(rows) ?? (hidden ? <span className="visually-hidden">{text}</span> : text)}
      </th>
    )
  }
  return (
    <th scope="col" aria-sort={direction} data-align={column.align}>
      <button
        type="button"
        className={classes.sort}
        data-direction={direction}
        onClick={() => onSort({ column: column.id, descending: sorted && !sort.descending })}
      >
        <span title={column.header}>{column.header}</span>
        <Icon name="sort" size={12} />
      </button>
    </th>
  )
}

interface BodyRowProps<Row> {
  row: Row
  index: number
  columns: Column<Row>[]
  shown: number
  viewport: number
  height: number
}

function PlainRow<Row>({ row, index, columns, viewport, height }: BodyRowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2} data-index={index} style={{ height }}>
      {columns
        .filter((column) => viewport >= (column.hideBelow ?? 0))
        .map((column) => (
          <td key={column.id} data-align={column.align}>
            {column.cell(row)}
          </td>
        ))}
    </tr>
  )
}

// A poll hands over new rows only where something changed; resizing counts only when it shows or hides a column.
const BodyRow = memo(
  PlainRow,
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.columns === b.columns &&
    a.shown === b.shown &&
    a.height === b.height,
) as typeof PlainRow
