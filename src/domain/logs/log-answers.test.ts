import { describe, expect, it } from 'vitest'
import { recordLine, seeded, inPieces, seededLog, plainLine } from './test-logs'
import { openStore, viewOf } from './test-store'

const start = Date.UTC(2026, 2, 1, 9)
const line = (ms: number, rest: string, letter: 'D' | 'I' | 'W' | 'E' = 'I') =>
  `${recordLine(start + ms, letter, 'processor.http', rest)}\n`
const messages = ({ rows }: ReturnType<typeof openStore>) => rows().map(({ message }) => message)

describe('rows', () => {
  it('are merged by time, whichever replica is heard first', () => {
    const opened = openStore()
    opened.append('b', line(5, 'b5') + line(30, 'b30'))
    opened.append('a', line(1, 'a1') + 'print\n' + line(10, 'a10') + line(40, 'a40'))
    opened.append('b', line(35, 'b35'))
    expect(messages(opened)).toEqual(['a1', 'print', 'b5', 'a10', 'b30', 'b35', 'a40'])
    expect(opened.rows().map(({ replica }) => replica)).toEqual([1, 1, 0, 1, 0, 0, 1])
    expect(opened.store.status().replicas.map(({ name, lines }) => [name, lines])).toEqual([
      ['b', 3],
      ['a', 4],
    ])
  })

  it('stay in the order of their replica when its clock goes back', () => {
    const opened = openStore()
    opened.append('a', line(10, 'one') + line(5, 'two') + line(11, 'three'))
    opened.append('b', line(7, 'other'))
    expect(messages(opened)).toEqual(['other', 'one', 'two', 'three'])
    expect(opened.rows()[2]?.time).toBe(start + 5)
  })

  it('without any time stand where they came, until one is known', () => {
    const opened = openStore({ now: start + 1_000 })
    opened.append('a', 'print\n')
    opened.append('b', line(500, 'before') + line(1_500, 'after'))
    expect(messages(opened)).toEqual(['before', 'print', 'after'])
    opened.append('a', line(400, 'a record'))
    expect(messages(opened)).toEqual(['print', 'a record', 'before', 'after'])
  })

  it('that are printed while one looks stand at the end, beside whatever other replica', () => {
    const opened = openStore({ now: start + 1_000 })
    opened.append('a', line(100, 'a record'))
    opened.append('b', line(900, 'a later one'))
    opened.store.isLive = true
    opened.append('a', 'just now\n')
    expect(messages(opened)).toEqual(['a record', 'a later one', 'just now'])
    // What was printed before a record was not written after it.
    opened.append('a', `before it\n${line(1_001, 'two')}and after\n`)
    opened.append('b', line(1_002, 'three'))
    expect(messages(opened).slice(2)).toEqual(['just now', 'before it', 'two', 'and after', 'three'])
  })

  it('are not led astray by a time that cannot be', () => {
    const opened = openStore({ now: start })
    const wrong = JSON.stringify({ level: 'info', time: start + 1e12, message: 'far ahead' })
    opened.append('a', `${line(0, 'one')}${wrong}\n${line(10, 'two')}`)
    opened.append('b', line(5, 'other'))
    expect(messages(opened)).toEqual(['one', 'far ahead', 'other', 'two'])
  })

  it('are there before their line ends, and the same ones afterwards', () => {
    const opened = openStore()
    opened.append('a', line(0, 'one') + 'half')
    const [, half] = opened.rows()
    expect(half).toMatchObject({ message: 'half', kind: 'output' })
    opened.append('a', ' of it')
    opened.append('a', '\nnext')
    const [, whole, next] = opened.rows()
    expect(whole).toMatchObject({ id: half?.id, message: 'half of it' })
    expect(whole?.version).not.toBe(half?.version)
    expect(next).toMatchObject({ message: 'next' })
  })

  it('of a line that is not continued stay, and what follows is another', () => {
    const opened = openStore()
    opened.append('a', 'cut')
    opened.store.endLine('a')
    opened.append('a', 'next\n')
    expect(messages(opened)).toEqual(['cut', 'next'])
  })

  it('become part of the record that they turn out to belong to', () => {
    const opened = openStore()
    opened.append('a', line(0, 'begins').replace(/\n$/, '\nprint\nmore\n'))
    const [first] = opened.rows()
    expect(messages(opened)).toEqual(['begins', 'print', 'more'])
    const gone = opened.rows()[2]?.id ?? 0
    opened.append('a', 'end of it {"worker_id": "3", "a": [1, 2]}\n')
    expect(opened.rows()).toMatchObject([
      {
        id: first?.id,
        message: 'begins',
        lines: 4,
        worker: '3',
        isCut: true,
        fields: [
          ['worker_id', '3'],
          ['a', '[1, 2]'],
        ],
      },
    ])
    expect(opened.store.ask('read', { at: { kind: 'entry', id: gone }, before: 0, after: 0 })).toMatchObject({
      at: 0,
    })
  })

  it('hold the beginning of what is long', async () => {
    const opened = openStore()
    const long = 'ä'.repeat(5_000_000)
    opened.append('a', `${long}\n${line(0, `long field {"value": "${long}", "n": 12345678901234567890}`)}`)
    const [print, record] = opened.rows()
    expect(print).toMatchObject({ isCut: true, bytes: 10_000_001, lines: 1 })
    expect(print?.message).toBe('ä'.repeat(2_000))
    expect(record).toMatchObject({ message: 'long field', isCut: true })
    expect(record?.fields).toEqual([
      ['value', 'ä'.repeat(500)],
      ['n', '12345678901234567890'],
    ])
    expect(opened.rows(true)[0]).toMatchObject({ raw: 'ä'.repeat(2_000), message: '', isCut: true })
    const detail = await opened.store.ask('detail', { id: print?.id ?? 0 })
    expect([detail?.text.length, detail?.isCut, detail?.fields]).toEqual([1_000_000, true, undefined])
  })

  it('say in their details all that is in them', async () => {
    const opened = openStore()
    opened.append(
      'a',
      `Traceback (most recent call last):\n  File "a.py"\nKeyError: 7\n${line(0, 'x {"b": {"c": 1.0}}')}`,
    )
    const [trace, record] = opened.rows()
    expect(trace).toMatchObject({ kind: 'trace', lines: 3, isCut: true })
    expect(trace?.message).toBe('Traceback (most recent call last): … KeyError: 7')
    expect(await opened.store.ask('detail', { id: trace?.id ?? 0 })).toEqual({
      text: 'Traceback (most recent call last):\n  File "a.py"\nKeyError: 7',
      isCut: false,
    })
    expect(await opened.store.ask('detail', { id: record?.id ?? 0 })).toMatchObject({
      fields: '{\n  "b": {\n    "c": 1.0\n  }\n}',
    })
    expect(await opened.store.ask('detail', { id: 1e15 })).toBeUndefined()
  })

  it('are read around the end, a row or an entry', () => {
    const opened = openStore()
    opened.append('a', Array.from({ length: 100 }, (_, i) => line(i, `m${i}`)).join(''))
    const { store } = opened
    const id = opened.rows()[50]?.id ?? 0
    const read = (at: Parameters<typeof store.ask<'read'>>[1]['at']) => {
      const answer = store.ask('read', { at, before: 2, after: 1 })
      return answer instanceof Promise
        ? undefined
        : { at: answer.at, first: answer.first, shown: answer.rows.map(({ message }) => message) }
    }
    // There are none after it: one more before it is.
    expect(read({ kind: 'end' })).toEqual({ at: 99, first: 96, shown: ['m96', 'm97', 'm98', 'm99'] })
    expect(read({ kind: 'row', row: 0 })).toEqual({ at: 0, first: 0, shown: ['m0', 'm1'] })
    expect(read({ kind: 'row', row: 1e6 })).toMatchObject({ at: 99 })
    expect(read({ kind: 'entry', id })).toEqual({ at: 50, first: 48, shown: ['m48', 'm49', 'm50', 'm51'] })
    store.setView(viewOf({ leastLevel: 'error' }))
    expect(read({ kind: 'end' })).toEqual({ at: 0, first: 0, shown: [] })
  })

  it('that are equal and follow each other are one with a count, when that is wanted', () => {
    const opened = openStore({ view: viewOf({ areRepeatsFolded: true }) })
    opened.append('a', `${line(0, 'tick')}${line(1, 'tick')}${line(2, 'tock')}${line(3, 'tick')}`)
    opened.append('a', line(4, 'tick'))
    expect(opened.rows().map(({ message, repeats, time }) => [message, repeats, time])).toEqual([
      ['tick', 2, start],
      ['tock', 1, start + 2],
      ['tick', 2, start + 3],
    ])
  })
})

describe('links', () => {
  const text =
    line(0, 'before') +
    line(5, 'tick') +
    'print\n' +
    line(6, 'tick') +
    'print\n' +
    `${plainLine(start + 7, 'E', 'a', 'Failed: Error: x')}\n    at a (b.js:1)\n` +
    line(3, 'late') +
    line(90, 'tick')

  it('find their lines in another page that has the same log, or a part of it', () => {
    const opened = openStore()
    opened.append('a', text)
    const rows = opened.rows()
    const other = openStore()
    other.append('b', line(2, 'tick'))
    // From the second line on, in pieces.
    for (const piece of inPieces(seeded(3), new TextEncoder().encode(text.slice(text.indexOf('\n') + 1)), 30))
      other.store.append('a', piece)
    const shown = other.rows().filter(({ replica }) => replica === 1)
    for (const [i, { key }] of rows.slice(1).entries())
      expect(other.store.ask('locate', { replica: 'a', key }), key).toEqual({
        id: shown[i]?.id,
        isShown: true,
      })
    expect(other.store.ask('locate', { replica: 'a', key: rows[0]?.key ?? '' })).toBeUndefined()
    expect(other.store.ask('locate', { replica: 'c', key: rows[1]?.key ?? '' })).toBeUndefined()
    for (const key of ['', 'x', '~', '1~', `${start}~zz`, '@~1'])
      expect(other.store.ask('locate', { replica: 'a', key })).toBeUndefined()
  })

  it('say whether their line is in the view', () => {
    const { store, rows, append } = openStore()
    append('a', text)
    const key = rows()[1]?.key ?? ''
    store.setView(viewOf({ leastLevel: 'error' }))
    expect(store.ask('locate', { replica: 'a', key })).toMatchObject({ isShown: false })
  })

  it('lead to a time', () => {
    const { store, rows, append } = openStore()
    append('a', text)
    expect(store.ask('seek', { time: start + 6 })).toEqual({ row: 3, id: rows()[3]?.id })
    expect(store.ask('seek', { time: 0 })).toMatchObject({ row: 0 })
    expect(store.ask('seek', { time: start + 91 })).toBeUndefined()
  })
})

describe('downloads', () => {
  it('of a replica are its bytes, whatever they are and however they came', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const below = seeded(seed)
      const text = new TextEncoder().encode(seededLog(below, 40, start))
      const bytes = Uint8Array.from(text, (byte) => (below(50) === 0 ? below(256) : byte))
      const { store, pass } = openStore()
      for (const piece of inPieces(below, bytes, 90)) {
        store.append('a', piece.slice())
        if (below(3) === 0) pass(200)
        if (below(9) === 0) store.append('b', new Uint8Array([65, 10]))
      }
      const blob = await store.ask('download', { what: 'raw', replica: 'a' })
      expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes)
    }
  })

  it('of rows are their texts or objects, with the replica where there are several', async () => {
    const opened = openStore()
    const { store, append, pass } = opened
    append(
      'a',
      line(0, 'one {"n": 1.0, "worker_id": "2"}', 'W') +
        'Traceback (most recent call last):\n  File "ü"\nE: 1\n',
    )
    store.mark({ kind: 'gap', time: start + 1, text: 'lines are missing', replica: 'a' })
    const downloaded = async (what: 'text' | 'json-lines') => {
      const blob = Promise.resolve(store.ask('download', { what }))
      for (let i = 0; i < 50; i += 1) {
        pass(1)
        await Promise.resolve()
      }
      return (await blob).text()
    }
    const plain = `26.03.01 09:00:00.000 (W) ${'processor.http'.padStart(25)} one {"n": 1.0, "worker_id": "2"}`
    const trace = 'Traceback (most recent call last):\n  File "ü"\nE: 1'
    const gap = '--- 2026-03-01T09:00:00.001Z lines are missing'
    expect(await downloaded('text')).toBe(`${plain}\n${trace}\n${gap}\n`)
    append('b', 'print\n')
    expect(await downloaded('text')).toContain(`a ${plain}\n`)
    const objects = (await downloaded('json-lines'))
      .trimEnd()
      .split('\n')
      .map((one): unknown => JSON.parse(one))
    expect(objects).toEqual([
      {
        time: '2026-03-01T09:00:00.000Z',
        replica: 'a',
        level: 'warn',
        logger: 'processor.http',
        worker: '2',
        message: 'one',
        fields: { n: 1, worker_id: '2' },
      },
      { replica: 'a', message: trace },
      { time: '2026-03-01T09:00:00.001Z', mark: 'gap', replica: 'a', message: 'lines are missing' },
      { replica: 'b', message: 'print' },
    ])
    const rows = opened.rows()
    expect(store.ask('copy', { from: rows[1]?.id ?? 0, to: rows[0]?.id ?? 0 })).toBe(`a ${plain}\na ${trace}`)
  })
})
