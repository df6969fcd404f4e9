import { describe, expect, it } from 'vitest'
import { openJsonRows } from './json-rows'
import type { JsonRows } from './json-rows'

function open(text: string, options?: Parameters<typeof openJsonRows>[1]): JsonRows {
  const opened = openJsonRows(text, options)
  if ('fault' in opened) throw new Error(opened.fault.kind)
  return opened.rows
}

/** The whole tree as it is seen, in short. */
function lines(rows: JsonRows): string[] {
  return rows
    .rows(0, rows.rowCount)
    .map((row) => `${' '.repeat(row.depth)}${row.key === undefined ? '' : `${row.key}: `}${row.preview}`)
}

describe('rows', () => {
  it('show values as they stand in the text', () => {
    const text =
      '{"big":12345678901234567890,"one":1.0,"far":-1e400,"dup":1,"dup":2,"s":"\\u00fc\\n\\"","t":true,"n":null}'
    expect(lines(open(text)).slice(1)).toEqual([
      ' big: 12345678901234567890',
      ' one: 1.0',
      ' far: -1e400',
      ' dup: 1',
      ' dup: 2',
      ' s: "ü\\n\\""',
      ' t: true',
      ' n: null',
    ])
  })

  it('say all that a tree needs to know', () => {
    const rows = open('{"a":[1,"x"],"b":{}}')
    expect(rows.rows(1, 2)).toEqual([
      {
        node: 1,
        depth: 1,
        key: 'a',
        kind: 'array',
        preview: '[1, "x"]',
        isCut: false,
        childCount: 2,
        isOpen: true,
        position: 1,
        setSize: 2,
        path: ['a'],
        isHit: false,
      },
      {
        node: 2,
        depth: 2,
        key: 0,
        kind: 'number',
        preview: '1',
        isCut: false,
        childCount: 0,
        isOpen: false,
        position: 1,
        setSize: 2,
        path: ['a', 0],
        isHit: false,
      },
    ])
    expect(rows.rows(4, 9)).toMatchObject([
      { key: 'b', kind: 'object', preview: '{}', isOpen: false, position: 2 },
    ])
    expect(rows.rows(0, 1)).toMatchObject([{ depth: 0, key: undefined, path: [], setSize: 1 }])
    expect(rows.rows(-3, 4)).toHaveLength(1)
    expect(rows.rows(99, 4)).toEqual([])
  })

  it('of a single value are one', () => {
    expect(lines(open(' "a" '))).toEqual(['"a"'])
    expect(lines(open('0'))).toEqual(['0'])
  })

  it('are bounded in size', () => {
    const long = 'x'.repeat(10_000)
    const rows = open(
      JSON.stringify({
        [long]: long,
        digits: [[[]], {}, { a: 1 }, long, long, long, long, long, long, long],
      }),
    )
    const [, text, list] = rows.rows(0, 3)
    expect(text).toMatchObject({ isCut: true, path: undefined, key: `${'x'.repeat(200)}…` })
    expect(text?.preview).toBe(`"${'x'.repeat(160)}…`)
    expect(list?.preview).toMatch(/^\[\[…\], \{\}, \{…\}, "x+…, .*, …\]$/)
    expect(list?.preview.length).toBeLessThan(200)
    expect(rows.pathOf(1)).toEqual([long])
    expect(open('9'.repeat(400)).rows(0, 1)).toMatchObject([{ preview: `${'9'.repeat(160)}…`, isCut: true }])
  })

  it('do not cut a character in two', () => {
    const [row] = open(JSON.stringify('x' + '😀'.repeat(100))).rows(0, 1)
    expect(row?.preview).toBe(`"x${'😀'.repeat(79)}…`)
  })

  it('of a sequence are the items of a list', () => {
    const rows = open('{"a":1}\n\n[2]\n3\n', { isSequence: true })
    expect(lines(rows)).toEqual(['[{…}, […], 3]', ' 0: {"a": 1}', '  a: 1', ' 1: [2]', '  0: 2', ' 2: 3'])
    expect(rows.textOf(0)).toBe('{"a":1}\n\n[2]\n3')
    expect(rows.search('1')).toBe(1)
  })

  it('are none for what is no JSON', () => {
    expect(openJsonRows('[1,]')).toEqual({ fault: { kind: 'trailing-comma', at: 2 } })
    expect(openJsonRows(' ')).toEqual({ fault: { kind: 'empty', at: 1 } })
  })
})

describe('opening and closing', () => {
  const nested = JSON.stringify({ a: { b: { c: [1, 2] } }, d: [3, [4]] })

  it('opens all of a small text and the first levels of a large one', () => {
    expect(open(nested).rowCount).toBe(10)
    expect(open(nested, { openUpTo: 8 }).rowCount).toBe(8)
    expect(open(nested, { openUpTo: 5 }).rowCount).toBe(3)
    expect(open(nested, { openUpTo: 1 }).rowCount).toBe(3)
  })

  it('toggles a node and keeps what is open in it', () => {
    const rows = open(nested)
    rows.toggle(1)
    expect(rows.rowCount).toBe(6)
    expect(rows.rows(1, 1)).toMatchObject([{ key: 'a', isOpen: false, childCount: 1 }])
    rows.toggle(1)
    expect(rows.rowCount).toBe(10)
    rows.toggle(4)
    expect(rows.rowCount).toBe(10)
  })

  it('closes and opens all below', () => {
    const rows = open(nested)
    rows.closeBelow(0)
    expect(lines(rows)).toHaveLength(3)
    rows.openBelow(1)
    expect(rows.rowCount).toBe(7)
    rows.openBelow(0)
    expect(rows.rowCount).toBe(10)
  })

  it('knows rows of nodes and of what holds them', () => {
    const rows = open(nested)
    const four = rows.nodeOfPath(['d', 1, 0])
    expect(four).toBe(9)
    expect(rows.rowOf(9)).toBe(9)
    expect(rows.parentRow(9)).toBe(8)
    expect(rows.parentRow(0)).toBeUndefined()
    rows.closeBelow(0)
    expect(rows.rowOf(9)).toBeUndefined()
    expect(rows.reveal(9)).toBe(5)
    expect(lines(rows)).toHaveLength(6)
  })

  it('lays out the same whatever the way', () => {
    let seed = 3
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff
      return (seed >>> 8) % below
    }
    const make = (depth: number): unknown =>
      depth === 0 ? random(9) : Array.from({ length: random(5) }, () => make(random(depth)))
    const text = JSON.stringify([make(6), make(6), make(6), make(6)])
    const rows = open(text)
    for (let round = 0; round < 300; round++) {
      const node = random(rows.nodes.count)
      const act = random(10)
      if (act === 0) rows.openBelow(node)
      else if (act === 1) rows.closeBelow(node)
      else if (act === 2) expect(rows.nodeAt(rows.reveal(node))).toBe(node)
      else rows.toggle(node)
      const seen = rows.rows(0, rows.rowCount)
      const isSeen = new Map(seen.map((row) => [row.node, row]))
      for (let at = 1; at < rows.nodes.count; at++) {
        const holder = isSeen.get(rows.nodes.parent[at] ?? 0)
        expect(isSeen.has(at)).toBe(holder?.isOpen === true)
      }
      expect(seen.every((row, i) => rows.rowOf(row.node) === i)).toBe(true)
    }
  })

  it('takes nesting that recursion would not', () => {
    const rows = open('['.repeat(50_000) + ']'.repeat(50_000))
    rows.openBelow(0)
    expect(rows.rowCount).toBe(50_000)
    expect(rows.rows(49_999, 1)).toMatchObject([{ depth: 49_999, preview: '[]', path: undefined }])
    expect(rows.pathOf(49_999)).toHaveLength(49_999)
  })
})

describe('paths and texts', () => {
  const rows = open('{"a": [ 1.0, {"b": "x\\ty"} ], "a": 2, "1": {"0": true}}')

  it('find the last of keys that repeat', () => {
    expect(rows.textOf(rows.nodeOfPath(['a']) ?? 0)).toBe('2')
    expect(rows.pathOf(1)).toEqual(['a'])
  })

  it('tell a key from an index', () => {
    expect(rows.nodeOfPath(['1', '0'])).toBeDefined()
    expect(rows.nodeOfPath(['1', 0])).toBeUndefined()
    expect(rows.nodeOfPath([1])).toBeUndefined()
    expect(rows.nodeOfPath([])).toBe(0)
  })

  it('copy a part as it stands, or what a string says', () => {
    expect(rows.textOf(1)).toBe('[ 1.0, {"b": "x\\ty"} ]')
    expect(rows.textOf(2)).toBe('1.0')
    expect(rows.textOf(4)).toBe('"x\\ty"')
    expect(rows.plainTextOf(4)).toBe('x\ty')
    expect(rows.plainTextOf(2)).toBe('1.0')
  })
})
