import { describe, expect, it } from 'vitest'
import type { LogMark } from './log-view'
import type { Matcher } from './matcher'
import { recordLine } from './test-logs'
import { directMatcher, everything, openStore, viewOf } from './test-store'

const start = Date.UTC(2026, 2, 1, 9)
const line = (ms: number, rest: string, letter: 'D' | 'I' | 'W' | 'E' = 'I') =>
  `${recordLine(start + ms, letter, 'processor.http', rest)}\n`
const messages = ({ rows }: ReturnType<typeof openStore>) => rows().map(({ message }) => message)

describe('marks', () => {
  const mark = (ms: number, kind: LogMark['kind'], replica?: string): LogMark => ({
    kind,
    time: start + ms,
    text: kind,
    ...(replica !== undefined && { replica }),
  })

  it('stand at their time, those of a gap after the last line', async () => {
    const opened = openStore()
    opened.append('a', line(0, 'one') + 'print\n')
    opened.store.mark(mark(5_000, 'gap', 'a'))
    opened.append('a', 'print after\n' + line(20, 'two'))
    opened.store.mark({ ...mark(10, 'deploy-ready'), detail: 'all of it' })
    expect(messages(opened)).toEqual(['one', 'print', 'gap', 'print after', 'deploy-ready', 'two'])
    const ready = opened.rows()[4]
    expect(ready).toMatchObject({
      kind: 'mark',
      mark: 'deploy-ready',
      replica: -1,
      time: start + 10,
      isCut: true,
    })
    expect(await opened.store.ask('detail', { id: ready?.id ?? 0 })).toEqual({
      text: 'all of it',
      isCut: false,
    })
  })

  it('end what was there before them', () => {
    const opened = openStore()
    opened.append('a', 'Traceback (most recent call last):\n')
    opened.store.mark(mark(0, 'gap', 'a'))
    opened.append('a', '  File "a.py"\n')
    expect(messages(opened)).toEqual(['Traceback (most recent call last):', 'gap', '  File "a.py"'])
  })

  it('come after a line in whose middle they came', () => {
    const opened = openStore()
    opened.append('a', `${line(0, 'one')}ha`)
    opened.store.mark(mark(1, 'reconnected', 'a'))
    opened.append('a', 'lf\n')
    expect(messages(opened)).toEqual(['one', 'half', 'reconnected'])
  })

  it('are always shown when they say how whole the log is', () => {
    const opened = openStore()
    const kinds = [
      'gap',
      'fault',
      'replica-came',
      'replica-gone',
      'deploy-started',
      'deploy-failed',
      'invocation',
      'reconnected',
    ] as const
    kinds.forEach((kind, i) => opened.store.mark(mark(i, kind)))
    opened.store.mark(mark(100, 'replica-gone', 'b'))
    opened.store.setView(
      viewOf({ query: { text: 'x' }, show: 'matching', leastLevel: 'error', replicas: ['a'] }),
    )
    expect(messages(opened)).toEqual(kinds.slice(0, 6))
    opened.store.setView(viewOf({ query: { text: 'x' }, show: 'all', leastLevel: 'error', replicas: ['b'] }))
    expect(messages(opened)).toEqual([...kinds, 'replica-gone'])
  })
})

describe('a search', () => {
  const filled = (matcher: Matcher) => {
    const opened = openStore({ matcher })
    opened.append('a', Array.from({ length: 500 }, (_, i) => line(i, `m${i} of all`)).join(''))
    return opened
  }

  it('hides nothing while it is broken, and says why', () => {
    const { store } = filled(directMatcher())
    store.setView(viewOf({ query: { text: '(', isRegex: true }, show: 'matching' }))
    expect(store.status()).toMatchObject({
      rows: 500,
      search: { matches: 0, progress: 1, problem: 'This is no regular expression: unterminated group' },
    })
  })

  it('hides nothing when it takes too long, and goes on with another', async () => {
    let isSlow = true
    const direct = directMatcher()
    const opened = filled({
      ...direct,
      match: (entries, question) =>
        isSlow ? Promise.reject(new Error('too slow')) : direct.match(entries, question),
    })
    opened.store.setView(viewOf({ query: { text: 'm1' }, show: 'matching' }))
    await opened.searched()
    expect(opened.store.status()).toMatchObject({ rows: 500, search: { problem: 'too slow' } })
    isSlow = false
    opened.store.setView(viewOf({ query: { text: 'm12' }, show: 'matching' }))
    await opened.searched()
    expect(opened.store.status()).toMatchObject({ rows: 11, search: { matches: 11 } })
    expect(opened.store.status().search).not.toHaveProperty('problem')
  })

  it('looks at the newest first, and says how far it is', async () => {
    const waiting: (() => void)[] = []
    const direct = directMatcher()
    const opened = openStore({
      matcher: {
        ...direct,
        match: (entries, question) =>
          new Promise((resolve) => waiting.push(() => resolve(direct.match(entries, question)))),
      },
    })
    const last = () => {
      const answer = opened.store.ask('read', { at: { kind: 'end' }, before: 0, after: 0 })
      return answer instanceof Promise ? undefined : answer.rows[0]?.message
    }
    const text = Array.from({ length: 20_000 }, (_, i) => line(i, `m${i} of ${'x'.repeat(40)}`)).join('')
    opened.append('a', text)
    opened.store.setView(viewOf({ query: { text: 'of' }, show: 'matching' }))
    expect(opened.store.status()).toMatchObject({ rows: 0, search: { progress: 0 } })
    waiting.shift()?.()
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
    const { rows, search } = opened.store.status()
    expect(search?.progress).toBeGreaterThan(0.1)
    expect(search?.progress).toBeLessThan(0.9)
    expect(last()).toBe(`m19999 of ${'x'.repeat(40)}`)
    // What comes meanwhile is looked at before the rest.
    opened.append('a', line(30_000, 'of late'))
    opened.pass(200)
    waiting.splice(0).forEach((go) => go())
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
    waiting.splice(0).forEach((go) => go())
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
    expect(last()).toBe('of late')
    expect(opened.store.status().rows).toBeGreaterThan(rows)
  })

  it('says where its matches are', async () => {
    const { store, searched } = filled(directMatcher())
    store.setView(viewOf({ query: { text: 'm49' } }))
    await searched()
    const { search } = store.status()
    expect(search?.marks).toHaveLength(200)
    expect(search?.marks.reduce((sum, count) => sum + count, 0)).toBe(11)
    expect(search?.marks.slice(196).reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(await store.ask('highlight', { texts: ['m49 and m490', 'none'] })).toEqual([
      [
        [0, 3],
        [8, 11],
      ],
      [],
    ])
    store.setView(viewOf({ query: { text: '(', isRegex: true } }))
    expect(await store.ask('highlight', { texts: ['('] })).toEqual([[]])
  })
})

describe('what is held', () => {
  it('is bounded by bytes, and what is dropped is counted', () => {
    const { store, append, rows } = openStore({ byteLimit: 10_000 })
    const one = line(0, 'x'.repeat(42))
    for (let i = 0; i < 200; i += 1) append(i % 2 ? 'a' : 'b', one)
    const { bytes, lines, dropped } = store.status()
    expect(bytes).toBeLessThanOrEqual(10_000)
    expect(bytes).toBeGreaterThan(10_000 - one.length)
    expect(dropped).toEqual({ lines: 200 - lines, bytes: 200 * one.length - bytes })
    store.setByteLimit(5 * one.length)
    expect(rows()).toHaveLength(5)
    store.setByteLimit(1)
    expect(rows()).toHaveLength(1)
  })

  it('goes on with a line whose beginning was dropped', async () => {
    const { store, append, rows } = openStore({ lineLimit: 2 })
    append('a', `${line(0, 'old')}half`)
    rows()
    append('b', line(1, 'one') + line(2, 'two') + line(3, 'three'))
    expect(rows().map(({ message }) => message)).toEqual(['two', 'three'])
    append('a', ` and half\n${line(4, 'next')}`)
    expect(rows().map(({ message }) => message)).toEqual(['three', 'next'])
    const blob = await store.ask('download', { what: 'raw', replica: 'a' })
    expect(await blob.text()).toBe(line(4, 'next'))
  })

  it('is told of some times a second, however much comes', () => {
    const { append, pass, changes, store } = openStore()
    for (let i = 0; i < 1_000; i += 1) {
      append('a', line(i, 'x'))
      pass(1)
    }
    expect(changes()).toBeGreaterThan(5)
    expect(changes()).toBeLessThanOrEqual(13)
    pass(1_000)
    const told = changes()
    const { revision } = store.status()
    pass(10_000)
    expect([changes(), store.status().revision]).toEqual([told, revision])
  })

  it('counts what arrives in the view, and not what another view shows', () => {
    const { store, append } = openStore({ view: viewOf({ leastLevel: 'warn' }) })
    append('a', line(0, 'x') + line(1, 'x', 'W') + line(2, 'x', 'E') + 'Error: y\n')
    expect(store.status().arrived).toEqual({ rows: 2, errors: 1 })
    append('a', '    at a (b.js)\n')
    expect(store.status().arrived).toEqual({ rows: 3, errors: 2 })
    store.setView(everything)
    expect(store.status()).toMatchObject({ rows: 4, arrived: { rows: 3, errors: 2 } })
    append('a', line(3, 'x'))
    expect(store.status().arrived).toEqual({ rows: 4, errors: 2 })
    expect(store.status().levels).toEqual({ debug: 5, info: 5, warn: 3, error: 2 })
    expect(store.status().replicas).toEqual([{ name: 'a', lines: 6, errors: 2 }])
  })
})
