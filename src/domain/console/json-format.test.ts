import { describe, expect, it } from 'vitest'
import { indentJson, minifyJson } from './json-format'

describe('indentJson', () => {
  it('gives each item and key a line', () => {
    expect(indentJson('{"a":[1,{"b":null}],"c":{},"d":[]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    )
  })

  it('writes what the engine writes, where values survive that', () => {
    const value = { a: [1, [], {}, [[2]]], b: { c: 'x"\n', d: true }, e: null }
    expect(indentJson(JSON.stringify(value), 4)).toBe(JSON.stringify(value, null, 4))
    expect(minifyJson(JSON.stringify(value, null, 3))).toBe(JSON.stringify(value))
  })

  it('is none for a text that is no JSON', () => {
    expect(indentJson('{"a": 1,}')).toBeUndefined()
    expect(minifyJson('')).toBeUndefined()
  })

  it('indents deep nesting only so far', () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000)
    const indented = indentJson(deep)
    expect(indented?.length).toBeLessThan(20_000 * 2 * 203)
    expect(minifyJson(indented ?? '')).toBe(deep)
  })
})

describe('both forms', () => {
  const odd =
    '{"big":12345678901234567890,"one":1.0,"far":1e400,"dup":1,"dup":2,"10":0,"2":0,"esc":"\\u00e9\\/"}'

  it('keep numbers, escapes, the order of keys and keys that repeat', () => {
    expect(minifyJson(indentJson(odd) ?? '')).toBe(odd)
    expect(indentJson(odd)).toContain('"far": 1e400,\n  "dup": 1,\n  "dup": 2,')
  })

  it('keep spaces within texts', () => {
    expect(minifyJson(' { "a b" : " c  d " } ')).toBe('{"a b":" c  d "}')
  })

  it('put the values of a sequence on lines', () => {
    expect(minifyJson('{ "a": 1 }\r\n\r\n[ 2 ]\n', true)).toBe('{"a":1}\n[2]')
    expect(indentJson('{"a":1}\n[2]', 2, true)).toBe('{\n  "a": 1\n}\n[\n  2\n]')
  })
})
