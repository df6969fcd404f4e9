import { describe, expect, it } from 'vitest'
import { jsonProblem, jsonProblemLine, jsonProblemOf } from './json-problem'

describe('jsonProblem', () => {
  it.each(['', ' \n', '1', '"a"', '{}', '[1, {"a": null}]', '1e400', '{"a":1,"a":2}', ' [ ] '])(
    'finds none in %j',
    (text) => expect(jsonProblem(text)).toBeUndefined(),
  )

  it.each([
    ['{"a": 1\n "b": 2}', 2, 2, 'A comma is missing before this'],
    ['{"a": 1,\n}', 1, 8, 'Nothing follows this comma: take it away'],
    ['[1, 2,\r\n ]', 1, 6, 'Nothing follows this comma: take it away'],
    ['[1,,2]', 1, 4, 'A value is missing here'],
    ['{"a":}', 1, 6, 'A value is missing here'],
    ['{,"a":1}', 1, 2, 'There is a comma too many here'],
    ["{'a': 1}", 1, 2, 'A key stands in double quotes'],
    ['{a: 1}', 1, 2, 'A key stands in double quotes'],
    ['{{}}', 1, 2, 'A key and a colon are missing before this'],
    ["['a']", 1, 2, 'A text stands in double quotes'],
    ['[“a”]', 1, 2, 'A text stands in straight double quotes'],
    ['{"a" 1}', 1, 6, 'A colon is missing between the key and its value'],
    ['{"a" = 1}', 1, 6, 'Between a key and its value goes a colon, not an equals sign'],
    ['{"a": [1, 2}', 1, 12, 'The [ of line 1, column 7 is closed by }'],
    ['{\n  "a": [\n', 3, 1, 'The [ of line 2, column 8 is never closed'],
    ['{"a"', 1, 5, 'The { of line 1, column 1 is never closed'],
    [
      '{"a": "b',
      1,
      7,
      'The quote that begins here is not closed on its line; a line break in a text is written \\n',
    ],
    [
      '["a\nb"]',
      1,
      2,
      'The quote that begins here is not closed on its line; a line break in a text is written \\n',
    ],
    ['["a\tb"]', 1, 4, 'A tab in a text is written as an escape: \\t'],
    ['["a\u0001"]', 1, 4, 'A control character in a text is written as an escape: \\u0001'],
    ['["C:\\dir"]', 1, 5, 'JSON knows no such escape; a backslash itself is written \\\\'],
    ['["\\u12g4"]', 1, 3, 'After \\u come four hexadecimal digits'],
    ['[True]', 1, 2, 'In JSON True is written true'],
    ['[None]', 1, 2, 'In JSON None is written null'],
    ['[NaN]', 1, 2, 'JSON has no NaN; a text "NaN" or null can stand for it'],
    ['[-Infinity]', 1, 2, 'JSON has no Infinity; a text "-Infinity" or null can stand for it'],
    ['[constructor]', 1, 2, 'constructor is no JSON value; a text stands in double quotes'],
    ['[trueish]', 1, 2, 'trueish is no JSON value; a text stands in double quotes'],
    ['[007]', 1, 2, 'A number does not begin with a zero'],
    ['[0x1F]', 1, 2, 'A number is written in decimal digits'],
    ['[1.]', 1, 2, 'A number has a digit after its point'],
    ['[.5]', 1, 2, 'A number has a digit before its point'],
    ['[+1]', 1, 2, 'A number has no plus sign'],
    ['[1_000]', 1, 2, 'A number has no underscores'],
    ['[1e]', 1, 2, '1e is no JSON number; a text stands in double quotes'],
    ['[2024-01-02]', 1, 2, '2024-01-02 is no JSON number; a text stands in double quotes'],
    ['[-]', 1, 2, '- is no JSON number; a text stands in double quotes'],
    ['// hello\n{}', 1, 1, 'JSON has no comments'],
    ['{"a": 1 /* b */}', 1, 9, 'JSON has no comments'],
    ['{} {}', 1, 4, 'There is a second value here; several values stand in a list: [ … , … ]'],
    ['{}}', 1, 3, 'The value ends before this'],
    ['}', 1, 1, 'A value is missing here'],
    ['\ufeff{}', 1, 1, 'An invisible byte order mark stands here: take it away'],
    ['[\u00a01]', 1, 2, 'A non-breaking space stands here: replace it by an ordinary one'],
    ['[1]\r\r\n\n x', 4, 2, 'There is a second value here; several values stand in a list: [ … , … ]'],
  ])('says what is wrong with %j', (text, line, column, words) => {
    expect(jsonProblem(text)).toMatchObject({ line, column, words })
  })

  it('agrees with the engine on what is JSON', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff
      return (seed >>> 8) % below
    }
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\n"',
      '1',
      '-0',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
      '"',
    ]
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: 1 + random(8) }, () => parts[random(parts.length)]).join('')
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      if (text.trim() !== '') expect([text, jsonProblem(text) === undefined]).toEqual([text, isJson])
    }
  })

  it('puts place and words into one line', () => {
    const problem = jsonProblem('[1 2]')
    expect(problem && jsonProblemLine(problem)).toBe('Line 1, column 4: A comma is missing before this')
  })

  it('reads many values where they are meant', () => {
    expect(jsonProblem('{"a":1}\n{"a":2}\n', true)).toBeUndefined()
    expect(jsonProblem('{"a":1}\n{"a":2,}\n', true)).toMatchObject({ line: 2, column: 7 })
  })

  it('has words for an answer without a value', () => {
    expect(jsonProblemOf(' ', { kind: 'empty', at: 1 }).words).toBe('There is no value')
  })
})
