import { entryKind, gravities } from './entry-columns'
import { noLevel } from './line-scan'
import type { LogHistogram } from './log-view'
import type { MergedOrder } from './merged-order'
import type { LogSource, ViewRows } from './view-rows'

const mostBins = 120
const levels = noLevel + 1

const [second, minute, hour] = [1_000, 60_000, 3_600_000]
/** Milliseconds a bin that a person can read at a scale. */
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12, 24, 48, 168, 336, 672].map((count) => count * hour),
]

/** Rows at the end that may still change, so that they are counted each time. */
const mostUnsettled = 16_384

interface CountedRows {
  order: MergedOrder
  sources: readonly LogSource[]
  rows: ViewRows
}

/**
 * Counts the rows of a view over time, by level. Bins begin at whole steps, so that they stay where they are while time goes on. Rows are counted
 * once as long as they do not change.
 */
export class LogHistogramMaker {
  readonly #order: MergedOrder
  readonly #sources: readonly LogSource[]
  readonly #rows: ViewRows
  #from = 0
  #step = 0
  /** Of the rows before a position. */
  #counts: number[] = []
  #counted = Number.NEGATIVE_INFINITY
  /** The first row at that time. */
  #first = 0

  readonly #unsettled: number

  constructor({ order, sources, rows }: CountedRows, unsettled = mostUnsettled) {
    this.#unsettled = unsettled
    this.#order = order
    this.#sources = sources
    this.#rows = rows
  }

  /** Rows from a position on are others. */
  changed(position: number): void {
    if (position < this.#counted) this.#counted = Number.NEGATIVE_INFINITY
  }

  make(): LogHistogram | undefined {
    const [order, rows] = [this.#order, this.#rows]
    const count = rows.length
    if (count === 0) return undefined
    const first = rows.positionAt(0)
    const { from, step } = scaleOf(order.timeAt(first), order.timeAt(rows.positionAt(count - 1)))
    if (step !== this.#step || from < this.#from) this.#counted = Number.NEGATIVE_INFINITY
    if (this.#counted < first) {
      this.#counts = []
      this.#counted = first
    } else this.#dropBefore(from, first)
    this.#from = from
    this.#step = step
    this.#first = first
    const settled = Math.max(rows.firstRowFrom(this.#counted), count - this.#unsettled)
    this.#count(rows.firstRowFrom(this.#counted), settled, this.#counts)
    if (settled < count) this.#counted = rows.positionAt(settled)
    const counts = [...this.#counts]
    this.#count(settled, count, counts)
    return { from, step, counts }
  }

  /** Forgets rows that were dropped; of the bin that is the first now all rows are counted anew. */
  #dropBefore(from: number, first: number): void {
    if (first === this.#first) return
    this.#counts.splice(0, ((from - this.#from) / this.#step) * levels)
    this.#counts.fill(0, 0, levels)
    const [rows, end] = [this.#rows, this.#rows.firstRowFrom(this.#counted)]
    let row = 0
    this.#from = from
    while (row < end && this.#order.timeAt(rows.positionAt(row)) < from + this.#step) row += 1
    this.#count(0, row, this.#counts)
  }

  #count(row: number, end: number, counts: number[]): void {
    const [order, rows, from, step] = [this.#order, this.#rows, this.#from, this.#step]
    for (; row < end; row += 1) {
      const position = rows.positionAt(row)
      const entries = this.#sources[order.sourceAt(position)]?.entries
      const meta = entries?.meta[order.entryAt(position) & entries.mask] ?? 0
      if (meta >> 3 === entryKind.mark) continue
      const level = (meta & 7) === noLevel && gravities[meta] !== 3 ? noLevel : (gravities[meta] ?? 0)
      const bin = Math.floor((order.timeAt(position) - from) / step) * levels
      while (counts.length < bin + levels) counts.push(0)
      counts[bin + level] = (counts[bin + level] ?? 0) + rows.repeatsAt(row)
    }
  }
}

/** The finest scale that has few enough bins. */
function scaleOf(first: number, last: number): { from: number; step: number } {
  const fits = (step: number) => Math.floor(last / step) - Math.floor(first / step) < mostBins
  const longest = steps.at(-1) ?? hour
  const step = steps.find(fits) ?? Math.ceil((last - first) / longest / (mostBins - 1)) * longest
  return { from: Math.floor(first / step) * step, step }
}
