import { describe, expect, it } from 'vitest'
import { factsOfOutput, factsOfRecord } from './line-facts'
import { LineJoiner, ownEntry } from './line-joiner'

/** The entries that lines make, as they look after each line; those in capitals are tracebacks. */
function steps(lines: readonly string[]): string[][][] {
  const joiner = new LineJoiner()
  let entries: string[][] = []
  return lines.map((line) => {
    const within = joiner.next(line.startsWith('(I)') ? factsOfRecord(line) : factsOfOutput(line))
    const kept = entries.slice(0, entries.length - Math.max(within, 0))
    const absorbed = entries.slice(kept.length).flat()
    entries =
      within === ownEntry ? [...entries, [line]] : kept.with(-1, [...(kept.at(-1) ?? []), ...absorbed, line])
    return entries
  })
}
const joined = (lines: readonly string[]): string[][] => steps(lines).at(-1) ?? []

describe('a traceback', () => {
  it.each([
    [
      'of Python',
      ['Traceback (most recent call last):', '  File "a.py", line 1', '    x()', 'ValueError: no'],
    ],
    [
      'of Python with a cause',
      [
        'Traceback (most recent call last):',
        '  File "a.py", line 1',
        'KeyError: 1',
        '',
        'During handling of the above exception, another exception occurred:',
        '',
        'Traceback (most recent call last):',
        '  File "a.py", line 3',
        'ValueError: no',
      ],
    ],
    [
      'of a group',
      [
        '  + Exception Group Traceback (most recent call last):',
        '  |   File "a.py", line 1',
        '  | ExceptionGroup: x',
        '  +----',
      ],
    ],
    [
      'of Node',
      ['TypeError: x is not a function', '    at handler (/opt/a.js:3:5)', '    at async run (b.js:1:1)'],
    ],
    [
      'of Node with its code and its fields',
      [
        '/opt/a.js:3',
        '  throw new Error("x")',
        '  ^',
        '',
        'Error: x',
        '    at a (/opt/a.js:3:9) {',
        "  code: 'E1',",
        '}',
      ],
    ],
    [
      'of Java',
      [
        'java.lang.IllegalStateException: x',
        '\tat a.B.c(B.java:3)',
        'Caused by: java.io.IOException',
        '\t... 3 more',
      ],
    ],
    [
      'of Go',
      [
        'panic: runtime error: x',
        '',
        'goroutine 1 [running]:',
        'main.Handler(0x1, {0x2, 0x3})',
        '\t/src/a.go:9 +0x1d',
        'created by main.run',
        '\t/src/b.go:2',
      ],
    ],
    [
      'of Go with more than one goroutine',
      [
        'fatal error: all goroutines are asleep',
        '',
        'goroutine 1 [chan receive]:',
        '\t/src/a.go:9',
        '',
        'goroutine 7 [running]:',
      ],
    ],
    [
      'of Nuclio itself',
      [
        'Error - 2 error(s) decoding:',
        '',
        "* 'Depth' expected type 'int'",
        '    ...//pkg/trigger/types.go:12',
        '',
        'Call stack:',
        'Failed to read the attributes',
        '    ...//pkg/trigger/types.go:12',
        'Failed to make triggers',
        '    /cmd/app/processor.go:44',
      ],
    ],
  ])('%s is one entry', (_, trace) => {
    expect(joined(['before it', ...trace, 'after, (not) of it'])).toEqual([
      ['before it'],
      trace,
      ['after, (not) of it'],
    ])
    expect(joined(trace)).toEqual([trace])
  })

  it.each([
    [['before', 'after']],
    [['Error: x', 'after']],
    [['']],
    [['', '  at noon']],
    [['Error - x', 'after', '', 'more']],
    [['(I) a record {"a": 1}', '    at x']],
  ])('is none in %j', (lines) => {
    expect(joined(lines)).toEqual(lines.map((line) => [line]))
  })

  it('says of the entry that it is one as soon as that is known', () => {
    const joiner = new LineJoiner()
    const seen = ['Error: x', '    at a (b.js:1)', 'after', 'panic: x', ''].map((line) => {
      joiner.next(factsOfOutput(line))
      return joiner.isTrace
    })
    expect(seen).toEqual([false, true, false, true, false])
  })

  it('is shown line by line, before its end is known', () => {
    expect(steps(['KeyError: x', 'at the edge', '  at a.b'])).toEqual([
      [['KeyError: x']],
      [['KeyError: x'], ['at the edge']],
      [['KeyError: x', 'at the edge', '  at a.b']],
    ])
  })

  it('does not reach back over a record or over another one', () => {
    expect(joined(['Error: x', '(I) record {}', '    at a'])).toHaveLength(3)
    expect(joined(['Error: x', 'panic: y', '    at a'])).toHaveLength(3)
  })
})

describe('a record whose message goes on', () => {
  const end = 'of it {"worker_id": "1"}'

  it('takes the lines up to its fields', () => {
    const lines = ['(I) begins', 'Traceback (most recent call last):', '  File "a"', 'E: x', 'print', end]
    expect(joined([...lines, 'after'])).toEqual([lines, ['after']])
  })

  it.each([
    ['has its fields', ['(I) whole {"a": 1}', end]],
    ['is followed by another', ['(I) one', '(I) two {}', end]],
    ['had an end already', ['(I) one', end, end]],
  ])('ends before when it %s', (_, lines) => {
    expect(joined(lines).at(-1)).toEqual([end])
  })

  it('is looked for over 200 lines', () => {
    const record = (count: number) => ['(I) begins', ...Array.from({ length: count }, (_, i) => `${i}`), end]
    expect(joined(record(199))).toHaveLength(1)
    expect(joined(record(200))).toHaveLength(202)
  })

  it('takes frames right after it', () => {
    expect(joined(['(E) Failed: Error: x', '    at a', '    at b', 'print'])).toEqual([
      ['(E) Failed: Error: x', '    at a', '    at b'],
      ['print'],
    ])
    expect(joined(['(E) Failed', 'print', 'print', '    at a'])[0]).toEqual(['(E) Failed'])
  })
})

it('goes on from a copy as from the original', () => {
  const lines = [
    'Error: x',
    '    at a',
    '',
    'panic: y',
    '',
    'goroutine 1 [running]:',
    '(I) z',
    '{"worker_id": "1"}',
  ]
  const [joiner, copy] = [new LineJoiner(), new LineJoiner()]
  for (const line of lines) {
    const facts = line.startsWith('(I)') ? factsOfRecord(line) : factsOfOutput(line)
    copy.copy(joiner)
    expect(copy.next(facts)).toBe(joiner.next(facts))
    expect(copy.isTrace).toBe(joiner.isTrace)
  }
})
