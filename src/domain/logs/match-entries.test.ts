import { describe, expect, it } from 'vitest'
import { compileSearch, rangesIn } from './compile-search'
import type { FieldFilter, LogQuery } from './log-view'
import { found, matchEntries } from './match-entries'
import { plainLine, recordLine } from './test-logs'

const time = Date.UTC(2026, 2, 1, 9)
const queryOf = (text: string, options: Partial<LogQuery> = {}): LogQuery => ({
  text,
  isRegex: false,
  matchesCase: false,
  isWholeWord: false,
  ...options,
})

function compiled(query: LogQuery) {
  const search = compileSearch(query)
  if (!search || 'problem' in search) throw new Error(search?.problem ?? 'nothing is searched for')
  return search
}

/** The bytes of entries one after the other. */
function bytesOf(entries: readonly string[]) {
  const parts = entries.map((entry) => new TextEncoder().encode(entry))
  const starts = Uint32Array.from([
    0,
    ...parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0)),
  ])
  return { bytes: new TextEncoder().encode(entries.join('')), starts }
}

const matches = (entries: readonly string[], query: LogQuery): boolean[] =>
  [...matchEntries(bytesOf(entries), { search: compiled(query), filters: [] })].map(
    (bits) => bits === found.match,
  )

describe('a search', () => {
  const entries = [
    'One two\n',
    'für alle\r\n',
    'half a print',
    'glued after\n\n',
    'head\n  at two\n',
    '',
    'last',
  ]

  it.each([
    ['two', {}, [0, 4]],
    ['TWO', {}, [0, 4]],
    ['TWO', { matchesCase: true }, []],
    ['two', { matchesCase: true }, [0, 4]],
    ['FÜR', {}, [1]],
    ['r', { isWholeWord: true }, []],
    ['für', { isWholeWord: true }, [1]],
    ['a', { isWholeWord: true }, [2]],
    ['tw', { isWholeWord: true }, []],
    ['^  at', { isRegex: true }, [4]],
    ['t$', { isRegex: true }, [2, 6]],
    ['e$', { isRegex: true }, [1]],
    [String.raw`\d|\bone`, { isRegex: true }, [0]],
    [String.raw`head\s+at`, { isRegex: true }, []],
    ['[^x]*two', { isRegex: true }, [0, 4]],
    ['(?<!\\s)at|^g', { isRegex: true }, [3]],
    [String.raw`\p{L}ür`, { isRegex: true }, [1]],
    [String.raw`tw\-?o`, { isRegex: true }, [0, 4]],
    ['two|alle', { isRegex: true, isWholeWord: true }, [0, 1, 4]],
    ['t.o', {}, []],
    ['a', {}, [1, 2, 3, 4, 6]],
  ] as const)('for %s (%j) finds %j', (text, options, expected) => {
    const found = matches(entries, queryOf(text, options))
    expect(found.flatMap((is, i) => (is ? [i] : []))).toEqual(expected)
  })

  it('is made in what is shown: without colours', () => {
    const line = recordLine(time, 'W', 'processor.http', 'Stock is low')
    expect(matches([`${line}\n`], queryOf(`(W) ${'processor.http'.padStart(25)} Stock`))).toEqual([true])
    expect(matches([`${line}\n`], queryOf('[37m'))).toEqual([false])
    expect(matches(['a\u001b[b \u001b]\n'], queryOf(' \u001b]'))).toEqual([true])
  })

  it('is nothing without a text, and says why it is broken', () => {
    expect(compileSearch(queryOf(''))).toBeUndefined()
    expect(compileSearch(queryOf('a(b', { isRegex: true }))).toEqual({
      problem: 'This is no regular expression: unterminated group',
    })
    expect(compileSearch(queryOf('a)(b', { isRegex: true, isWholeWord: true }))).toHaveProperty('problem')
    expect(compileSearch(queryOf('a(b'))).not.toHaveProperty('problem')
  })

  it.each([
    [
      'is',
      {},
      [
        [2, 4],
        [5, 7],
        [14, 16],
      ],
    ],
    ['is', { isWholeWord: true }, [[5, 7]]],
    [
      '^.',
      { isRegex: true },
      [
        [0, 1],
        [12, 13],
      ],
    ],
    ['x*', { isRegex: true }, []],
    [
      's i|s$',
      { isRegex: true },
      [
        [3, 6],
        [15, 16],
      ],
    ],
  ] as const)('is shown where it matches: %s (%j)', (text, options, ranges) => {
    expect(rangesIn('this is low\nthis', compiled(queryOf(text, options)))).toEqual(ranges)
  })
})

describe('filters of fields', () => {
  const entries = [
    recordLine(time, 'I', 'a', 'one {"worker_id": "0", "path": "/", "n": 2}'),
    plainLine(time, 'I', 'a', 'two {"worker_id": "1", "n": 20, "deep": {"n": 2}}'),
    JSON.stringify({ level: 'info', time, message: 'x', with: { worker_id: '0', n: 2.0, list: [1, 2] } }),
    'a print {"worker_id": "0"}',
    plainLine(time, 'I', 'a', 'no fields "worker_id": "0"'),
    plainLine(
      time,
      'I',
      'a',
      'escaped {"w\\u00f6rt": "\\u0066\\u00fcr \\"x\\"", "big": 12345678901234567890}',
    ),
  ].map((entry) => `${entry}\n`)
  const passing = (...filters: FieldFilter[]) =>
    [...matchEntries(bytesOf(entries), { filters })].flatMap((bits, i) => (bits === found.passes ? [i] : []))

  it.each([
    [[{ name: 'worker_id', value: '0', isExcluded: false }], [0, 2]],
    [[{ name: 'worker_id', value: '0', isExcluded: true }], [1, 3, 4, 5]],
    [[{ name: 'n', value: '2', isExcluded: false }], [0, 2]],
    [
      [
        { name: 'n', value: '2', isExcluded: false },
        { name: 'path', value: '/', isExcluded: true },
      ],
      [2],
    ],
    [[{ name: 'deep', value: '{"n": 2}', isExcluded: false }], [1]],
    [[{ name: 'list', value: '[1,2]', isExcluded: false }], [2]],
    [[{ name: 'wört', value: 'für "x"', isExcluded: false }], [5]],
    [[{ name: 'big', value: '12345678901234567890', isExcluded: false }], [5]],
    [[{ name: 'message', value: 'x', isExcluded: false }], []],
  ])('%j let pass %j', (filters, expected) => {
    expect(passing(...filters)).toEqual(expected)
  })
})
