import { LogHistogramMaker } from './log-histogram'
import type { LogSearch } from './log-search'
import type { LogState } from './log-state'
import type { LogStatus, ReplicaStatus } from './log-status'
import type { LogHistogram } from './log-view'

/** What the store knows of a log; how lines come is known elsewhere. */
export type StoreStatus = Omit<LogStatus, 'replicas' | 'isLoading' | 'problem'> & {
  replicas: Pick<ReplicaStatus, 'name' | 'lines' | 'errors'>[]
}

/** Milliseconds between two histograms, which are made of all rows. */
const histogramPause = 500

/** Parts of the view that matches are counted in. */
const parts = 200

export class StatusMaker {
  readonly #state: LogState
  readonly #search: LogSearch
  readonly #ticks: () => number
  readonly #maker: LogHistogramMaker
  #histogram?: LogHistogram
  /** The revision that it is of, and when it was made. */
  #madeOf = -1
  #madeAt = Number.NEGATIVE_INFINITY

  constructor(state: LogState, search: LogSearch, ticks: () => number) {
    this.#state = state
    this.#search = search
    this.#ticks = ticks
    this.#maker = new LogHistogramMaker(state)
  }

  /** Rows from a position on are others. */
  changed(position: number): void {
    this.#maker.changed(position)
  }

  /** All rows are others, and the next status has another histogram. */
  forgetHistogram(): void {
    this.#maker.changed(Number.NEGATIVE_INFINITY)
    this.#madeAt = Number.NEGATIVE_INFINITY
  }

  /** `isOldFor`: after how many milliseconds a part can be made anew that is not of this revision. */
  make(revision: number, dropped: StoreStatus['dropped']): { status: StoreStatus; isOldFor?: number } {
    const { rows, names, replicas, view } = this.#state
    const left = this.#madeAt + histogramPause - this.#ticks()
    if (this.#madeOf !== revision && left <= 0) {
      this.#histogram = this.#maker.make()
      this.#madeOf = revision
      this.#madeAt = this.#ticks()
    }
    const held = this.#state.held()
    const status: StoreStatus = {
      revision,
      rows: rows.length,
      lines: held.lines,
      bytes: held.bytes,
      dropped: { ...dropped },
      arrived: { ...rows.arrived },
      levels: this.#levels(),
      replicas: names.map((name, i) => {
        const entries = replicas[i + 1]?.entries
        return { name, lines: entries?.lineCount ?? 0, errors: entries?.errors ?? 0 }
      }),
      ...(view.query.text !== '' && { search: this.#searchStatus() }),
      ...(this.#histogram && { histogram: this.#histogram }),
    }
    return this.#madeOf === revision ? { status } : { status, isOldFor: Math.max(left, 0) }
  }

  /** Lines of each gravity or more; marks between them are none. */
  #levels(): StoreStatus['levels'] {
    const counts = [0, 0, 0, 0]
    for (const { entries } of this.#state.sources)
      entries.counted.forEach((count, gravity) => (counts[gravity] = (counts[gravity] ?? 0) + count))
    const [debug = 0, info = 0, warn = 0, error = 0] = counts
    return { debug: debug + info + warn + error, info: info + warn + error, warn: warn + error, error }
  }

  #searchStatus(): NonNullable<StoreStatus['search']> {
    const { rows } = this.#state
    const { matches } = rows
    const before = (part: number) => {
      const row = Math.floor((part * rows.length) / parts)
      return row >= rows.length ? matches.length : matches.lowerBound(rows.positionAt(row))
    }
    const bounds = Array.from({ length: parts + 1 }, (_, part) => before(part))
    const { problem, progress } = this.#search
    return {
      matches: matches.length,
      progress,
      marks: bounds.slice(1).map((bound, part) => bound - (bounds[part] ?? 0)),
      ...(problem !== undefined && { problem }),
    }
  }
}
