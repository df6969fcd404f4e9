import { describe, expect, it } from 'vitest'
import { cutLogs } from './cut-logs'

const start = Date.UTC(2026, 2, 1, 9, 0, 0)

function record(ms: number, message: string, worker = 0): string {
  const iso = new Date(start + ms).toISOString()
  return `${iso.slice(2, 10).replaceAll('-', '.')} ${iso.slice(11, 23)} (I) ${'processor.http'.padStart(25)} ${message} {"worker_id": "${worker}"}\n`
}
const span = { sentAt: start, answeredAt: start + 1_000, clock: { least: 0, most: 0 } }

describe('cutLogs', () => {
  it('has nothing of silent replicas', () => {
    expect(cutLogs([], span)).toEqual({ rows: [], total: 0, by: 'time' })
    expect(cutLogs(['', record(5_000, 'later')], span)).toEqual({ rows: [], total: 0, by: 'time' })
  })

  it('takes the log of the one replica that wrote meanwhile', () => {
    expect(cutLogs([record(2_000, 'later'), record(10, 'mine')], span)).toMatchObject({
      rows: [{ message: 'mine' }],
      by: 'worker',
    })
  })

  it('cannot tell two busy replicas apart, and puts their rows in order', () => {
    const one = record(10, 'a') + 'print of a\n' + record(30, 'c')
    const log = cutLogs([one, record(20, 'b')], span)
    expect(log.by).toBe('time')
    expect(log.rows.map(({ message }) => message)).toEqual(['a', 'print of a', 'b', 'c'])
  })

  it('leaves out the others when one has the id of the request', () => {
    const ids = ['order-4711']
    const log = cutLogs([record(10, 'other'), record(20, 'order-4711 came')], { ...span, ids })
    expect(log).toMatchObject({ by: 'request', rows: [{ message: 'order-4711 came' }] })
  })

  it('keeps the latest of many', () => {
    const text = Array.from({ length: 50 }, (_, i) => record(i, `row ${i}`)).join('')
    const log = cutLogs([text], span, 3)
    expect(log.total).toBe(50)
    expect(log.rows.map(({ message }) => message)).toEqual(['row 47', 'row 48', 'row 49'])
  })
})
