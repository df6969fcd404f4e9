import { describe, expect, it } from 'vitest'
import { kindNames } from './entry-columns'
import { levelNames, textOf } from './line-scan'
import { readLogRows } from './log-rows'
import { ReplicaLog } from './replica-log'
import { inPieces, seeded, seededLog } from './test-logs'

const start = Date.UTC(2026, 2, 1, 9)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const newLog = (now = start + 1_000_000) => new ReplicaLog(() => now)

interface Seen {
  kind: string
  level?: string
  raw: string
}

/** The entries of a log as they are shown. */
function entriesOf(log: ReplicaLog): Seen[] {
  const { entries, bytes } = log
  return Array.from({ length: entries.next - entries.first }, (_, i) => {
    const entry = entries.first + i
    const meta = entries.meta[entry & entries.mask] ?? 0
    const raw = textOf(bytes.bytes(entries.start[entry & entries.mask] ?? 0, log.endOf(entry)))
    return {
      kind: kindNames[meta >> 3] ?? '',
      level: levelNames[meta & 7],
      raw: raw
        .replaceAll('\r\n', '\n')
        .replace(/\r$/, '')
        .replace(/\n{1,2}$/, ''),
    }
  })
}

/** All that a log holds, for comparison. */
function columnsOf({ entries }: ReplicaLog): unknown[] {
  return Array.from({ length: entries.next - entries.first }, (_, i) => {
    const at = (entries.first + i) & entries.mask
    return [entries.start[at], entries.time[at], entries.hash[at], entries.lines[at], entries.meta[at]]
  })
}

const heldBytes = ({ bytes }: ReplicaLog) => bytes.bytes(bytes.start, bytes.end)

describe('the log of a replica', () => {
  it('has the entries that are in the whole text, however its bytes come, over seeded logs', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const below = seeded(seed)
      const text = seededLog(below, 1 + below(40), start)
      const bytes = bytesOf(text)
      const log = newLog()
      for (const piece of inPieces(below, bytes, below(2) ? 40 : 2_000)) {
        log.append(piece)
        if (below(3) === 0) log.showTail()
      }
      log.showTail()
      log.endLine()
      const expected = readLogRows(text).map(({ kind, level, raw }) => ({ kind, level, raw }))
      expect(entriesOf(log), `seed ${seed}`).toEqual(expected)
      expect(heldBytes(log)).toEqual(bytes)
      const whole = newLog()
      whole.append(bytes)
      whole.endLine()
      expect(columnsOf(log)).toEqual(columnsOf(whole))
      expect(log.entries.lineCount).toBe(whole.entries.lineCount)
      expect(log.entries.errors).toBe(
        expected.filter(({ kind, level }) => level === 'error' || kind === 'trace').length,
      )
    }
  })

  it('orders by the times that are in the text', () => {
    const below = seeded(5)
    const text = seededLog(below, 300, start)
    const log = newLog()
    log.append(bytesOf(text))
    log.endLine()
    let latest = Number.NEGATIVE_INFINITY
    const first = readLogRows(text).find(({ time }) => time !== undefined)?.time ?? 0
    const expected = readLogRows(text).map(({ time }) => {
      latest = Math.max(latest, time ?? latest)
      return Math.max(latest, first)
    })
    expect(columnsOf(log).map((columns) => (columns as number[])[1])).toEqual(expected)
  })
})
