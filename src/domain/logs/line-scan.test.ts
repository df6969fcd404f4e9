import { describe, expect, it } from 'vitest'
import { fact, factsOfOutput, stamp } from './line-facts'
import { hashOf, levelNames, LineScan, noLevel } from './line-scan'
import { readConsoleRecord, readJsonRecord } from './record-text'
import { recordLine, seeded, seededLog, stampOf } from './test-logs'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const time = Date.UTC(2026, 2, 1, 9, 5, 7, 20)

function look(text: string): LineScan {
  const bytes = bytesOf(`before it ${text} after it`)
  const scan = new LineScan()
  scan.look(bytes, 10, bytes.length - 9)
  return scan
}

/** Expects of a line as bytes what its text says. */
function expectAsText(line: string): void {
  const scan = look(line)
  const at = readJsonRecord(line) ? -1 : line.search(stamp)
  if (at > 0) return expect(scan.glued, line).toBe(10 + bytesOf(line.slice(0, at)).length)
  expect(scan.glued, line).toBe(-1)
  const row = at === 0 ? readConsoleRecord(line).row : readJsonRecord(line)
  expect(levelNames[scan.level], line).toBe(row?.level)
  expect(scan.time, line).toBe(row?.time ?? Number.NaN)
  if (!row) expect(scan.facts, line).toBe(factsOfOutput(line))
  else expect((scan.facts & fact.record) !== 0, line).toBe(at === 0)
}

describe('a line as bytes', () => {
  it('says what its text says, over seeded logs', () => {
    for (let seed = 1; seed <= 30; seed += 1)
      for (const line of seededLog(seeded(seed), 60, time).split(/\r?\n/)) expectAsText(line)
  })

  it('says what its text says, over lines of telling parts', () => {
    const parts = [
      ...[
        'Error',
        'Traceback (most recent call last):',
        'panic: ',
        'goroutine 1 [',
        'created by ',
        'exit status 2',
      ],
      ...[
        'at ',
        '    ',
        '\t',
        'Caused by:',
        '}',
        '{',
        '"worker_id"',
        ')',
        '(',
        '(I)',
        '(X)',
        ':12',
        'word',
        ' ',
        'ü',
        '\u00a0',
      ],
      ...[
        '[signal ',
        'Call stack:',
        'Error - ',
        'During handling of the above exception',
        'fatal error: ',
        '...',
        'x.y',
      ],
      ...[stampOf(time), `${stampOf(time)} `, '\u001b[31m', 'Uncaught ', '+ ', '9', ''],
    ]
    const below = seeded(7)
    for (let i = 0; i < 20_000; i += 1)
      expectAsText(Array.from({ length: 1 + below(5) }, () => parts[below(parts.length)] ?? '').join(''))
  })

  it.each([
    ['26.03.01 09:05:07.020 (I) x', true],
    ['26.03.01 09:05:07.020 (I)', true],
    ['26.03.01 09:05:07.020 (X) x', false],
    ['26.03.01 09:05:07,020 (I) x', false],
    ['2x.03.01 09:05:07.020 (I) x', false],
    ['26.03.01 09:05:07.020 not (yet) (I)', false],
    [`26.03.01 09:05:07.020 ${' '.repeat(60)}(I) x`, true],
    [`26.03.01 09:05:07.020 ${' '.repeat(61)}(I) x`, false],
    ['26.03.01 09:05:07.020 ü (I) x', false],
    ['26.03.01 09:05:07.020 ', false],
  ])('%s: is a record: %j', (line, isRecord) => {
    expectAsText(line)
    expect((look(line).facts & fact.record) !== 0).toBe(isRecord)
    expect(look(line).level === noLevel).toBe(!isRecord)
  })

  it('has the same hash at another time, and another one for another content', () => {
    const hash = (ms: number, rest: string) => look(recordLine(time + ms, 'I', 'a', rest)).hash
    expect(hash(0, 'x {"a": 1}')).toBe(hash(86_400_000, 'x {"a": 1}'))
    expect(hash(0, 'x {"a": 1}')).not.toBe(hash(0, 'x {"a": 2}'))
    const json = (ms: number, a: number) =>
      look(JSON.stringify({ level: 'info', time: time + ms, message: 'ü', a })).hash
    expect(json(0, 1)).toBe(json(5, 1))
    expect(json(0, 1)).not.toBe(json(0, 2))
  })
})

it('hashes tell bytes apart that are nearly the same', () => {
  const seen = new Set<number>()
  for (let i = 0; i < 20_000; i += 1) {
    const bytes = bytesOf(`request ${i} of many, all of them alike`)
    seen.add(hashOf(bytes, 0, bytes.length))
  }
  expect(seen.size).toBe(20_000)
})

it('looks at lines of ten megabytes of anything within moments', () => {
  for (const part of ['(', 'x', ' ', '26.03.01 09:05:07.020 ', '{"a":', 'a.b ', '\t']) {
    const line = part.repeat(10_000_000 / part.length)
    expect(look(line).facts & fact.record).toBe(0)
  }
})
