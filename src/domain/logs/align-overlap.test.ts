import { describe, expect, it } from 'vitest'
import { LineTable } from './align-lines'
import { alignOverlap, type OverlapBounds } from './align-overlap'

const bytes = (text: string) => new TextEncoder().encode(text)

function table(lines: readonly string[], limit?: number): LineTable {
  const result = new LineTable(limit)
  for (const line of lines) result.push(bytes(`${line}\n`))
  return result
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `line number ${from + index} of the log`)

function align(held: readonly string[], answer: readonly string[], bounds?: OverlapBounds) {
  const known = table(held)
  return alignOverlap(known, known.count, table(answer), bounds)
}

const repeated = (line: string, count: number) => Array.from({ length: count }, () => line)
const found = (lines: number) => ({ kind: 'found', lines })
const none = { kind: 'none' }

describe('LineTable', () => {
  it('knows lines however they are cut into pieces', () => {
    const text = bytes('one\nzwölf ✓\n\nlast')
    const whole = new LineTable()
    whole.push(text)
    const single = new LineTable()
    for (let at = 0; at < text.length; at += 1) single.push(text.subarray(at, at + 1))
    expect([single.count, single.bytes, single.openBytes]).toEqual([3, 16, 4])
    for (const line of [0, 1, 2]) {
      expect(single.equals(line, whole, line)).toBe(true)
      expect(single.lengthOf(line)).toBe([3, 10, 0][line])
    }
    expect(single.equals(0, whole, 1)).toBe(false)
  })

  it('keeps so many of the last lines', () => {
    const lines = table(numbered(0, 1000), 256)
    expect([lines.count, lines.first]).toEqual([1000, 744])
    expect(lines.bytes).toBe(table(numbered(0, 1000)).bytes)
    expect(lines.equals(999, table(numbered(999, 1000)), 0)).toBe(true)
  })
})

describe('alignOverlap', () => {
  it('finds where an answer goes on', () => {
    expect(align(numbered(0, 50), numbered(40, 60))).toEqual(found(10))
    expect(align(numbered(0, 50), numbered(40, 50))).toEqual(found(10))
    expect(align(numbered(0, 50), numbered(49, 51))).toEqual(found(1))
  })

  it('finds it where the answer begins before all that is held', () => {
    expect(align(numbered(90, 100), numbered(0, 120))).toEqual(found(100))
  })

  it('finds it in what is kept of many lines', () => {
    const held = table(numbered(0, 5000), 256)
    expect(alignOverlap(held, held.count, table(numbered(3000, 5010)))).toEqual(found(2000))
  })

  it('finds it for lines held at an earlier time', () => {
    const held = table(numbered(0, 50))
    expect(alignOverlap(held, 45, table(numbered(40, 60)))).toEqual(found(5))
  })

  it('finds nothing where the end of what is held is missing', () => {
    expect(align(numbered(0, 50), numbered(60, 70))).toEqual(none)
    expect(align(numbered(0, 50), numbered(0, 40))).toEqual(none)
    expect(align(numbered(0, 50), [])).toEqual(none)
  })

  it('takes everything for new while nothing is held', () => {
    expect(align([], numbered(0, 5))).toEqual(found(0))
  })

  it('keeps honest repeats apart when the answer begins before them', () => {
    const run = repeated('the very same line', 1000)
    const held = [...numbered(0, 5), ...run]
    expect(align(held, [...numbered(3, 5), ...run, 'the very same line', 'end'])).toEqual(found(1002))
    expect(align(held, [...numbered(3, 5), ...run])).toEqual(found(1002))
  })

  it('does not decide where it begins within equal lines', () => {
    const held = [...numbered(0, 5), ...repeated('the very same line', 100)]
    expect(align(held, repeated('the very same line', 30)).kind).toBe('ambiguous')
    const turns = Array.from({ length: 60 }, (_, index) => `turn of the wheel ${index % 3}`)
    expect(align([...numbered(0, 5), ...turns], turns.slice(30)).kind).toBe('ambiguous')
  })

  it.each([[['']], [['.']], [['}']], [['> ok']]])('takes %j alone for no proof', (end) => {
    expect(align([...numbered(0, 5), ...end], [...end, 'a new line of the log']).kind).toBe('ambiguous')
    expect(align([...numbered(0, 5), ...end], [...numbered(4, 5), ...end, 'new'])).toEqual(found(2))
  })

  it('does not decide between two places that have all that is held', () => {
    expect(
      align(['one long line of output'], ['one long line of output', 'b', 'one long line of output']).kind,
    ).toBe('ambiguous')
  })

  it('lets the times decide what the lines leave open', () => {
    const held = [...numbered(0, 5), ...repeated('tick', 100)]
    expect(align(held, repeated('tick', 30), { least: 10, most: 10 })).toEqual({
      ...found(10),
      isByTimes: true,
    })
    expect(align(held, repeated('tick', 30), { least: 0, most: 0 })).toMatchObject(found(0))
    expect(align(held, repeated('tick', 30), { least: 5, most: 12, likely: 8 })).toEqual({
      kind: 'ambiguous',
      lines: 8,
    })
  })

  it('finds it where the answer begins in the middle of a line', () => {
    const [cut = '', ...rest] = numbered(40, 60)
    expect(align(numbered(0, 50), [cut.slice(10), ...rest])).toEqual(found(10))
  })

  it('is fast for a million equal lines', () => {
    const held = table(repeated('x', 65_536))
    const answer = table(repeated('x', 200_000), 2 ** 21)
    const begun = performance.now()
    expect(alignOverlap(held, held.count, answer).kind).toBe('ambiguous')
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
