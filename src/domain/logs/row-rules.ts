import { levelNames } from './line-scan'
import type { LogMark, LogView } from './log-view'

/** Which entries are rows. */
export interface RowRules {
  isShown: (source: number) => boolean
  /** All sources are, those to come too. */
  areAllShown: boolean
  isMarkShown: (mark: LogMark) => boolean
  /** The least gravity. */
  least: number
  /** What a search hides; nothing when there is none. */
  hides: 'nothing' | 'others' | 'matching'
  /** There is a search. */
  isSearched: boolean
  /** Entries beside a match that are shown, when it hides others. */
  context: number
  /** There are filters of fields. */
  isFiltered: boolean
  isFolded: boolean
}

/** Marks that say nothing of how whole a log is; a search that leaves rows out leaves them out, too. */
const passing: readonly LogMark['kind'][] = ['invocation', 'reconnected']

/**
 * Which entries a view shows.
 * @param isSearched whether its search can be done at all; one that cannot hides nothing
 */
export function rowRules(view: LogView, isSearched: boolean, isShown: (source: number) => boolean): RowRules {
  const hides =
    !isSearched || view.show === 'all' ? 'nothing' : view.show === 'matching' ? 'others' : 'matching'
  const isFiltered = view.fields.length > 0
  const isWhole = hides === 'nothing' && !isFiltered
  return {
    isShown,
    areAllShown: view.replicas === undefined,
    isMarkShown: ({ kind, replica }) =>
      (replica === undefined || view.replicas === undefined || view.replicas.includes(replica)) &&
      (isWhole || !passing.includes(kind)),
    least: levelNames.indexOf(view.leastLevel),
    hides,
    isSearched,
    context: view.context,
    isFiltered,
    isFolded: view.areRepeatsFolded,
  }
}
