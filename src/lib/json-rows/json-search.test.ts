import { describe, expect, it } from 'vitest'
import { openJsonRows } from './json-rows'
import type { JsonRows } from './json-rows'

function open(text: string): JsonRows {
  const opened = openJsonRows(text)
  if ('fault' in opened) throw new Error(opened.fault.kind)
  return opened.rows
}

function hits(text: string, query: string, isCaseSensitive = false): string[] {
  const rows = open(text)
  const total = rows.search(query, isCaseSensitive)
  return Array.from({ length: total }, (_, i) => rows.pathOf(rows.nodeAt(rows.revealHit(i) ?? 0)).join('.'))
}

describe('search', () => {
  const text =
    '{"Name":"Ada","list":[{"name":"x name"},12345,true,null],"größe":"ÄRGER","e\\u0301":"tab\\there \\u00fc"}'

  it('finds keys and values, with or without regard to case', () => {
    expect(hits(text, 'name')).toEqual(['Name', 'list.0.name'])
    expect(hits(text, 'name', true)).toEqual(['list.0.name'])
    expect(hits(text, 'ärger')).toEqual(['größe'])
    expect(hits(text, '234')).toEqual(['list.1'])
    expect(hits(text, 'TRUE')).toEqual(['list.2'])
    expect(hits(text, '')).toEqual([])
  })

  it('finds what escapes say and not how they are written', () => {
    expect(hits(text, 'ü')).toEqual(['e\u0301'])
    expect(hits(text, 'b\th')).toEqual(['e\u0301'])
    expect(hits(text, 'u00fc')).toEqual([])
    expect(hits(text, '\u0301')).toEqual(['e\u0301'])
    expect(hits('["a\\/b","\\"q\\"","C:\\\\x"]', '/')).toEqual(['0'])
    expect(hits('["a\\/b","\\"q\\"","C:\\\\x"]', '"')).toEqual(['1'])
    expect(hits('["a\\/b","\\"q\\"","C:\\\\x"]', '\\')).toEqual(['2'])
  })

  it('does not take brackets, commas and quotes of the text for hits', () => {
    expect(hits(text, ':')).toEqual([])
    expect(hits(text, '"')).toEqual([])
    expect(hits('["a,b",1,[2],"c"]', ',')).toEqual(['0'])
    expect(hits('["a","b"]', 'a","b')).toEqual([])
    expect(hits('[{"a":[ ]}, "[ ]"]', '[ ]')).toEqual(['1'])
  })

  it('takes what was typed for text', () => {
    expect(hits('["a.c","abc","(x|y)*","a-b"]', 'a.c')).toEqual(['0'])
    expect(hits('["a.c","abc","(x|y)*","a-b"]', '(x|y)*')).toEqual(['2'])
    expect(hits('["a.c","abc","(x|y)*","a-b"]', 'A-B')).toEqual(['3'])
  })

  it('agrees with looking into each value', () => {
    let seed = 11
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff
      return (seed >>> 8) % below
    }
    const letters = ['a', 'B', 'b', '\\', '"', 'n', ',', '\n', 'é', ':']
    const word = () => Array.from({ length: random(5) }, () => letters[random(letters.length)]).join('')
    for (let round = 0; round < 500; round++) {
      const list = Array.from({ length: 6 }, () => (random(3) === 0 ? { [word()]: word() } : word()))
      const json = JSON.stringify(list, null, random(2)).replaceAll('é', random(2) ? '\\u00e9' : 'é')
      const query = word()
      if (query === '') continue
      const wanted = list.flatMap((item, i) =>
        typeof item === 'string'
          ? item.includes(query)
            ? [String(i)]
            : []
          : Object.entries(item).some(([key, value]) => key.includes(query) || value.includes(query))
            ? [`${i}.${Object.keys(item).join()}`]
            : [],
      )
      expect([json, query, hits(json, query, true)]).toEqual([json, query, wanted])
    }
  })

  it('opens what hides a hit and marks it', () => {
    const rows = open('{"a":{"b":["x"]},"c":"x"}')
    rows.closeBelow(0)
    expect(rows.search('x')).toBe(2)
    expect(rows.revealHit(0)).toBe(3)
    expect(rows.rows(2, 3).map((row) => row.isHit)).toEqual([false, true, true])
    expect(rows.revealHit(2)).toBeUndefined()
    rows.search('')
    expect(rows.rows(0, 9).some((row) => row.isHit)).toBe(false)
  })

  it('begins where one looks', () => {
    const rows = open('["x","y","x","y"]')
    rows.search('x')
    expect([0, 1, 2, 3, 4].map((row) => rows.hitFrom(row))).toEqual([0, 0, 1, 1, 0])
  })
})
