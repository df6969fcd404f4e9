import { describe, expect, it } from 'vitest'
import { createJsonDesk } from './json-desk'

const opened = (text: string | Uint8Array, isLines = false) => {
  const desk = createJsonDesk((_, fault) => `fault at ${fault.at}`)
  return { desk, first: desk({ kind: 'open', text, isLines }) }
}

describe('the desk of a JSON text', () => {
  it('gives windows of rows of bytes, and opens and closes', () => {
    const { desk, first } = opened(new TextEncoder().encode('{"wörld": [1, 2], "b": "x"}'))
    expect(first.rowCount).toBe(5)
    const rows = desk({ kind: 'rows', first: 1, count: 2 }).rows ?? []
    expect(rows.map(({ key, depth }) => [key, depth])).toEqual([
      ['wörld', 1],
      [0, 2],
    ])
    expect(desk({ kind: 'toggle', node: rows[0]?.node ?? 0 }).rowCount).toBe(3)
    expect(desk({ kind: 'openAll' }).rowCount).toBe(5)
    expect(desk({ kind: 'closeAll' }).rowCount).toBe(3)
    expect(desk({ kind: 'parent', row: 2 }).row).toBe(0)
  })

  it('finds, opens what hides a place, and gives values without quotes', () => {
    const { desk } = opened('[{"a": "one"}, {"a": "two"}, {"b": "one"}]')
    desk({ kind: 'closeAll' })
    const found = desk({ kind: 'search', query: 'ONE', from: 2 })
    expect([found.hitCount, found.hit]).toEqual([2, 1])
    const [row] = desk({ kind: 'rows', first: found.row ?? 0, count: 1 }).rows ?? []
    expect(row?.path).toEqual([2, 'b'])
    expect(desk({ kind: 'value', node: row?.node ?? 0 }).value).toBe('one')
    expect(desk({ kind: 'hit', index: 0 }).hit).toBe(0)
    expect(desk({ kind: 'search', query: 'three', from: 0 }).hitCount).toBe(0)
  })

  it('reads values line by line, and says what is no JSON', () => {
    expect(opened('1\n2\n3', true).first.rowCount).toBe(4)
    const { desk, first } = opened('{"a": }')
    expect(first.problem).toMatch(/^fault at \d/)
    expect(desk({ kind: 'rows', first: 0, count: 9 })).toEqual({ rowCount: 0, hitCount: 0 })
  })
})
