import { describe, expect, it } from 'vitest'
import { cutLog, type LogCut } from './cut-log'
import { clockOfAnswer, narrowClock } from './server-clock'

const start = Date.UTC(2026, 2, 1, 9, 0, 0)

/** A record `ms` after the start, by the server's clock. */
function record(ms: number, message: string, worker?: number, name = 'processor.http'): string {
  const iso = new Date(start + ms).toISOString()
  const fields = worker === undefined ? '' : ` {"worker_id": "${worker}"}`
  return `${iso.slice(2, 10).replaceAll('-', '.')} ${iso.slice(11, 23)} (I) ${name.padStart(25)} ${message}${fields}`
}
const logOf = (...lines: string[]) => lines.map((line) => `${line}\n`).join('')
const messages = ({ rows }: LogCut) => rows.map(({ message }) => message)
const exact = { least: 0, most: 0 }
const span = { sentAt: start + 1_000, answeredAt: start + 1_500, clock: exact }

describe('cutLog', () => {
  it('takes what one worker wrote between send and answer, with its prints', () => {
    const text = logOf(
      record(200, 'before', 0),
      'print before',
      record(900, 'just before', 0),
      'print of it',
      record(1_000, 'first', 0),
      'print within',
      record(1_500, 'last', 0),
      'print after',
      record(1_501, 'after', 0),
      'print later',
    )
    const cut = cutLog(text, span)
    expect(cut.by).toBe('worker')
    expect(cut.rows.map(({ message, by }) => [message, by])).toEqual([
      ['print of it', 'time'],
      ['first', 'worker'],
      ['print within', 'time'],
      ['last', 'worker'],
      ['print after', 'time'],
    ])
  })

  it('leaves out what the processor itself writes meanwhile, when workers say who they are', () => {
    const text = logOf(record(1_100, 'Scraping metrics', undefined, 'processor'), record(1_200, 'mine', 2))
    expect(messages(cutLog(text, span))).toEqual(['mine'])
  })

  it('knows workers by the names of loggers, too', () => {
    const text = logOf(record(1_100, 'a', undefined, 'processor.http.w3'), record(1_200, 'b', 3))
    expect(cutLog(text, span)).toMatchObject({ by: 'worker', rows: [{ message: 'a' }, { message: 'b' }] })
  })

  it('cannot tell workers apart by time alone, and says so', () => {
    const text = logOf(record(1_100, 'a', 0), record(1_200, 'b', 1))
    expect(cutLog(text, span)).toMatchObject({ by: 'time', rows: [{ message: 'a' }, { message: 'b' }] })
    expect(cutLog(text, { ...span, worker: '1' })).toMatchObject({ by: 'worker', rows: [{ message: 'b' }] })
    expect(cutLog(text, { ...span, worker: '2' })).toEqual({ by: 'worker', rows: [] })
    expect(cutLog(logOf(record(1_100, 'a')), { ...span, worker: '2' }).by).toBe('time')
  })

  it('draws nothing from there being one worker while others of the page are under way', () => {
    const text = logOf(record(1_100, 'a', 0))
    expect(cutLog(text, { ...span, hasCompany: true }).by).toBe('time')
  })

  it('finds records by an id that the request carried, however many run at once', () => {
    const text = logOf(
      record(1_000, 'other', 1),
      record(1_100, 'begin request-0001', 0),
      record(1_150, 'other still', 1),
      record(1_200, 'of the same worker', 0),
      'print',
      record(1_300, 'end request-0001', 0),
      'Traceback (most recent call last):',
      '  File "a.py", line 1',
      'E: x',
      record(1_400, 'next of it', 0),
    )
    const cut = cutLog(text, { ...span, ids: ['', 'request-0001'] })
    expect(cut.by).toBe('request')
    expect(cut.rows.map(({ message, by }) => [message.split('\n')[0], by])).toEqual([
      ['begin request-0001', 'request'],
      ['of the same worker', 'worker'],
      ['print', 'time'],
      ['end request-0001', 'request'],
      ['Traceback (most recent call last):', 'time'],
    ])
    expect(cutLog(text, { ...span, ids: ['x'] }).by).toBe('time')
  })

  it('does not find an id in records of another time', () => {
    const text = logOf(record(100, 'request-0001', 0), record(1_100, 'mine', 0))
    expect(messages(cutLog(text, { ...span, ids: ['request-0001'] }))).toEqual(['mine'])
  })

  it('allows for a server whose clock differs', () => {
    const text = logOf(record(0, 'early', 0), record(61_200, 'mine', 0), record(90_000, 'late', 0))
    expect(messages(cutLog(text, span))).toEqual([])
    const clock = clockOfAnswer(new Date(start + 61_000).toUTCString(), span.sentAt, span.answeredAt)
    expect(clock).toEqual({ least: 59_500, most: 61_000 })
    expect(messages(cutLog(text, { ...span, clock }))).toEqual(['mine'])
  })

  it('allows for some seconds when nothing is known of the clock', () => {
    const text = logOf(
      record(-9_000, 'long before', 0),
      record(3_000, 'mine', 0),
      record(9_000, 'long after', 0),
    )
    expect(messages(cutLog(text, { sentAt: span.sentAt, answeredAt: span.answeredAt }))).toEqual(['mine'])
  })

  it('takes records of whole milliseconds for times with fractions', () => {
    const text = logOf(record(1_000, 'mine', 0))
    expect(messages(cutLog(text, { ...span, sentAt: start + 1_000.7, answeredAt: start + 1_000.9 }))).toEqual(
      ['mine'],
    )
  })

  it('takes prints alone when that is all there is', () => {
    const cut = cutLog(logOf('one', 'two'), span)
    expect([cut.by, messages(cut)]).toEqual(['time', ['one', 'two']])
    expect(cutLog('', span)).toEqual({ by: 'time', rows: [] })
  })

  it('never takes a record of another time, nor drops one of the worker’s, over seeded logs', () => {
    let state = 11
    const below = (count: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * count)
    }
    for (let round = 0; round < 200; round += 1) {
      const offset = below(100_000) - 50_000
      const written = Array.from({ length: below(40) }, (_, i) => ({
        ms: below(3_000),
        worker: below(2),
        text: `m${i}`,
      }))
      const lines = written
        .sort((a, b) => a.ms - b.ms)
        .map(({ ms, worker, text }) => record(ms + offset, text, worker))
      const cut = cutLog(logOf(...lines), { ...span, worker: '1', clock: { least: offset, most: offset } })
      const mine = written.filter(({ ms, worker }) => ms >= 1_000 && ms <= 1_500 && worker === 1)
      expect(messages(cut)).toEqual(mine.map(({ text }) => text))
    }
  })
})

describe('the server’s clock', () => {
  it('is nothing without a date', () => {
    expect(clockOfAnswer(undefined, 0, 1)).toBeUndefined()
    expect(clockOfAnswer('soon', 0, 1)).toBeUndefined()
  })

  it('is known better with every answer, and anew when it was set', () => {
    const first = { least: -500, most: 800 }
    expect(narrowClock(undefined, first)).toEqual(first)
    expect(narrowClock(first, { least: 100, most: 1_000 })).toEqual({ least: 100, most: 800 })
    expect(narrowClock(first, { least: 5_000, most: 6_000 })).toEqual({ least: 5_000, most: 6_000 })
  })
})
