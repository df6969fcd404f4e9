import { LogStore, type LogStoreOptions } from './log-store'
import type { LogView, ShownRow } from './log-view'
import { createMatchDesk, type Matcher } from './matcher'

export const everything: LogView = {
  leastLevel: 'debug',
  query: { text: '', isRegex: false, matchesCase: false, isWholeWord: false },
  show: 'all',
  context: 0,
  fields: [],
  areRepeatsFolded: false,
}

/** A view that differs from that of everything. */
export const viewOf = ({
  query,
  ...view
}: Partial<Omit<LogView, 'query'>> & { query?: Partial<LogView['query']> }): LogView => ({
  ...everything,
  ...view,
  query: { ...everything.query, ...query },
})

/** Searches here and now. */
export function directMatcher(): Matcher {
  const answer = createMatchDesk()
  return {
    async match(entries, question) {
      const said = answer({ entries: structuredClone(entries), question })
      if ('problem' in said) throw new Error(said.problem)
      return 'bits' in said ? said.bits : new Uint8Array()
    },
    async highlight(texts, query) {
      const said = answer({ texts, query })
      return 'ranges' in said ? said.ranges : []
    },
    forget() {},
    close() {},
  }
}

/** A store whose timers run when the test says so. */
export function openStore(options: Partial<LogStoreOptions> & { now?: number } = {}) {
  let ticks = 0
  let changes = 0
  const timers = new Set<{ due: number; then: () => void }>()
  const { now = Date.UTC(2026, 2, 1, 12), ...given } = options
  const store = new LogStore({
    view: everything,
    byteLimit: 1e9,
    matcher: directMatcher(),
    clock: () => now,
    ticks: () => ticks,
    after(milliseconds, then) {
      const timer = { due: ticks + milliseconds, then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    onChange: () => (changes += 1),
    ...given,
  })
  /** Lets so many milliseconds pass. */
  const pass = (milliseconds: number) => {
    const end = ticks + milliseconds
    for (;;) {
      const [next] = [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)
      if (!next) break
      timers.delete(next)
      ticks = Math.max(ticks, next.due)
      next.then()
    }
    ticks = end
  }
  return {
    store,
    pass,
    changes: () => changes,
    append: (replica: string, text: string) => store.append(replica, new TextEncoder().encode(text)),
    rows: (isRaw = false): readonly ShownRow[] => {
      const all = { at: { kind: 'row', row: 0 }, before: 0, after: 1e9, isRaw } as const
      const answer = store.ask('read', all)
      if (answer instanceof Promise) throw new TypeError('rows are read at once')
      return answer.rows
    },
    /** Lets everything be looked at that is searched for. */
    async searched() {
      for (let i = 0; i < 1_000; i += 1) {
        pass(1_000)
        await Promise.resolve()
        if ((store.status().search?.progress ?? 1) === 1 && i > 20) return
      }
      throw new Error('The search did not come to its end')
    },
  }
}
