import { compileSearch, rangesIn } from './compile-search'
import type { FieldFilter, LogQuery } from './log-view'
import { matchEntries, type EntryBytes } from './match-entries'

export interface MatchQuestion {
  query: LogQuery
  filters: readonly FieldFilter[]
}

export type TextRanges = readonly (readonly (readonly [number, number])[])[]

/** Looks for what a person searches for. An expression can take for ever, so that it does not run where lines are read. */
export interface Matcher {
  /**
   * Bits of `found` for each entry, in the order of the calls. Fails with words for a person when it cannot be told. The bytes are given away.
   */
  match: (entries: EntryBytes, question: MatchQuestion) => Promise<Uint8Array>
  /** Where the search matches in texts; fails as `match` does. */
  highlight: (texts: readonly string[], query: LogQuery) => Promise<TextRanges>
  /** What was asked is not wanted any more and fails. */
  forget: () => void
  close: () => void
}

/** To the thread that runs searches. */
export type MatchAsk =
  { entries: EntryBytes; question: MatchQuestion } | { texts: readonly string[]; query: LogQuery }

/** From it, in the order of what was asked. */
export type MatchAnswer = { bits: Uint8Array<ArrayBuffer> } | { ranges: TextRanges } | { problem: string }

/** Answers what is asked of the thread that runs searches. */
export function createMatchDesk(): (ask: MatchAsk) => MatchAnswer {
  let known: { query: LogQuery; compiled: ReturnType<typeof compileSearch> } | undefined
  const compile = (query: LogQuery) => {
    if (!known || !sameQuery(known.query, query)) known = { query, compiled: compileSearch(query) }
    return known.compiled
  }
  return (ask) => {
    const search = compile('texts' in ask ? ask.query : ask.question.query)
    if (search && 'problem' in search) return search
    if ('texts' in ask) return { ranges: ask.texts.map((text) => (search ? rangesIn(text, search) : [])) }
    return { bits: matchEntries(ask.entries, { search, filters: ask.question.filters }) }
  }
}

/** Whether two searches look for the same. */
export function sameQuery(a: LogQuery, b: LogQuery): boolean {
  return (
    a.text === b.text &&
    a.isRegex === b.isRegex &&
    a.matchesCase === b.matchesCase &&
    a.isWholeWord === b.isWholeWord
  )
}
