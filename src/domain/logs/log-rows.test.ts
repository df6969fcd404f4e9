import { describe, expect, it } from 'vitest'
import { readLogRows } from './log-rows'
import { splitText } from './record-text'

const esc = '\u001b'
/** As a processor writes it, with colours. */
const coloured = (time: string, level: string, name: string, rest: string) =>
  `${time} ${esc}[34m(${level})${esc}[0m ${esc}[37m${name.padStart(25)}${esc}[0m ${rest}`
const plain = (time: string, level: string, name: string, rest: string) =>
  `${time} (${level}) ${name.padStart(25)} ${rest}`
const nameFirst = (time: string, level: string, name: string, rest: string) =>
  `${time} ${name.padStart(25)} (${level}) ${rest}`

const at = '26.03.01 09:05:07.020'
const time = Date.UTC(2026, 2, 1, 9, 5, 7, 20)

describe.each([
  ['with colours', coloured],
  ['without colours', plain],
  ['with the logger first', nameFirst],
])('a record of the console format %s', (_, line) => {
  it('has level, time, logger, message and fields', () => {
    const raw = line(at, 'W', 'processor.http', 'Stock is low {"item": "tea", "left": 2, "worker_id": "0"}')
    expect(readLogRows(`${raw}\n`)).toEqual([
      {
        kind: 'record',
        level: 'warn',
        time,
        name: 'processor.http',
        message: 'Stock is low',
        fields: { item: 'tea', left: 2, worker_id: '0' },
        raw,
      },
    ])
  })

  it.each([
    ['D', 'debug'],
    ['I', 'info'],
    ['W', 'warn'],
    ['E', 'error'],
  ])('has the level of (%s): %s', (letter, level) => {
    expect(readLogRows(line(at, letter, 'a', 'x'))[0]).toMatchObject({ level, message: 'x', fields: {} })
  })

  it('has a logger whose name fills its width, or has a space', () => {
    for (const name of ['-manager.event-connection', 'connection of events', 'processor'])
      expect(readLogRows(line(at, 'I', name, 'Ready now'))[0]).toMatchObject({ name, message: 'Ready now' })
  })

  it('begins in the middle of a line that a print left open', () => {
    const record = line(at, 'I', 'processor.http', 'to the log {"worker_id": "1"}')
    const rows = readLogRows(`one\ntwo${record}\n\nthree\n`)
    expect(rows.map(({ kind, message }) => [kind, message])).toEqual([
      ['output', 'one'],
      ['output', 'two'],
      ['record', 'to the log'],
      ['output', 'three'],
    ])
    expect(rows[2]?.raw).toBe(record)
  })

  it('holds the traceback that is in its message', () => {
    const trace = [
      'Traceback (most recent call last):',
      '  File "/opt/x.py", line 3, in handler',
      'KeyError: 7',
      '',
    ]
    const raw = line(at, 'E', 'processor.http', `Exception caught: ${trace.join('\n')} {"worker_id": "0"}`)
    const rows = readLogRows(`${raw}\n${line(at, 'I', 'processor', 'next')}\n`)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ raw, level: 'error', fields: { worker_id: '0' } })
    expect(rows[0]?.message).toMatch(/^Exception caught: Traceback[^]*KeyError: 7$/)
  })

  it('does not take what is printed after it', () => {
    const raw = line(at, 'D', 'processor', 'Processor started')
    expect(readLogRows(`${raw}\nto stdout\nto stderr`).map(({ message }) => message)).toEqual([
      'Processor started',
      'to stdout',
      'to stderr',
    ])
  })
})

describe('JSON lines', () => {
  it.each([
    [{ level: 'info', time: time + 0.25, name: 'http', message: 'hi', a: 1 }, time + 0.25, { a: 1 }],
    [{ level: 'info', time: '2026-03-01T09:05:07.020Z', message: 'hi', more: { a: 1 } }, time, { a: 1 }],
    [{ level: 'INFO', datetime: '2026-03-01 09:05:07,020', message: 'hi', with: { a: 1 } }, time, { a: 1 }],
    [{ level: 'info', time: '2026-03-01T11:05:07.020+02:00', message: 'hi' }, time, {}],
  ])('reads %j', (given, expected, fields) => {
    const raw = JSON.stringify(given)
    expect(readLogRows(raw)).toEqual([
      {
        kind: 'record',
        level: 'info',
        time: expected,
        message: 'hi',
        fields,
        raw,
        ...('name' in given ? { name: 'http' } : {}),
      },
    ])
  })

  it.each([
    '{"a": 1}',
    '{"level": "info", "message": "no time"}',
    '{"level": "high", "time": 1, "message": "x"}',
    '{broken',
  ])('leaves %s as it was printed', (raw) => {
    expect(readLogRows(raw)).toEqual([{ kind: 'output', message: raw, fields: {}, raw }])
  })

  it.each(['warning', 'critical', 'fatal'])('knows the level %s', (level) => {
    const [row] = readLogRows(JSON.stringify({ level, time, message: '' }))
    expect(row?.level).toBe(level === 'warning' ? 'warn' : 'error')
  })
})

describe('tracebacks', () => {
  it('stay whole', () => {
    const trace = 'Traceback (most recent call last):\n  File "a.py", line 1\nValueError: no'
    expect(readLogRows(`before\n${trace}\nafter`).map(({ kind, raw }) => [kind, raw])).toEqual([
      ['output', 'before'],
      ['trace', trace],
      ['output', 'after'],
    ])
  })

  it('ends where a record begins', () => {
    const record = plain(at, 'I', 'processor', 'x')
    const rows = readLogRows(`Traceback (most recent call last):\n  File "a.py", line 1\n${record}\n`)
    expect(rows.map(({ kind }) => kind)).toEqual(['trace', 'record'])
  })
})

it('loses nothing but line ends, over seeded logs', () => {
  let state = 3
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const pieces = [
    () => `print ${below(100)}`,
    () => coloured(at, 'I', 'processor.http', `record ${below(100)} {"worker_id": "${below(3)}"}`),
    () => plain(at, 'D', 'processor', `Trigger {x} ${below(9)}`),
    () => `glued${plain(at, 'E', 'a', 'b {"c": {"d": "}"}}')}`,
    () => 'Traceback (most recent call last):\n  File "a", line 1\nE: x',
    () => '    indented',
    () => JSON.stringify({ level: 'info', time, message: 'x\ny' }),
    () => '',
  ]
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: below(12) }, () => pieces[below(pieces.length)]?.() ?? '').join('\n')
    const rows = readLogRows(text)
    const squeezed = (all: string) => all.replaceAll('\n', '')
    expect(squeezed(rows.map(({ raw }) => raw).join(''))).toBe(squeezed(text))
    expect(rows.every(({ kind, time: known }) => (kind === 'record') === (known !== undefined))).toBe(true)
  }
})

describe('splitText', () => {
  it.each([
    ['a {"b": 1}', 'a', { b: 1 }],
    ['{"b": 1}', '', { b: 1 }],
    ['got {"a": 1} twice {"b": {"c": 2}}', 'got {"a": 1} twice', { b: { c: 2 } }],
    ['no fields }', 'no fields }', {}],
    ['a [1]', 'a [1]', {}],
  ])('%s', (text, message, fields) => {
    expect(splitText(text)).toMatchObject({ message, fields })
  })

  it('gives up on a message of nothing but braces', () => {
    expect(splitText(`${' {'.repeat(100_000)}}`).fields).toEqual({})
  })
})

it.each([
  ['times', '26.03.01 09:05:07.020 '.repeat(20_000)],
  ['braces', `${at} (I) a\n${'{"worker_id"'.repeat(20_000)}`],
])('reads a line of nothing but %s at once', (_, text) => {
  expect(
    readLogRows(text)
      .map(({ raw }) => raw)
      .join('\n'),
  ).toBe(text)
})
